import { type CommitteeItem, CommitteeQuery } from '@hopluc/shared/committees'
import { FOREVER } from '@hopluc/shared/values'
import type { ExcelRow } from '../../../platform/excel.ts'
import { declareList } from '../../exports/index.ts'
import { list } from './service.ts'

declareList({
  name: 'committees',
  query: CommitteeQuery,
  title: 'Danh sách Ban Chỉ đạo',
  sheetName: 'Ban Chỉ đạo',
  personal: ['committee_members.name'],
  columns: [
    { header: 'Ban Chỉ đạo', key: 'name', width: 44, kind: 'text' },
    { header: 'Đơn vị hành chính', key: 'unit', width: 28, kind: 'text' },
    { header: 'Thuộc', key: 'under', width: 28, kind: 'text' },
    { header: 'Quyết định', key: 'decision', width: 22, kind: 'text' },
    { header: 'Ngày quyết định', key: 'decidedOn', width: 12, kind: 'date' },
    { header: 'Cơ quan thường trực', key: 'standingAgency', width: 32, kind: 'text' },
    { header: 'Trưởng Ban', key: 'head', width: 36, kind: 'text' },
    { header: 'Số thành viên', key: 'members', width: 10, kind: 'number' },
    { header: 'Từ ngày', key: 'fromOn', width: 12, kind: 'date' },
    { header: 'Đến ngày', key: 'untilOn', width: 12, kind: 'date' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow({ unit, standingAgency, untilOn, ...committee }: CommitteeItem): ExcelRow {
  const { name, under, decision, decidedOn, head, members, fromOn } = committee
  return {
    name,
    under,
    decision,
    decidedOn,
    head,
    members,
    fromOn,
    unit: `${unit.kind} ${unit.name}`,
    standingAgency: standingAgency.name,
    untilOn: untilOn === FOREVER ? null : untilOn,
  }
}
