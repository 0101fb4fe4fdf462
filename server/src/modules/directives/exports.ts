import { type Directive, DirectiveQuery } from '@hopluc/shared/directives'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const MANNERS: Record<Directive['manner'], string> = {
  assign: 'Giao',
  request: 'Đề nghị',
  note: 'Ghi nhận',
}
const GAPS: Record<Directive['gaps'][number], string> = {
  no_assignee: 'chưa rõ cơ quan chủ trì',
  no_deadline: 'chưa có thời hạn',
}

declareList({
  name: 'directives',
  query: DirectiveQuery,
  title: 'Danh sách nội dung chỉ đạo',
  sheetName: 'Nội dung chỉ đạo',
  columns: [
    { header: 'Mục', key: 'item', width: 10, kind: 'text' },
    { header: 'Nội dung chỉ đạo', key: 'text', width: 70, kind: 'text' },
    { header: 'Cơ quan chủ trì', key: 'leads', width: 34, kind: 'text' },
    { header: 'Cơ quan phối hợp', key: 'cos', width: 34, kind: 'text' },
    { header: 'Hình thức', key: 'manner', width: 12, kind: 'text' },
    { header: 'Thời hạn', key: 'dueOn', width: 12, kind: 'date' },
    { header: 'Thời hạn theo văn bản', key: 'dueText', width: 24, kind: 'text' },
    { header: 'Sản phẩm', key: 'product', width: 30, kind: 'text' },
    { header: 'Cuộc họp', key: 'meeting', width: 40, kind: 'text' },
    { header: 'Ngày họp', key: 'heldOn', width: 12, kind: 'date' },
    { header: 'Còn thiếu', key: 'gaps', width: 30, kind: 'text' },
    { header: 'Xin ý kiến', key: 'question', width: 40, kind: 'text' },
    { header: 'Trả lời', key: 'answer', width: 40, kind: 'text' },
    { header: 'Đã giao nhiệm vụ', key: 'givenOn', width: 14, kind: 'date' },
  ],
  rows: async (context, { limit, cursor, format: _format, ...search }) => {
    const page = await list(context, search, limit, cursor)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow({ leads, leadWords, cos, askedBack, meeting, ...item }: Directive): ExcelRow {
  const names = (bodies: Directive['leads']) => bodies.map(({ shortName }) => shortName).join('; ')
  return {
    item: item.item,
    text: item.text,
    leads: leadWords ?? names(leads),
    cos: names(cos),
    manner: MANNERS[item.manner],
    dueOn: item.dueOn,
    dueText: item.isStanding ? 'Thường xuyên' : item.dueText,
    product: item.product,
    meeting: meeting?.title ?? null,
    heldOn: meeting?.heldOn ?? null,
    gaps: item.gaps.map((gap) => GAPS[gap]).join('; '),
    question: askedBack?.question ?? null,
    answer: askedBack?.answer ?? null,
    givenOn: item.givenOn,
  }
}
