import { type AccountItem, AccountQuery } from '@hopluc/shared/accounts'
import { calendarDay } from '../../../platform/clock.ts'
import type { ExcelRow } from '../../../platform/excel.ts'
import { declareList } from '../../exports/index.ts'
import { list } from './service.ts'

declareList({
  name: 'accounts',
  query: AccountQuery,
  title: 'Danh sách tài khoản',
  sheetName: 'Tài khoản',
  personal: ['accounts.username', 'accounts.name', 'posts.title'],
  columns: [
    { header: 'Tên đăng nhập', key: 'username', width: 22, kind: 'text' },
    { header: 'Họ và tên', key: 'name', width: 28, kind: 'text' },
    { header: 'Chức vụ, cơ quan', key: 'posts', width: 60, kind: 'text' },
    { header: 'Tình trạng', key: 'state', width: 16, kind: 'text' },
    { header: 'Lần dùng cuối', key: 'lastSeenOn', width: 14, kind: 'date' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow({ username, name, posts, isActive, lastSeenAt }: AccountItem): ExcelRow {
  return {
    username,
    name,
    posts: posts.map(({ title, agency }) => `${title}, ${agency.name}`).join('; '),
    state: isActive ? 'Đang hoạt động' : 'Đã khóa',
    lastSeenOn: lastSeenAt === null ? null : calendarDay(new Date(lastSeenAt)),
  }
}
