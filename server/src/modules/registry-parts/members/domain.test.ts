import { expect, test } from 'vitest'
import { type MemberCount, type Registered, warningsOf } from './domain.ts'
import { dayOf, shareOf } from './lines.ts'

const CAPITAL = 1_000_000_000
const registered: Registered = {
  kind: 'cooperative',
  law: '2023',
  charterCapital: CAPITAL,
  officialMembers: 2,
  linkedMembers: 1,
  otherMembers: null,
}
const of = (more: Partial<MemberCount>): MemberCount => ({
  kind: 'official_a',
  subject: 'person',
  members: 2,
  share: 600_000_000,
  foreigners: 0,
  foreignShare: 0,
  largest: 300_000_000,
  ...more,
})
const linked = of({ kind: 'linked_capital', members: 1, share: 300_000_000, largest: 300_000_000 })
test.each<[string, MemberCount[], Partial<Registered>, string[]]>([
  [
    'nothing at the caps',
    [of({}), linked, of({ kind: 'linked_a', members: 5, share: 100_000_000, largest: null })],
    {},
    [],
  ],
  [
    'one above 30 %',
    [of({ largest: 310_000_000, share: 700_000_000 }), linked],
    {},
    ['members.largest'],
  ],
  [
    'a union up to 40 %',
    [of({ largest: 390_000_000, share: 700_000_000 }), linked],
    { kind: 'union' },
    [],
  ],
  [
    'all linked above 30 %',
    [of({ share: 650_000_000 }), of({ ...linked, share: 350_000_000, largest: 1 })],
    {},
    ['members.linked'],
  ],
  [
    'foreigners above 30 %',
    [of({ foreigners: 2, foreignShare: 400_000_000, share: 700_000_000 }), linked],
    {},
    ['members.foreign'],
  ],
  [
    'no caps by another law',
    [of({ largest: 900_000_000, share: 700_000_000 }), linked],
    { law: '2012' },
    [],
  ],
  [
    'other numbers than registered',
    [of({ members: 3, share: 500_000_000 })],
    {},
    ['members.differs_official', 'members.differs_linked', 'members.differs_capital'],
  ],
])('%s', (_, counts, more, keys) => {
  expect(warningsOf(counts, { ...registered, ...more }).map(({ key }) => key)).toEqual(keys)
})

test('members who have not paid in within six months are told with the article', () => {
  const unpaid = (more: Partial<Registered>) =>
    warningsOf([of({ share: 700_000_000 }), linked], { ...registered, ...more }, 2)
  expect(unpaid({})).toMatchObject([
    { key: 'members.not_paid_in', basis: 'Luật Hợp tác xã số 17/2023/QH15, Điều 74' },
  ])
  for (const more of [{ law: '2012' as const }, { kind: 'group' }])
    expect(unpaid(more).map(({ key }) => key)).not.toContain('members.not_paid_in')
})

test('days and amounts are read as Vietnamese write them', () => {
  expect(
    ['31/12/2025', '1-2-2020', '2025-12-31', '2019', '31/02/2020', 'hôm qua'].map(dayOf),
  ).toEqual(['2025-12-31', '2020-02-01', '2025-12-31', '2019-01-01', undefined, undefined])
  expect(
    ['5.000.000', '5000000', '5,5 triệu', '1,2 tỷ', '2 triệu đồng', '', 'nhiều'].map(shareOf),
  ).toEqual([5_000_000, 5_000_000, 5_500_000, 1_200_000_000, 2_000_000, null, 'wrong'])
})
