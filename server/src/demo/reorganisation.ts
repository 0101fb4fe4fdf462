import { ReorganisationPlan } from '@hopluc/shared/reorganisations'
import { AgencyKind } from '@hopluc/shared/units'
import { SYSTEM_ACCOUNT } from '../platform/jobs.ts'
import type { Tx } from '../platform/db.ts'
import { AGENCIES, AGENCY_SUCCESSIONS } from './agencies.ts'
import { agencyId, demoId, unitId } from './id.ts'
import { LAST_DAY_BEFORE, REORGANISED_ON, UNIT_SUCCESSIONS, UNITS } from './units.ts'

export const DEMO_ACT = {
  act: 'Nghị quyết sắp xếp đơn vị hành chính năm 2025',
  decidedOn: '2025-06-12',
  onDay: REORGANISED_ON,
  title: 'Sắp xếp đơn vị hành chính, chính quyền hai cấp (minh họa)',
}

const isNew = ({ from }: { from: string }) => from === REORGANISED_ON
const isOver = ({ until }: { until?: string }) => until === LAST_DAY_BEFORE

/** The reorganisation of 2025 as the demo tells it, as an administrator would draw it up. */
export function demoPlan(): ReorganisationPlan {
  return ReorganisationPlan.parse({
    units: {
      founded: UNITS.filter(isNew).map(({ key, level, kind, name, code, parent, before }) => ({
        id: unitId(key),
        level,
        kind: before?.kind ?? kind,
        name: before?.name ?? name,
        code: code ?? null,
        parentId: parent ? unitId(parent) : null,
      })),
      ended: UNITS.filter(isOver).map(({ key }) => unitId(key)),
      successions: UNIT_SUCCESSIONS.map(([from, to]) => ({
        fromId: unitId(from),
        toId: unitId(to),
      })),
    },
    agencies: {
      founded: AGENCIES.filter(isNew).map((agency) => ({
        id: agencyId(agency.key),
        unitId: unitId(agency.unit),
        kind: AgencyKind.parse(agency.kind),
        name: agency.name,
        shortName: agency.shortName,
        symbol: agency.symbol ?? null,
        manner: agency.manner ?? 'assign',
        actsForId: agency.actsFor ? agencyId(agency.actsFor) : null,
        needsApproval: agency.needsApproval ?? false,
        names: [...(agency.names ?? [])],
      })),
      ended: AGENCIES.filter(isOver).map(({ key }) => agencyId(key)),
      successions: AGENCY_SUCCESSIONS.map(([from, to]) => ({
        fromId: agencyId(from),
        toId: agencyId(to),
      })),
    },
  })
}

/** As it was applied then; its effects are the organisation itself, so it is not taken back. */
export async function loadReorganisation(tx: Tx): Promise<void> {
  const id = demoId('reorganisation:2025')
  const nameOf = (key: string) => {
    const unit = UNITS.find((one) => one.key === key)
    return unit ? `${unit.kind} ${unit.name}` : key
  }
  const lines = UNIT_SUCCESSIONS.map(([from, to]) => ({
    module: 'units',
    what: { vi: 'Nhập toàn bộ', en: 'Merged whole' },
    subject: nameOf(from),
    from: null,
    to: nameOf(to),
    count: null,
    unitIds: [unitId(from), unitId(to)],
    agencyIds: [],
  }))
  const at = new Date(`${REORGANISED_ON}T00:10:00+07:00`)
  await tx
    .insertInto('reorganisations')
    .values({
      id,
      act: DEMO_ACT.act,
      decided_on: DEMO_ACT.decidedOn,
      on_day: DEMO_ACT.onDay,
      title: DEMO_ACT.title,
      state: 'applied',
      plan: JSON.stringify(demoPlan()),
      report: JSON.stringify({ seconds: 0, held: [], lines }),
      created_by: SYSTEM_ACCOUNT,
      created_at: at,
      applied_by: SYSTEM_ACCOUNT,
      applied_at: at,
    })
    .execute()
  const common = { on_day: REORGANISED_ON, reorganisation_id: id }
  await tx
    .insertInto('unit_successions')
    .values(
      UNIT_SUCCESSIONS.map(([from, to, act]) => ({
        from_id: unitId(from),
        to_id: unitId(to),
        act,
        ...common,
      })),
    )
    .execute()
  await tx
    .insertInto('agency_successions')
    .values(
      AGENCY_SUCCESSIONS.map(([from, to]) => ({
        from_id: agencyId(from),
        to_id: agencyId(to),
        act: 'Bàn giao khi sắp xếp bộ máy năm 2025 (minh họa)',
        ...common,
      })),
    )
    .execute()
}
