import type { FoundedAgency, FoundedUnit } from './reorganisations.ts'
import type { Id } from './values.ts'

/** The People's Committee and the economic office with which a new commune begins; none elsewhere. */
export function communeAgencies(
  { id: unitId, level, kind, name }: FoundedUnit,
  newId: () => Id,
): FoundedAgency[] {
  if (level !== 'commune') return []
  const committeeId = newId()
  const common = { unitId, manner: 'assign' as const, needsApproval: false }
  return [
    {
      ...common,
      id: committeeId,
      kind: 'people_committee',
      name: `UBND ${kind} ${name}`,
      shortName: `UBND ${kind} ${name}`,
      symbol: 'UBND',
      actsForId: null,
      names: [`${kind} ${name}`],
    },
    {
      ...common,
      id: newId(),
      kind: 'office',
      name: `${kind === 'phường' ? 'Phòng Kinh tế, Hạ tầng và Đô thị' : 'Phòng Kinh tế'} ${kind} ${name}`,
      shortName: `Phòng Kinh tế ${name}`,
      symbol: 'KT',
      actsForId: committeeId,
      names: [],
    },
  ]
}
