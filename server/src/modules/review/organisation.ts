import type { AgencyGroup, NamedBody, ReadingAgency } from '@hopluc/shared/readings'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import { heirsOf } from '../directives/index.ts'
import { type KnownAgency, resolveAgencies, type ResolvedName } from '../reading/index.ts'
import { agenciesByIds } from '../units/index.ts'
import { type AreaAgency, areaAgencies, memberAgencies } from './area.ts'
import type { Organisation } from './domain.ts'

/**
 * The bodies of a day that a text of this body can mean, groups of them under the names by which
 * documents call many at once, and how each of `names` is to be understood.
 */
export async function organisationFor(
  db: Reader,
  ownerId: Id,
  on: PlainDate,
  names: readonly string[],
): Promise<Organisation> {
  const [owner] = await agenciesByIds(db, [ownerId], on)
  if (!owner) return { agencies: new Map(), groups: [], resolve: unknownBody }
  const all = await areaAgencies(db, owner.unitId, on)
  const own = all.filter(({ isOnDay, kind }) => isOnDay && kind !== 'cooperative')
  const agencies = new Map(own.map((body): [Id, ReadingAgency] => [body.id, asReadingAgency(body)]))
  const members = await memberAgencies(db, ownerId, on)
  const groups = groupsOf(own, owner.unitId, members)
  if (names.length === 0) return { agencies, groups, resolve: unknownBody }
  const resolved = new Map<string, ResolvedName>()
  const unitIds = [...new Set(all.filter(({ isBelow }) => isBelow).map(({ unitId }) => unitId))]
  const context = { on, unitId: owner.unitId, unitIds }
  const distinct = [...new Set(names)]
  for (const one of resolveAgencies(distinct, all.map(asKnown), context))
    resolved.set(one.name, one)
  const gone = [...resolved.values()].filter(({ status }) => status === 'not_on_that_day')
  const heirs = await heirsOf(
    db,
    gone.flatMap(({ candidates }) => candidates),
    on,
  )
  return {
    agencies,
    groups,
    resolve: (words) => namedBody(words, resolved.get(words), heirs, agencies),
  }
}

const unknownBody = (words: string): NamedBody => ({
  words,
  ids: [],
  fault: 'unknown',
  insteadIds: [],
})

function namedBody(
  words: string,
  found: ResolvedName | undefined,
  heirs: ReadonlyMap<Id, Id[]>,
  agencies: ReadonlyMap<Id, ReadingAgency>,
): NamedBody {
  if (!found) return unknownBody(words)
  const { agencyIds, status, candidates, isOpen } = found
  const known = (ids: readonly Id[]) => [...new Set(ids)].filter((id) => agencies.has(id))
  switch (status) {
    case 'resolved':
      return { words, ids: known(agencyIds), fault: null, insteadIds: [] }
    case 'group':
      return isOpen
        ? { words, ids: [], fault: 'group', insteadIds: [] }
        : { words, ids: known(agencyIds), fault: null, insteadIds: [] }
    case 'not_on_that_day': {
      const instead = candidates.flatMap((id) => heirs.get(id) ?? [])
      return { words, ids: [], fault: 'not_on_day', insteadIds: known(instead).slice(0, 5) }
    }
    default:
      return { words, ids: [], fault: 'unknown', insteadIds: known(candidates).slice(0, 5) }
  }
}

const asReadingAgency = ({ id, name, shortName, kind, manner }: AreaAgency): ReadingAgency => ({
  id,
  name,
  shortName,
  kind,
  manner,
})

const asKnown = (body: AreaAgency): KnownAgency => ({
  id: body.id,
  name: body.name,
  shortNames: [body.shortName, ...body.otherNames],
  kind: body.kind,
  unitId: body.unitId,
  unitName: `${body.unitKind} ${body.unitName}`,
  unitKind: body.unitLevel,
  fromOn: body.fromOn,
  untilOn: body.untilOn,
})

function groupsOf(own: readonly AreaAgency[], unitId: Id, members: readonly Id[]): AgencyGroup[] {
  const idsWhere = (fits: (body: AreaAgency) => boolean) => own.filter(fits).map(({ id }) => id)
  const known = new Set(own.map(({ id }) => id))
  const groups: AgencyGroup[] = [
    { code: 'committee', ids: members.filter((id) => known.has(id)) },
    {
      code: 'communes',
      ids: idsWhere(
        ({ kind, unitLevel, isBelow }) =>
          kind === 'people_committee' && unitLevel === 'commune' && isBelow,
      ),
    },
    {
      code: 'departments',
      ids: idsWhere(
        (body) => body.unitId === unitId && (body.kind === 'department' || body.kind === 'office'),
      ),
    },
    {
      code: 'mass_organisations',
      ids: idsWhere((body) => body.unitId === unitId && body.kind === 'mass_organisation'),
    },
  ]
  return groups.filter(({ ids }) => ids.length > 0)
}

/** The body's short name on a day. */
export async function bodyName(db: Reader, id: Id, on: PlainDate): Promise<string> {
  const [body] = await agenciesByIds(db, [id], on)
  return body?.shortName ?? ''
}
