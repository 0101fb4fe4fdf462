import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { KNOWN_SINCE, PROVINCES } from '../modules/unit-import/index.ts'
import type { Schema } from '../platform/db.ts'

const LAST_DAY = '2025-06-30'
const DAY = '2025-07-01'
const ACT = 'Made up by the benchmark'
const CHUNK = 4000

interface Unit {
  id: Id
  level: 'nation' | 'province' | 'district' | 'commune'
  kind: string
  name: string
  code: string | null
  parentId: Id | null
  fromOn: PlainDate
  untilOn: PlainDate
}

interface Succession {
  fromId: Id
  toId: Id
  isWhole: boolean
  share: number | null
}

/**
 * The shape of the whole nation's reorganisation, with made-up communes: 63 provinces, 11 districts
 * each and 15 communes each become 34 provinces and 3,321 communes. Three old ones make a new one; of
 * every twelfth a part goes to the next, half of these with a stated share.
 */
export async function makeNation(owner: Kysely<Schema>, part = 1): Promise<{ units: number }> {
  const { units, successions } = plan(part)
  for (const some of chunks(units)) {
    await owner
      .insertInto('units')
      .values(some.map(({ id }) => ({ id })))
      .execute()
    await owner
      .insertInto('unit_versions')
      .values(
        some.map(({ id, level, kind, name, code, parentId, fromOn, untilOn }) => {
          const days = { from_on: fromOn, until_on: untilOn }
          return { unit_id: id, level, kind, name, code, parent_id: parentId, ...days }
        }),
      )
      .execute()
  }
  for (const some of chunks(successions))
    await owner
      .insertInto('unit_successions')
      .values(
        some.map(({ fromId, toId, isWhole, share }) => ({
          from_id: fromId,
          to_id: toId,
          on_day: DAY,
          is_whole: isWhole,
          share: share === null ? null : String(share),
          act: ACT,
        })),
      )
      .execute()
  return { units: units.length }
}

function plan(part: number) {
  const units: Unit[] = []
  const successions: Succession[] = []
  const before = { fromOn: KNOWN_SINCE, untilOn: LAST_DAY }
  const after = { fromOn: DAY, untilOn: FOREVER }
  const always = { fromOn: KNOWN_SINCE, untilOn: FOREVER }
  const add = (unit: Omit<Unit, 'id'>) => {
    const id = newId()
    units.push({ id, ...unit })
    return id
  }
  const nation = add({
    ...always,
    level: 'nation',
    kind: 'nước',
    name: 'Việt Nam',
    code: 'VN',
    parentId: null,
  })
  const chosen = PROVINCES.slice(0, Math.max(2, Math.round(PROVINCES.length * part)))
  chosen.forEach(({ code, kind, name, formedFrom }, index) => {
    const top = { level: 'province', kind, name, code, parentId: nation } as const
    const goesOn = formedFrom.length === 0
    const province = add({ ...top, ...(goesOn ? always : after) })
    const olds = goesOn
      ? [province]
      : formedFrom.map((one) => {
          const id = add({ ...top, kind: one.kind, name: one.name, code: one.code, ...before })
          successions.push({ fromId: id, toId: province, isWhole: true, share: null })
          return id
        })
    const communes = olds.flatMap((parentId) =>
      Array.from({ length: 11 }, (_, at) =>
        add({
          ...before,
          level: 'district',
          kind: 'huyện',
          name: `Minh ${at + 1}`,
          code: null,
          parentId,
        }),
      ).flatMap((district) =>
        Array.from({ length: 15 }, (_, at) =>
          add({
            ...before,
            level: 'commune',
            kind: 'xã',
            name: `Minh Cũ ${at + 1}`,
            code: null,
            parentId: district,
          }),
        ),
      ),
    )
    const wanted = index < 23 ? 98 : 97 // 34 provinces, 3,321 communes
    const news = Array.from({ length: wanted }, (_, at) =>
      add({
        ...after,
        level: 'commune',
        kind: at % 5 === 0 ? 'phường' : 'xã',
        name: `Minh Mới ${at + 1}`,
        code: `${code}${String(at + 1).padStart(3, '0')}`,
        parentId: province,
      }),
    )
    communes.forEach((fromId, at) => {
      const place = Math.floor((at * wanted) / communes.length)
      const [to, next] = [news[place], news[(place + 1) % wanted]]
      if (!to || !next) return
      if (at % 12 !== 0) successions.push({ fromId, toId: to, isWhole: true, share: null })
      else
        for (const [toId, share] of [
          [to, 0.6],
          [next, 0.4],
        ] as const)
          successions.push({ fromId, toId, isWhole: false, share: at % 24 === 0 ? share : null })
    })
  })
  return { units, successions }
}

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) =>
    items.slice(at * CHUNK, (at + 1) * CHUNK),
  )
}
