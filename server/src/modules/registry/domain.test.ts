import type { EntityAttributes, EntityEventKind, EntityVersion } from '@hopluc/shared/entities'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../platform/errors.ts'
import { assertLife, assertRecordable, type LifeEvent } from './domain.ts'
import { applyChange } from './versions.ts'
import { monthsLater, warningsOf } from './warnings.ts'

type Step = readonly [EntityEventKind, string, (string | null)?]
const life = (steps: readonly Step[]): LifeEvent[] =>
  steps.map(([kind, onDay, untilOn = null], index) => ({ id: `${index}`, kind, onDay, untilOn }))

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'fits'
  } catch (error) {
    if (error instanceof AppError) return error.code.replace('entities.', '')
    throw error
  }
}
const REGISTERED: Step = ['registered', '2020-01-01']

describe('a legal life', () => {
  test.each<[string, readonly Step[], string]>([
    [
      'founding in steps',
      [['canvassed', '2019-01-01'], ['conference_held', '2019-06-01'], REGISTERED],
      'fits',
    ],
    ['only canvassed', [['canvassed', '2019-01-01']], 'fits'],
    ['nothing of a founding', [['congress', '2020-05-01']], 'never_founded'],
    [
      'before the first founding step',
      [['canvassed', '2019-01-01'], REGISTERED, ['congress', '2018-05-01']],
      'before_founding',
    ],
    [
      'dissolved before it was registered',
      [['canvassed', '2019-01-01'], REGISTERED, ['dissolved', '2019-05-01']],
      'not_registered',
    ],
    [
      'dissolved while only canvassed',
      [
        ['canvassed', '2019-01-01'],
        ['dissolved', '2019-05-01'],
      ],
      'not_registered',
    ],
    ['registered twice', [REGISTERED, ['registered', '2021-01-01']], 'registered_twice'],
    [
      'canvassed after registration',
      [REGISTERED, ['canvassed', '2021-01-01']],
      'already_registered',
    ],
    [
      'a congress after the end',
      [REGISTERED, ['dissolved', '2022-01-01'], ['congress', '2022-02-01']],
      'after_end',
    ],
    [
      'an end put before what is known',
      [REGISTERED, ['congress', '2022-02-01'], ['bankrupt', '2022-01-01']],
      'after_end',
    ],
    [
      'its last congress on the day of the end',
      [REGISTERED, ['dissolved', '2022-01-01'], ['congress', '2022-01-01']],
      'fits',
    ],
    [
      'restored after the end, then a congress',
      [
        REGISTERED,
        ['dissolved', '2022-01-01'],
        ['restored', '2022-03-01'],
        ['congress', '2022-04-01'],
      ],
      'fits',
    ],
    [
      'resumed without having been suspended',
      [REGISTERED, ['resumed', '2021-01-01']],
      'nothing_to_end',
    ],
    [
      'resumed twice',
      [
        REGISTERED,
        ['suspended', '2021-01-01'],
        ['resumed', '2021-02-01'],
        ['resumed', '2021-03-01'],
      ],
      'nothing_to_end',
    ],
    [
      'suspended anew before it resumed',
      [
        REGISTERED,
        ['suspended', '2021-01-01', '2021-06-30'],
        ['suspended', '2021-07-01', '2021-12-31'],
        ['resumed', '2021-10-01'],
      ],
      'fits',
    ],
    ['restored from nothing', [REGISTERED, ['restored', '2021-01-01']], 'nothing_to_end'],
    [
      'a revoked resolution to dissolve',
      [REGISTERED, ['dissolving', '2021-01-01'], ['dissolving_revoked', '2021-03-01']],
      'fits',
    ],
  ])('%s', (_, steps, answer) => {
    expect(codeOf(() => assertLife(life(steps)))).toBe(answer)
    expect(codeOf(() => assertLife(life(steps.toReversed())))).toBe(answer)
  })

  test.each<[EntityEventKind, string, string]>([
    ['congress', '2026-03-10', 'fits'],
    ['congress', '2026-03-11', 'not_yet'],
    ['suspended', '2026-03-13', 'fits'],
    ['relocated', '2026-03-01', 'place_first'],
  ])('%s on %s, recorded on 10/03/2026: %s', (kind, onDay, answer) => {
    const [event] = life([[kind, onDay]])
    expect(event && codeOf(() => assertRecordable(event, '2026-03-10'))).toBe(answer)
  })
})

const ATTRIBUTES: EntityAttributes = {
  name: 'HTX Minh Phát',
  shortName: null,
  foreignName: null,
  kind: 'cooperative',
  code: null,
  law: '2023',
  governance: null,
  phone: null,
  email: null,
  website: null,
  lines: [],
  commodities: ['lua'],
  charterCapital: null,
  officialMembers: 10,
  linkedMembers: null,
  otherMembers: null,
  workers: null,
  representative: null,
}
const SOURCE = { from: 'commune', on: '2026-01-01', documentId: null, note: null } as const
const version = (
  fromOn: string,
  untilOn: string,
  more: Partial<EntityAttributes>,
): EntityVersion => ({ fromOn, untilOn, attributes: { ...ATTRIBUTES, ...more }, sources: {} })

describe('a change from a day on', () => {
  const versions = [
    version('2020-01-01', '2020-12-31', {}),
    version('2021-01-01', '2021-12-31', { officialMembers: 12 }),
    version('2022-01-01', '9999-12-31', { officialMembers: 15, phone: '1' }),
  ]
  const told = (changed: readonly EntityVersion[]) =>
    changed.map(({ fromOn, untilOn, attributes: { name, officialMembers } }) => [
      fromOn,
      untilOn,
      name,
      officialMembers,
    ])

  test('splits the version of the day and reaches later ones that did not change the same', () => {
    const name = 'HTX Minh Phát 2'
    expect(
      told(applyChange(versions, '2020-07-01', { name, officialMembers: 11 }, SOURCE)),
    ).toEqual([
      ['2020-01-01', '2020-06-30', 'HTX Minh Phát', 10],
      ['2020-07-01', '2020-12-31', name, 11],
      ['2021-01-01', '2021-12-31', name, 12],
      ['2022-01-01', '9999-12-31', name, 15],
    ])
  })
  test('from the first day of a version corrects it, and says where it comes from', () => {
    const [one, ...more] = applyChange(versions, '2022-01-01', { officialMembers: 20 }, SOURCE)
    expect(more).toEqual([])
    expect(one).toMatchObject({ fromOn: '2022-01-01', sources: { officialMembers: SOURCE } })
  })
  test('that changes nothing splits nothing, and renews the source', () => {
    const changed = applyChange(versions, '2021-07-01', { officialMembers: 12 }, SOURCE)
    expect(changed).toEqual([{ ...versions[1], sources: { officialMembers: SOURCE } }])
  })
  test('is refused for days before there is any description', () => {
    expect(codeOf(() => applyChange(versions, '2019-12-31', { name: 'x' }, SOURCE))).toBe(
      'before_description',
    )
  })
})

describe('warnings', () => {
  const MINIMUMS = [{ kind: 'cooperative', law: '2023', members: 5, basis: 'Điều 4' }]
  const keys = (steps: readonly Step[], more: Partial<EntityAttributes> = {}, day = '2026-03-10') =>
    warningsOf({
      attributes: { ...ATTRIBUTES, ...more },
      status: 'active',
      events: life(steps),
      minimums: MINIMUMS,
      day,
    }).map(({ key }) => key)
  const FRESH: Step = ['congress', '2026-01-10']

  test.each<[string, readonly Step[], Partial<EntityAttributes>, string[]]>([
    ['nothing', [REGISTERED, FRESH], {}, []],
    ['too few members', [REGISTERED, FRESH], { officialMembers: 4 }, ['members.below_minimum']],
    ['the least', [REGISTERED, FRESH], { officialMembers: 5 }, []],
    ['an old law', [REGISTERED, FRESH], { law: '2012' }, ['law.not_converted']],
    [
      'a code whose check digit does not fit',
      [REGISTERED, FRESH],
      { code: '0100109107' },
      ['code.check_digit'],
    ],
    ['a code whose check digit fits', [REGISTERED, FRESH], { code: '0100109106' }, []],
    [
      'a congress twelve months ago',
      [REGISTERED, ['congress', '2025-03-10']],
      {},
      ['congress.overdue'],
    ],
    ['a congress a day less', [REGISTERED, ['congress', '2025-03-11']], {}, []],
    [
      'a congress eighteen months ago',
      [REGISTERED, ['congress', '2024-09-10']],
      {},
      ['congress.revocation_ground'],
    ],
    [
      'suspended for thirteen months',
      [REGISTERED, FRESH, ['suspended', '2025-01-01', '2026-01-31']],
      {},
      ['suspension.too_long'],
    ],
    [
      'suspended for twelve months',
      [REGISTERED, FRESH, ['suspended', '2025-01-01', '2025-12-31']],
      {},
      [],
    ],
    [
      'became a cooperative too early',
      [REGISTERED, ['kind_changed', '2020-12-31'], FRESH],
      {},
      ['conversion.too_early'],
    ],
    ['became one after twelve months', [REGISTERED, ['kind_changed', '2021-01-01'], FRESH], {}, []],
  ])('%s', (_, steps, more, expected) => {
    expect(keys(steps, more)).toEqual(expected)
  })
  test('a month that is shorter ends on its last day', () => {
    expect(monthsLater('2024-08-31', 18)).toBe('2026-02-28')
  })
})
