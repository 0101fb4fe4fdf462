import { addDays, FOREVER } from '@hopluc/shared/values'
import type { Tx } from '../platform/db.ts'
import type { DemoBelow, DemoCommitteeWork } from './committee-data.ts'
import { demoId } from './id.ts'
import { accountId, agencyId, unitId } from './organisation.ts'
import { documentId, meetingId } from './papers.ts'

/** What a committee does: charges, inspections, the committees below it, the year's programme. */
export async function loadCommitteeWork(tx: Tx, work: DemoCommitteeWork): Promise<void> {
  for (const below of work.below) await loadBelow(tx, below)
  await loadCharges(tx, work)
  await loadInspections(tx, work)
  await loadProgramme(tx, work)
  const { fromOn, words, document, item, since } = work.required
  await tx
    .insertInto('settings')
    .values({
      name: `committee.required.${agencyId(work.committee)}`,
      value: JSON.stringify({
        isRequired: true,
        words,
        documentId: documentId(document),
        item,
        decidedSince: since,
      }),
      from_on: fromOn,
      until_on: work.until,
    })
    .execute()
}

const seatId = ({ committee, decidedFrom }: DemoCommitteeWork, seat: number) =>
  demoId(`member:${committee}:${decidedFrom}:${seat}`)

async function loadBelow(tx: Tx, below: DemoBelow): Promise<void> {
  const { unit, name, foundedOn, until = FOREVER, consolidated } = below
  const id = agencyId(`bcd-${unit}`)
  await tx.insertInto('agencies').values({ id, is_demo: true }).execute()
  await tx
    .insertInto('agency_versions')
    .values({
      agency_id: id,
      from_on: foundedOn,
      until_on: until,
      unit_id: unitId(unit),
      kind: 'steering_committee',
      name: `Ban Chỉ đạo kinh tế tập thể ${name}`,
      short_name: `BCĐ KTTT ${name}`,
      symbol: 'BCĐ',
    })
    .execute()
  const version = (from_on: string, until_on: string, decision: string) => ({
    committee_id: id,
    from_on,
    until_on,
    decision,
    decided_on: from_on,
    standing_agency_id: agencyId(`ubnd-${unit}`),
  })
  const [decision, on] = consolidated ?? []
  await tx
    .insertInto('committee_versions')
    .values([
      version(foundedOn, on ? addDays(on, -1) : until, 'Quyết định thành lập (minh họa)'),
      ...(decision && on ? [version(on, until, decision)] : []),
    ])
    .execute()
  await tx
    .insertInto('committee_members')
    .values({
      id: demoId(`member:bcd-${unit}:head`),
      committee_id: id,
      name: '',
      office: `Chủ tịch UBND ${name}`,
      part: 'head',
      agency_id: agencyId(`ubnd-${unit}`),
      in_charge_of: 'Chỉ đạo chung',
      from_on: foundedOn,
      until_on: until,
    })
    .execute()
}

async function loadCharges(tx: Tx, work: DemoCommitteeWork): Promise<void> {
  const created_by = accountId(work.by)
  const rows = work.charges.flatMap(({ seat, units }) =>
    units.map((unit) => ({
      id: demoId(`duty:${work.committee}:${seat}:${unit}`),
      body_id: agencyId(work.committee),
      seat_id: seatId(work, seat),
      unit_id: unitId(unit),
      from_on: work.chargedOn,
      until_on: work.until,
      is_demo: true,
      created_by,
    })),
  )
  await tx.insertInto('duties').values(rows).execute()
}

async function loadInspections(tx: Tx, work: DemoCommitteeWork): Promise<void> {
  for (const one of work.inspections) {
    const id = demoId(`inspection:${work.committee}:${one.unit}:${one.plannedOn}`)
    await tx
      .insertInto('inspections')
      .values({
        id,
        body_id: agencyId(work.committee),
        seat_id: seatId(work, one.seat),
        unit_id: unitId(one.unit),
        subject: 'Kiểm tra hoạt động Ban Chỉ đạo và các HTX, THT trên địa bàn',
        state: one.madeOn ? 'made' : 'planned',
        planned_on: one.plannedOn,
        made_on: one.madeOn ?? null,
        findings: one.findings ?? null,
        next_on: one.nextOn ?? null,
        is_demo: true,
        created_by: accountId(work.by),
      })
      .execute()
    if (!one.remedy) continue
    const [text, agency, dueOn] = one.remedy
    await tx
      .insertInto('inspection_remedies')
      .values({
        id: demoId(`remedy:${id}`),
        inspection_id: id,
        text,
        agency_id: agencyId(agency),
        due_on: dueOn,
        position: 0,
      })
      .execute()
  }
}

async function loadProgramme(tx: Tx, work: DemoCommitteeWork): Promise<void> {
  const { year, paper, issuedOn, items } = work.programme
  const id = demoId(`programme:${work.committee}:${year}`)
  await tx
    .insertInto('programmes')
    .values({
      id,
      body_id: agencyId(work.committee),
      year,
      paper,
      issued_on: issuedOn,
      is_demo: true,
      created_by: accountId(work.by),
    })
    .execute()
  await tx
    .insertInto('programme_items')
    .values(
      items.map((item, position) => ({
        id: demoId(`${id}:${position}`),
        programme_id: id,
        month: item.month,
        kind: item.kind,
        text: item.text,
        lead_id: agencyId(item.lead),
        product: item.product ?? null,
        due_on: item.dueOn,
        meeting_id: item.meeting ? meetingId(item.meeting) : null,
        done_on: item.done?.[0] ?? null,
        note: item.done?.[1] ?? null,
        position,
      })),
    )
    .execute()
}
