import { FOREVER, type Id } from '@hopluc/shared/values'
import { describe, expect, test } from 'vitest'
import { readPredecessorLines, readUnitLines } from './lines.ts'
import { fullName, sameName } from './names.ts'
import { countsOf, type Plan, type State } from './plan.ts'
import { planPredecessors } from './plan-predecessors.ts'
import { planProvinces } from './plan-provinces.ts'
import { planUnits } from './plan-units.ts'
import { KNOWN_SINCE, PROVINCES } from './provinces.ts'

const EMPTY: State = { versions: [], successions: [] }
let last = 0
const newId = (): Id => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`
const options = { onDay: '2025-07-01', since: KNOWN_SINCE, isWhole: false, newId }

/** What is kept after a plan. */
function after(state: State, plan: Plan): State {
  const closed = new Map(plan.closed.map(({ id, fromOn, untilOn }) => [id + fromOn, untilOn]))
  const corrected = new Map(plan.corrected.map((one) => [one.id + one.fromOn, one]))
  const loosened = new Set(plan.loosened.map(({ fromId, toId }) => fromId + toId))
  return {
    versions: [
      ...state.versions.map((one) => ({
        ...(corrected.get(one.id + one.fromOn) ?? one),
        untilOn: closed.get(one.id + one.fromOn) ?? one.untilOn,
      })),
      ...plan.founded,
      ...plan.followed,
    ],
    successions: [
      ...state.successions.map((one) =>
        loosened.has(one.fromId + one.toId) ? { ...one, isWhole: false } : one,
      ),
      ...plan.successions,
    ],
  }
}
const units = (...rows: string[]) =>
  readUnitLines(['code,name,level,parent_code', ...rows].map((row) => row.split(',')))
const formed = (...rows: string[]) =>
  readPredecessorLines(
    ['code,name,province_code,predecessor,predecessor_district,only_in_part', ...rows].map((row) =>
      row.split(','),
    ),
  )
const LIST = ['01,Thành phố Hà Nội,province,', '92,Thành phố Cần Thơ,province,']
const COMMUNES = [
  '31528,Xã Kế Sách,commune,92',
  '31531,Xã An Lạc Thôn,commune,92',
  '00004,Phường Ba Đình,commune,01',
]
const provinces = after(EMPTY, planProvinces(EMPTY, options))
const nation = after(provinces, planUnits(units(...LIST, ...COMMUNES).lines, provinces, options))

describe('names', () => {
  test.each([
    ['Hoà Bình', 'Hòa Bình', true],
    ['Thanh Hoá', 'thanh hóa', true],
    ['Thuỷ An', 'Thủy An', true],
    ['Tân Lập', 'Tấn Lập', false],
    ['Đông Hà', 'Dong Hà', false],
    ['Văn Miếu - Quốc Tử Giám', 'Văn Miếu – Quốc Tử Giám', true],
  ])('%s and %s', (one, other, isSame) => {
    expect(sameName(one) === sameName(other)).toBe(isSame)
  })

  test('the kind stands before the name', () => {
    expect(fullName('Thị trấn Kế Sách', ['commune', 'district'])).toEqual({
      level: 'commune',
      kind: 'thị trấn',
      name: 'Kế Sách',
    })
    expect(fullName('Huyện Cồn Cỏ', ['commune', 'district'])?.level).toBe('district')
    expect(fullName('Trường bắn TB1', ['commune', 'district'])).toBeUndefined()
  })
})

describe('the provinces that come along', () => {
  test('are 34 of 63, with what changed without a merger', () => {
    expect(PROVINCES).toHaveLength(34)
    const before = PROVINCES.flatMap(({ code, formedFrom }) =>
      formedFrom.length > 0 ? formedFrom.map((one) => one.code) : [code],
    )
    expect(new Set(before).size).toBe(63)
    expect(PROVINCES.filter(({ formedFrom }) => formedFrom.length === 0)).toHaveLength(11)
    expect(PROVINCES.filter(({ kind }) => kind === 'thành phố')).toHaveLength(7)
    const kinds = provinces.versions.filter(({ code, fromOn }) => code === '75' && fromOn > '2025')
    expect(new Map(kinds.map(({ kind, fromOn }) => [kind, fromOn]))).toEqual(
      new Map([
        ['thành phố', '2026-04-30'],
        ['tỉnh', '2025-07-01'],
      ]),
    )
  })

  test('a second time change nothing', () => {
    const plan = planProvinces(provinces, options)
    expect([plan.founded, plan.successions, plan.errors]).toEqual([[], [], []])
  })
})

describe('a list of units', () => {
  test('founds what is not there, and a second time changes nothing', () => {
    const again = planUnits(units(...LIST, ...COMMUNES).lines, nation, options)
    expect(countsOf(again)).toMatchObject({ found: 0, rename: 0, same: 5 })
    expect([again.founded, again.closed, again.followed, again.corrected]).toEqual([[], [], [], []])
  })

  test('from a later day renames, changes the kind, and keeps what was', () => {
    const later = { ...options, onDay: '2026-05-01' }
    const plan = planUnits(units('31528,Phường Kế Sách Mới,commune,92').lines, nation, later)
    expect(plan.changes.map(({ action, was }) => [action, was])).toEqual([
      ['rename', 'Xã Kế Sách'],
      ['change_kind', 'Xã Kế Sách'],
    ])
    expect(plan.closed).toMatchObject([{ fromOn: '2025-07-01', untilOn: '2026-04-30' }])
    expect(plan.followed).toMatchObject([
      { fromOn: '2026-05-01', untilOn: FOREVER, kind: 'phường' },
    ])
  })

  test('newer than its day leaves a later change where it is', () => {
    const plan = planUnits(units('75,Thành phố Đồng Nai,province,').lines, provinces, options)
    expect(countsOf(plan)).toMatchObject({ same: 1, change_kind: 0 })
  })

  test('that is whole ends what it does not name, in its provinces alone', () => {
    const later = { ...options, onDay: '2026-05-01', isWhole: true }
    const plan = planUnits(units('31528,Xã Kế Sách,commune,92').lines, nation, later)
    expect(plan.changes.filter(({ action }) => action === 'end').map(({ unit }) => unit)).toEqual([
      'Xã An Lạc Thôn',
    ])
    expect(plan.closed).toMatchObject([{ untilOn: '2026-04-30' }])
  })

  test.each([
    ['99999,Xã Minh,commune,77', 2, /cấp trên mã 77/],
    ['99999,Minh,commune,92', 2, /loại đơn vị/],
    ['99999,Xã Minh,commune,99999', 2, /cùng cấp|cấp trên/],
    ['31529,Xã Minh,commune,31528', 2, /cấp trên|cùng cấp/],
  ])('with a fault is refused by line: %s', (row, line, words) => {
    const [error] = planUnits(units(row).lines, nation, options).errors
    expect(error?.line).toBe(line)
    expect(error?.vi).toMatch(words)
  })

  test('is refused where it overlaps what came later', () => {
    const early = { ...options, onDay: '2024-01-01' }
    const list = units('01,Thành phố Hà Nội,province,', '00004,Phường Ba Đình,commune,01')
    const [error] = planUnits(list.lines, nation, early).errors
    expect(error).toMatchObject({ line: 3 })
    expect(error?.vi).toMatch(/sau ngày hiệu lực/)
    const renamed = planUnits(units('75,Tỉnh Đồng Nai Cũ,province,').lines, provinces, options)
    expect(renamed.errors[0]?.vi).toMatch(/lịch sử sau đó không sửa/)
  })

  test('says which columns and cells are missing, and what stands twice', () => {
    expect(readUnitLines([['code', 'name']]).errors[0]?.vi).toMatch(/thiếu level/)
    expect(
      units('1,,province,', ',Xã A,commune,1', '1,A,làng,').errors.map(({ line }) => line),
    ).toEqual([2, 3, 4])
    expect(units(...COMMUNES, ...COMMUNES).errors).toHaveLength(3)
  })
})

describe('what communes were formed from', () => {
  const plan = (...rows: string[]) => planPredecessors(formed(...rows).lines, nation, options)

  test('old communes stand until the day before; the place is given only where it is certain', () => {
    const { founded, successions, errors } = plan(
      '31528,Xã Kế Sách,92,Xã Kế An,,0',
      '00004,Phường Ba Đình,01,Phường Quán Thánh,,0',
      '00004,Phường Ba Đình,01,Phường Minh Khai,quận Ba Đình,0',
      '31528,Xã Kế Sách,92,Xã Minh,"huyện Kế Sách, tỉnh Sóc Trăng",0'.replace(
        '"huyện Kế Sách, tỉnh Sóc Trăng"',
        'huyện Kế Sách',
      ),
    )
    expect(errors).toEqual([])
    const haNoi = provinces.versions.find(({ name }) => name === 'Hà Nội')?.id
    const byName = (name: string) => founded.find((one) => one.name === name)
    expect(byName('Kế An')).toMatchObject({
      parentId: null,
      untilOn: '2025-06-30',
      fromOn: KNOWN_SINCE,
    })
    expect(byName('Quán Thánh')).toMatchObject({ parentId: haNoi })
    expect(byName('Ba Đình')).toMatchObject({ level: 'district', kind: 'quận', parentId: haNoi })
    expect(byName('Minh Khai')?.parentId).toBe(byName('Ba Đình')?.id)
    expect(byName('Kế Sách')).toMatchObject({ level: 'district', parentId: null })
    expect(successions.every(({ isWhole }) => isWhole)).toBe(true)
  })

  test('a district with its province is certain', () => {
    const lines = [
      {
        line: 2,
        code: '31528',
        name: 'Xã Kế Sách',
        provinceCode: '92',
        predecessor: 'Thị trấn Kế Sách',
        district: 'huyện Kế Sách, tỉnh Sóc Trăng',
        isPart: false,
      },
    ]
    const { founded } = planPredecessors(lines, nation, options)
    const district = founded.find(({ level }) => level === 'district')
    const socTrang = provinces.versions.find(({ name }) => name === 'Sóc Trăng')?.id
    expect(district).toMatchObject({ name: 'Kế Sách', parentId: socTrang })
  })

  test('one of which a part went elsewhere is one, split without shares', () => {
    const { founded, successions, unclear } = plan(
      '31528,Xã Kế Sách,92,Xã Kế An,,0',
      '31531,Xã An Lạc Thôn,92,Xã Kế An,,1',
    )
    expect([founded.length, successions.length, unclear.length]).toEqual([1, 2, 0])
    expect(successions.some(({ isWhole }) => isWhole)).toBe(false)
  })

  test('the same name twice without a district is one that was split, and is said to be unclear', () => {
    const twice = plan('31528,Xã Kế Sách,92,Xã Tân Lập,,0', '31531,Xã An Lạc Thôn,92,Xã Tân Lập,,0')
    expect(twice.founded).toHaveLength(1)
    expect(twice.unclear[0]?.vi).toMatch(/Tân Lập.*dòng 2.*dòng 3.*ghi huyện/)
    const told = plan(
      '31528,Xã Kế Sách,92,Xã Tân Lập,huyện A,0',
      '31531,Xã An Lạc Thôn,92,Xã Tân Lập,huyện B,0',
    )
    expect(told.founded.filter(({ level }) => level === 'commune')).toHaveLength(2)
    expect(told.unclear).toEqual([])
  })

  test('wards called by a number are as many as lines', () => {
    const { founded } = plan(
      '31528,Xã Kế Sách,92,Phường 1,,0',
      '31531,Xã An Lạc Thôn,92,Phường 1,,0',
    )
    expect(founded).toHaveLength(2)
  })

  test('a second time, and a list of which a part was there, change only what is new', () => {
    const rows = [
      '31528,Xã Kế Sách,92,Xã Kế An,,0',
      '31531,Xã An Lạc Thôn,92,Xã Kế An,,1',
      '31531,Xã An Lạc Thôn,92,Phường 1,,0',
      '00004,Phường Ba Đình,01,Xã Minh,huyện Minh,0',
    ]
    const whole = after(nation, plan(...rows))
    const again = planPredecessors(formed(...rows).lines, whole, options)
    expect([again.founded, again.successions, again.closed, again.loosened]).toEqual([
      [],
      [],
      [],
      [],
    ])
    const first = after(nation, plan(...rows.slice(0, 1)))
    const rest = planPredecessors(formed(...rows).lines, first, options)
    expect(rest.founded.some(({ name }) => name === 'Kế An')).toBe(false)
    expect(rest.loosened).toHaveLength(1)
  })

  test.each([
    ['99999,Xã Minh,92,Xã A,,0', /Không có đơn vị cấp xã mã 99999/],
    ['31528,Xã Kế Sách,01,Xã A,,0', /không phải mã 01/],
    ['31528,Xã Minh,92,Xã A,,0', /không phải “Xã Minh”/],
  ])('a succession to what is not there is refused by line: %s', (row, words) => {
    const [error] = plan(row).errors
    expect(error?.line).toBe(2)
    expect(error?.vi).toMatch(words)
  })

  test('to a unit that does not stand on the day is refused', () => {
    const early = planPredecessors(formed('31528,Xã Kế Sách,92,Xã A,,0').lines, nation, {
      ...options,
      onDay: '2024-01-01',
    })
    expect(early.errors[0]?.vi).toMatch(/vào ngày 2024-01-01/)
  })
})
