import { BookPageQuery, type BookRow } from '@hopluc/shared/document-books'
import { PAPER_KIND_NAMES } from '@hopluc/shared/documents'
import type { ExcelColumn } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { pageOfBook } from './books.ts'

const kindAndAbstract = ({ kind, abstract }: BookRow) => `${PAPER_KIND_NAMES[kind]}: ${abstract}`

// The columns of Nghị định 30/2020, Phụ lục IV.
const OUTGOING: readonly ExcelColumn[] = [
  { header: 'Số, ký hiệu văn bản', key: 'symbol', width: 18, kind: 'text' },
  { header: 'Ngày tháng văn bản', key: 'issuedOn', width: 14, kind: 'date' },
  { header: 'Tên loại và trích yếu nội dung văn bản', key: 'abstract', width: 60, kind: 'text' },
  { header: 'Người ký', key: 'signerName', width: 22, kind: 'text' },
  { header: 'Nơi nhận văn bản', key: 'recipients', width: 36, kind: 'text' },
  { header: 'Đơn vị, người nhận bản lưu', key: 'keptAt', width: 24, kind: 'text' },
  { header: 'Số lượng bản', key: 'copies', width: 10, kind: 'number' },
  { header: 'Ghi chú', key: 'note', width: 24, kind: 'text' },
]
const INCOMING: readonly ExcelColumn[] = [
  { header: 'Ngày đến', key: 'arrivedOn', width: 12, kind: 'date' },
  { header: 'Số đến', key: 'serial', width: 8, kind: 'number' },
  { header: 'Tác giả', key: 'issuerName', width: 34, kind: 'text' },
  { header: 'Số, ký hiệu văn bản', key: 'symbol', width: 18, kind: 'text' },
  { header: 'Ngày tháng văn bản', key: 'issuedOn', width: 14, kind: 'date' },
  { header: 'Tên loại và trích yếu nội dung văn bản', key: 'abstract', width: 60, kind: 'text' },
  { header: 'Đơn vị hoặc người nhận', key: 'recipients', width: 30, kind: 'text' },
  { header: 'Ghi chú', key: 'note', width: 24, kind: 'text' },
]

/** One list a direction: its columns, its name, and whose names are in it. */
const BOOKS = [
  { direction: 'outgoing', title: 'Sổ văn bản đi', columns: OUTGOING },
  { direction: 'incoming', title: 'Sổ văn bản đến', columns: INCOMING },
] as const
for (const { direction, title, columns } of BOOKS)
  declareList({
    name: `documents.book.${direction}`,
    query: BookPageQuery,
    title,
    sheetName: title,
    heading: ({ year }) => `${title} ${year}`,
    ...(direction === 'outgoing' && { personal: ['documents.signer_name'] }),
    columns,
    rows: async (context, query) => {
      const page = await pageOfBook(context, { ...query, direction })
      const items = page.items.map((row) => ({ ...row, abstract: kindAndAbstract(row) }))
      return { items, next: page.next }
    },
  })
