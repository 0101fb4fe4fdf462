import type { RecognitionFigure, StatedFigure } from '@hopluc/shared/recognitions'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import { measureNamed, measuresOf } from '../entity-measures/index.ts'

/** Members, workers, revenue, profit, income per worker, paid to the budget. */
const CODES = ['H8', 'H9', 'H10', 'H11', 'H12', 'H15']
const MEMBERS = 'members'

/** What the register and the figures of a year hold of a cooperative, each with its source. */
export async function knownFigures(
  db: Reader,
  entityId: Id,
  year: number,
  asOf: PlainDate,
): Promise<RecognitionFigure[]> {
  const codes = [...CODES, MEMBERS]
  const [one] = await measuresOf(db, { of: { entityIds: [entityId] }, asOf, year, codes })
  const shown = (code: string, source: string): RecognitionFigure[] => {
    const known = one?.measures.get(code)
    const named = measureNamed(code)
    if (!named || !known || !('value' in known) || typeof known.value !== 'number') return []
    const { vi: name, unit } = named
    return [{ name, value: known.value, unit: unit ?? '', year, source, isKnown: true }]
  }
  const ofYear = CODES.flatMap((code) => shown(code, `Số liệu HTX năm ${year}`))
  // The register knows members of today only: beside an older year they would be another year's.
  if (ofYear.some(({ name }) => name === measureNamed('H8')?.vi)) return ofYear
  const day = asOf.split('-').toReversed().join('/')
  const today = shown(MEMBERS, `Danh sách HTX ngày ${day}`)
  return [...today.map((each) => ({ ...each, year: Number(asOf.slice(0, 4)) })), ...ofYear]
}

/** The figures of a dossier: what is known by itself, then what is stated with whose words. */
export async function figuresFor(
  db: Reader,
  { entityId, year, stated }: { entityId: Id; year: number; stated: readonly StatedFigure[] },
  asOf: PlainDate,
): Promise<RecognitionFigure[]> {
  const known = await knownFigures(db, entityId, year, asOf)
  return [...known, ...stated.map((one) => ({ ...one, isKnown: false }))]
}
