import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { act, plan } from '../modules/entity-checks/index.ts'
import type { Schema } from '../platform/db.ts'
import { type ActingOn, peopleOn } from './acting.ts'
import { demoId } from './id.ts'
import { entityId } from './registry.ts'

/**
 * The year's inspections in what was Kế Sách: one to come at which two agencies meet in one year, one that
 * waits for its conclusion, one put right. Who, when and what was found is made up.
 */
export async function layOutChecks(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const on = peopleOn(owner, today)
  const year = today.slice(0, 4)
  /** So many days ahead, in the present year. */
  const ahead = (days: number): PlainDate => {
    const day = addDays(today, days)
    return day.startsWith(year) ? day : `${year}-12-${String(20 + (days % 10)).padStart(2, '0')}`
  }
  const planned = async (by: ActingOn, days: number, one: Planned): Promise<Id> => {
    const id = demoId(`check:${one.entity}:${one.subject}`)
    const { entity, ...more } = one
    await plan(by(days), { items: [{ id, entityId: entityId(entity) }], ...more })
    return id
  }
  const law = {
    kind: 'inspection',
    subject: 'Chấp hành Luật Hợp tác xã và Điều lệ',
    planPaper: 'Kế hoạch kiểm tra năm của Sở Tài chính',
  } as const
  await planned(on.standing, -3, { ...law, entity: 'HTX Minh Khánh', plannedOn: ahead(20) })
  await planned(on.department, -2, {
    kind: 'supervision',
    entity: 'HTX Minh Khánh',
    subject: 'Sử dụng vật tư nông nghiệp, mã số vùng trồng',
    planPaper: null,
    plannedOn: ahead(34),
  })
  await planned(on.commune, -3, {
    kind: 'supervision',
    entity: 'HTX Lộc Mãi',
    subject: 'Thực hiện nghị quyết đại hội thành viên',
    planPaper: null,
    plannedOn: ahead(27),
  })
  const waits = await planned(on.department, -40, {
    kind: 'inspection',
    entity: 'HTX Minh Hưng',
    subject: 'Điều kiện kinh doanh dịch vụ máy nông nghiệp',
    planPaper: null,
    plannedOn: addDays(today, -12),
  })
  await act(on.department(-11), waits, {
    action: 'record',
    version: 1,
    on: addDays(today, -12),
    members: 'Chi cục trưởng làm trưởng đoàn; hai chuyên viên; đại diện UBND xã',
    findings: 'Hai máy chưa có hồ sơ bảo dưỡng; chưa niêm yết giá dịch vụ.',
  })
  const done = await planned(on.standing, -80, {
    ...law,
    entity: 'HTX Minh Đức',
    plannedOn: addDays(today, -60),
  })
  await act(on.standing(-58), done, {
    action: 'record',
    version: 1,
    on: addDays(today, -60),
    members: 'Phó Giám đốc Sở làm trưởng đoàn; Liên minh HTX; UBND xã',
    findings: 'Chưa công khai báo cáo tài chính năm trước với thành viên.',
  })
  await act(on.standing(-50), done, {
    action: 'conclude',
    version: 2,
    on: addDays(today, -50),
    paper: '31/KL-STC',
    text: 'Công khai báo cáo tài chính với thành viên trong 30 ngày; gửi biên bản về Sở.',
  })
  await act(on.standing(-20), done, {
    action: 'close',
    version: 3,
    on: addDays(today, -20),
    text: 'HTX đã họp thành viên, công khai báo cáo và gửi biên bản.',
  })
  await sql`update entity_checks set is_demo = true`.execute(owner)
}

interface Planned {
  kind: 'inspection' | 'supervision'
  entity: string
  subject: string
  planPaper: string | null
  plannedOn: PlainDate
}
