import { ReorganisationPlan } from '@hopluc/shared/reorganisations'
import { FOREVER } from '@hopluc/shared/values'
import { describe, expect, test } from 'vitest'
import { resolve } from './resolve.ts'
import type { AgencyVersion, UnitVersion, World } from './world.ts'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [province, east, west, other, fresh] = [id(1), id(2), id(3), id(4), id(5)]
const [eastOffice, freshOffice, bank] = [id(11), id(15), id(16)]
const DAY = '2026-03-01'

const unit = (unitId: string, more: Partial<UnitVersion> = {}): UnitVersion => ({
  unitId,
  fromOn: '2020-01-01',
  untilOn: FOREVER,
  level: 'commune',
  kind: 'xã',
  name: unitId.slice(-1),
  code: null,
  parentId: province,
  ...more,
})
const agency = (
  agencyId: string,
  unitId: string,
  more: Partial<AgencyVersion> = {},
): AgencyVersion => ({
  agencyId,
  fromOn: '2020-01-01',
  untilOn: FOREVER,
  unitId,
  kind: 'people_committee',
  name: `Cơ quan ${agencyId.slice(-2)}`,
  shortName: 'UBND',
  symbol: null,
  actsForId: null,
  ...more,
})
const world: World = {
  units: Map.groupBy(
    [unit(province, { level: 'province', parentId: null }), unit(east), unit(west), unit(other)],
    ({ unitId }) => unitId,
  ),
  agencies: Map.groupBy([agency(eastOffice, east)], ({ agencyId }) => agencyId),
  unitSuccessions: new Set(),
  agencySuccessions: new Set(),
}
const head = { act: 'NQ', decidedOn: null, onDay: DAY }
const run = (plan: unknown, at: World = world) => resolve(head, ReorganisationPlan.parse(plan), at)
const codes = (plan: unknown, at?: World) =>
  run(plan, at).errors.map(({ path, code }) => `${path} ${code.replace('reorganisations.', '')}`)
const founded = (more: object = {}) => ({
  id: fresh,
  level: 'commune',
  kind: 'xã',
  name: 'Mới',
  parentId: province,
  ...more,
})
const to = (fromId: string, toId = fresh, more: object = {}) => ({ fromId, toId, ...more })

describe('a plan is refused with its place when', () => {
  const merge = { founded: [founded()], ended: [east], successions: [to(east)] }
  const cases: [string, object, string[]][] = [
    ['it changes nothing', {}, [' empty']],
    [
      'a unit is founded that exists',
      { founded: [founded({ id: west })] },
      ['units.founded.0 exists'],
    ],
    [
      'a unit stands below none',
      { founded: [founded({ parentId: id(99) })] },
      ['units.founded.0 no_parent'],
    ],
    [
      'a unit stands below its like',
      { founded: [founded({ parentId: west })] },
      ['units.founded.0 wrong_level'],
    ],
    ['it ends what nobody knows', { ended: [id(98)] }, ['units.ended.0 unknown']],
    ['a unit is named twice', { ended: [east, east] }, ['units.ended.1 twice']],
    [
      'children are left behind',
      { ended: [province] },
      ['units.ended.0 child_left', 'units.ended.0 child_left', 'units.ended.0 child_left'],
    ],
    [
      'the successor does not exist then',
      { ended: [east], successions: [to(east, id(97))] },
      ['units.successions.0 no_successor'],
    ],
    [
      'the successor ends too',
      { ended: [east, west], successions: [to(east, west)] },
      ['units.successions.0 no_successor'],
    ],
    [
      'the predecessor never was',
      { ...merge, successions: [to(east), to(id(96))] },
      ['units.successions.1 no_predecessor'],
    ],
    [
      'what passes over whole goes on',
      { founded: [founded()], successions: [to(east)] },
      ['units.successions.0 whole_but_stays'],
    ],
    [
      'it passes over whole twice',
      { ...merge, successions: [to(east), to(east, west)] },
      ['units.successions.0 two_wholes'],
    ],
    [
      'shares are more than all',
      {
        ...merge,
        successions: [
          to(east, fresh, { isWhole: false, share: 0.7 }),
          to(east, west, { isWhole: false, share: 0.5 }),
        ],
      },
      ['units.successions.0 shares'],
    ],
    [
      'a unit would stand below itself',
      { changed: [{ id: province, parentId: east }] },
      ['units.changed.0 wrong_level', 'units.0 cycle'],
    ],
  ]
  test.each(cases)('%s', (_, units, expected) => {
    expect(codes({ units })).toEqual(expected)
  })

  test('a later version would overlap, or the unit is over', () => {
    const later = new Map(world.units)
    later.set(east, [unit(east, { untilOn: '2026-06-30' }), unit(east, { fromOn: '2026-07-01' })])
    later.set(west, [unit(west, { untilOn: '2026-02-01' })])
    const at = { ...world, units: later }
    expect(codes({ units: { changed: [{ id: east, name: 'X' }] } }, at)).toEqual([
      'units.changed.0 overlap',
    ])
    expect(codes({ units: { changed: [{ id: west, name: 'X' }] } }, at)).toEqual([
      'units.changed.0 not_there',
    ])
  })

  test('an agency is left without its unit or its principal', () => {
    const plan = {
      units: { ended: [other] },
      agencies: {
        founded: [
          {
            id: freshOffice,
            unitId: other,
            kind: 'office',
            name: 'P',
            shortName: 'P',
            actsForId: id(95),
          },
        ],
      },
    }
    expect(codes(plan)).toEqual(['agencies.founded.0 no_unit', 'agencies.founded.0 no_principal'])
  })
})

describe('a succession of agencies is refused with its place when', () => {
  const second = id(17)
  const named = (agencyId: string) => ({
    id: agencyId,
    unitId: fresh,
    kind: 'office',
    name: `Phòng ${agencyId.slice(-2)}`,
    shortName: 'P',
  })
  const plan = (successions: object[]) => ({
    units: { founded: [founded()], ended: [east], successions: [to(east)] },
    agencies: { founded: [named(freshOffice), named(second)], ended: [eastOffice], successions },
  })

  test('two take over and nobody says which duty', () => {
    const both = [to(eastOffice, freshOffice), to(eastOffice, second)]
    expect(codes(plan(both))).toEqual([
      'agencies.successions.0 two_duties',
      'agencies.successions.1 two_duties',
    ])
    const said = both.map((one, at) => ({ ...one, duty: `Nhiệm vụ ${at}` }))
    expect(codes(plan(said))).toEqual([])
  })

  test('it is kept already, as one of units is', () => {
    const at = {
      ...world,
      unitSuccessions: new Set([`${east} ${fresh}`]),
      agencySuccessions: new Set([`${eastOffice} ${freshOffice}`]),
    }
    expect(codes(plan([to(eastOffice, freshOffice)]), at)).toEqual([
      'units.successions.0 succession_exists',
      'agencies.successions.0 succession_exists',
    ])
  })

  test('a unit that ends without a successor is no error: it is said', () => {
    const agencies = new Map()
    const { errors, warnings } = run({ units: { ended: [other] } }, { ...world, agencies })
    expect(errors).toEqual([])
    expect(warnings).toMatchObject([
      { path: 'units.ended.0', code: 'reorganisations.no_succession' },
    ])
  })
})

describe('what follows by rule', () => {
  const merge = { founded: [founded()], ended: [east], successions: [to(east)] }
  const office = {
    id: freshOffice,
    unitId: fresh,
    kind: 'people_committee',
    name: 'UBND Mới',
    shortName: 'UBND',
  }

  test('an authority goes over to the one of its kind at the only successor', () => {
    const { plan, questions, errors } = run({ units: merge, agencies: { founded: [office] } })
    expect(errors).toEqual([])
    expect(questions).toEqual([])
    expect(plan.agencies.ended).toEqual([eastOffice])
    expect(plan.agencies.successions).toEqual([{ fromId: eastOffice, toId: freshOffice, duty: '' }])
  })

  test('where none or several could succeed, it asks; the answer decides', () => {
    const asked = run({ units: merge })
    expect(asked.questions).toMatchObject([{ key: `agency:${eastOffice}`, usual: null }])
    const told = run({ units: merge, answers: { [`agency:${eastOffice}`]: 'none' } })
    expect(told.plan.agencies).toMatchObject({ ended: [eastOffice], successions: [] })
  })

  test('a bank stays and lies elsewhere', () => {
    const agencies = new Map(world.agencies).set(bank, [agency(bank, east, { kind: 'bank' })])
    const { plan } = run({ units: merge, agencies: { founded: [office] } }, { ...world, agencies })
    expect(plan.agencies.changed).toEqual([{ id: bank, unitId: fresh }])
  })

  test('who acted for an ended agency acts for its successor', () => {
    const agencies = new Map(world.agencies).set(bank, [
      agency(bank, west, { kind: 'office', actsForId: eastOffice }),
    ])
    const { plan } = run({ units: merge, agencies: { founded: [office] } }, { ...world, agencies })
    expect(plan.agencies.changed).toEqual([{ id: bank, actsForId: freshOffice }])
  })

  test('a part without a share is asked about, and unknown is an answer', () => {
    const units = { founded: [founded()], successions: [to(east, fresh, { isWhole: false })] }
    const key = `share:${east}:${fresh}`
    expect(run({ units }).questions).toMatchObject([{ key, input: 'share', usual: null }])
    const answer = (said: string) => run({ units, answers: { [key]: said } }).plan.units.successions
    expect(answer('0.25')).toMatchObject([{ share: 0.25, isEstimate: true }])
    expect(answer('unknown')).toMatchObject([{ share: null, isEstimate: false }])
  })
})
