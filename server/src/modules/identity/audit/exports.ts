import { type AuditEntry, AuditQuery } from '@hopluc/shared/audit'
import type { ExcelRow } from '../../../platform/excel.ts'
import { declareList } from '../../exports/index.ts'
import { list } from './service.ts'

declareList({
  name: 'audit',
  query: AuditQuery,
  title: 'Nhật ký hệ thống',
  sheetName: 'Nhật ký',
  personal: ['accounts.name', 'audit_entries.address'],
  columns: [
    { header: 'Ngày', key: 'on', width: 12, kind: 'date' },
    { header: 'Giờ', key: 'at', width: 10, kind: 'text' },
    { header: 'Người thực hiện', key: 'name', width: 26, kind: 'text' },
    { header: 'Chức vụ', key: 'post', width: 30, kind: 'text' },
    { header: 'Việc đã làm', key: 'deed', width: 40, kind: 'text' },
    { header: 'Hồ sơ', key: 'subject', width: 50, kind: 'text' },
    { header: 'Căn cứ', key: 'document', width: 30, kind: 'text' },
    { header: 'Thay đổi', key: 'changes', width: 60, kind: 'text' },
    { header: 'Địa chỉ mạng', key: 'address', width: 18, kind: 'text' },
    { header: 'Đã niêm phong', key: 'sealed', width: 12, kind: 'text' },
    { header: 'Mã', key: 'id', width: 38, kind: 'text' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow({ words, by, subject, document, changes, from, ...entry }: AuditEntry): ExcelRow {
  const at = new Date(entry.recordedAt)
  const zone = { timeZone: 'Asia/Ho_Chi_Minh' } as const
  return {
    on: at.toLocaleDateString('en-CA', zone),
    at: at.toLocaleTimeString('vi-VN', zone),
    name: by.name,
    post: by.post,
    deed: words?.vi ?? entry.event,
    subject: subject?.name ?? null,
    document: document?.name ?? null,
    changes: changes
      .map(({ field, before, after }) => `${field}: ${said(before)} → ${said(after)}`)
      .join('\n'),
    address: from?.address ?? null,
    sealed: entry.isSealed ? 'Có' : 'Chưa',
    id: entry.id,
  }
}

const said = (value: unknown) =>
  value === null ? '(trống)' : typeof value === 'string' ? value : JSON.stringify(value)
