import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { findEntities } from '../modules/registry-search/index.ts'
import { type Actor, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { anAgency, aPerson } from '../testing/organisation-parts.ts'
import { type DoublesSet, randomFrom, type SetEntity } from './registry-doubles-patterns.ts'
import type { BenchPlace, Figure } from './types.ts'

const TODAY = '2026-03-10'
const NOW = new Date(`${TODAY}T03:00:00Z`)
const LIMIT = 10

/** What people type; `isFound`: what they look for has to come among the first ten. */
const WAYS: readonly { name: string; isFound: boolean; of: (entity: SetEntity) => string }[] = [
  { name: 'without marks', isFound: true, of: ({ name }) => plain(name) },
  { name: 'first letters', isFound: true, of: ({ name }) => shortened(plain(name)) },
  { name: 'words turned', isFound: true, of: ({ name }) => turned(plain(name)) },
  { name: 'a letter wrong', isFound: true, of: ({ name }) => spoilt(plain(name)) },
  { name: 'code', isFound: true, of: ({ code, name }) => code ?? plain(name) },
  {
    name: 'own words only',
    isFound: false,
    of: ({ name }) => plain(name).split(' ').slice(-2).join(' '),
  },
  { name: 'type only', isFound: false, of: () => 'htx nong nghiep' },
  {
    name: 'being typed',
    isFound: false,
    of: ({ name }) =>
      `htx ${plain(name).split(' ').at(-2) ?? ''} ${(plain(name).split(' ').at(-1) ?? '').slice(0, 2)}`,
  },
]

/**
 * The first ten that answer what is typed, for an account of the nation, of a province and of a commune,
 * beside hand-written SQL as the owner. Target: 50 ms, ratio at most 1.5.
 */
export async function measureSearch(
  { db, owner, isSmall, progress }: BenchPlace,
  set: DoublesSet,
): Promise<Figure> {
  const rounds = isSmall ? 5 : 40
  // the yardstick has the index that its writer would make for it
  await sql`create index on entity_spans using gin (words gin_trgm_ops)`.execute(owner)
  const [own, beside]: [number[], number[]] = [[], []]
  for (const { actor, unitId, level } of await makeReaders(owner)) {
    const context = createContext(db, actor, TODAY, NOW)
    const within = await inUnit(owner, unitId)
    const asked = set.entities.filter(({ places }) => within.has(places.at(-1)?.unitId ?? ''))
    for (const { name, isFound, of } of WAYS) {
      const random = randomFrom(7)
      const [mine, plainly]: [number[], number[]] = [[], []]
      let seen = 0
      for (let round = 0; round < rounds; round += 1) {
        const entity = asked[Math.floor(random() * asked.length)]
        if (!entity) throw new Error(`nothing lies in the ${level}`)
        const q = of(entity)
        const started = performance.now()
        const hits = await context.read((reader) => findEntities(reader, q, LIMIT, TODAY))
        mine.push(performance.now() - started)
        if (hits.some(({ id }) => id === entity.id)) seen += 1
        const then = performance.now()
        await byHand(owner, unitId, level, q)
        plainly.push(performance.now() - then)
      }
      progress(
        `${level}, ${name}: ${at(mine, 0.5).toFixed(1)} ms, p95 ${at(mine, 0.95).toFixed(1)}; by hand ${at(plainly, 0.5).toFixed(1)} ms; ${isFound ? `found ${seen} of ${rounds}` : ''}`,
      )
      own.push(...mine)
      beside.push(...plainly)
    }
  }
  const ratio = Number((at(own, 0.95) / at(beside, 0.95)).toFixed(3))
  return {
    name: 'registry.search.p95',
    value: Number(at(own, 0.95).toFixed(2)),
    unit: 'ms',
    yardstick: Number(at(beside, 0.95).toFixed(2)),
    ratio,
    note: `first ${LIMIT} of ${set.entities.length} entities, ${WAYS.length} ways of typing (${WAYS.map(({ name }) => name).join(', ')}) by accounts of the nation, a province and a commune, ${rounds} rounds each; half within ${at(own, 0.5).toFixed(2)} ms; yardstick: hand-written SQL by code and trigrams without row security, half within ${at(beside, 0.5).toFixed(2)} ms; target 50 ms, ratio 1.5`,
  }
}

/** As somebody would write it who knows whose list it is. */
async function byHand(owner: Kysely<Schema>, unitId: Id, level: string, q: string): Promise<void> {
  const where =
    level === 'nation'
      ? sql``
      : sql`and s.unit_id in (select descendant_id from unit_ancestry where ancestor_id = ${unitId})`
  await sql`select s.entity_id, s.name, s.code, u.kind || ' ' || u.name as unit
    from entity_spans s join unit_versions u on u.unit_id = s.unit_id and ${TODAY}::date between u.from_on and u.until_on
    where ${TODAY}::date between s.from_on and s.until_on and (s.words % registry_words(${q}) or s.code = ${q}) ${where}
    order by s.is_live desc, similarity(s.words, registry_words(${q})) desc limit ${LIMIT}`.execute(
    owner,
  )
}

async function makeReaders(owner: Kysely<Schema>) {
  const unit = async (level: string) => {
    const row = await owner
      .selectFrom('unit_versions')
      .select('unit_id')
      .where('level', '=', level)
      .where('until_on', '=', '9999-12-31')
      .orderBy('unit_id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return row.unit_id
  }
  const readers: { actor: Actor; unitId: Id; level: string }[] = []
  for (const [level, kind, role] of [
    ['nation', 'ministry', 'observer'],
    ['province', 'department', 'officer'],
    ['commune', 'people_committee', 'officer'],
  ] as const) {
    const unitId = await unit(level)
    const agencyId = await anAgency(owner, { unitId, kind, name: level, shortName: level })
    const { actor, accountId } = await aPerson(owner, level, { role, agencyId, title: 'Đo' })
    await sql`select refresh_scopes(${accountId})`.execute(owner)
    readers.push({ actor, unitId, level })
  }
  return readers
}

async function inUnit(owner: Kysely<Schema>, unitId: Id): Promise<Set<Id>> {
  const rows = await owner
    .selectFrom('unit_ancestry')
    .select('descendant_id')
    .where('ancestor_id', '=', unitId)
    .execute()
  return new Set([unitId, ...rows.map(({ descendant_id }) => descendant_id)])
}

function plain(words: string): string {
  const letters = words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  return letters.replaceAll('đ', 'd')
}

function shortened(words: string): string {
  return words
    .replace('hop tac xa', 'htx')
    .replace('to hop tac', 'tht')
    .replace('nong nghiep', 'nn')
    .replace('dich vu', 'dv')
}

function turned(words: string): string {
  return words.replace('dich vu nong nghiep', 'nong nghiep dich vu')
}

/** Two letters of the last long word stand the wrong way round. */
function spoilt(words: string): string {
  const all = words.split(' ')
  const last = all.findLastIndex((word) => word.length > 3)
  const word = all[last] ?? ''
  return all
    .with(last, `${word.slice(0, 1)}${word[2] ?? ''}${word[1] ?? ''}${word.slice(3)}`)
    .join(' ')
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
