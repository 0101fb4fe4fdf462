import { expect, test } from 'vitest'
import { type KnownAgency, resolveAgencies } from './resolve.ts'

const P = { unitId: 'p1', unitName: 'Tỉnh Hưng Yên', unitKind: 'province' }
function agency(id: string, name: string, more: Partial<KnownAgency> = {}): KnownAgency {
  return {
    id,
    name,
    shortNames: [],
    kind: 'department',
    ...P,
    fromOn: '2000-01-01',
    untilOn: null,
    ...more,
  }
}
const commune = (id: string, name: string): KnownAgency =>
  agency(id, `UBND ${name}`, { unitId: id, unitName: name, unitKind: 'commune', kind: 'committee' })

const KNOWN: KnownAgency[] = [
  agency('khdt', 'Sở Kế hoạch và Đầu tư', { untilOn: '2025-02-28', shortNames: ['Sở KHĐT'] }),
  agency('tc', 'Sở Tài chính'),
  agency('nnmt', 'Sở Nông nghiệp và Môi trường', { fromOn: '2025-03-01' }),
  agency('lm', 'Liên minh Hợp tác xã tỉnh Hưng Yên'),
  agency('ub', 'Ủy ban nhân dân tỉnh Hưng Yên', { kind: 'committee' }),
  commune('x1', 'Xã Đông Hưng'),
  commune('x2', 'Phường Phố Hiến'),
  agency('k1', 'Phòng Kinh tế', { unitId: 'x1', unitName: 'Xã Đông Hưng', unitKind: 'commune' }),
  agency('k2', 'Phòng Kinh tế', { unitId: 'x3', unitName: 'Xã Tiên Lữ', unitKind: 'commune' }),
]

test.each([
  ['Sở KH&ĐT', '2024-01-01', 'resolved', ['khdt']],
  ['Sở Kế hoạch - Đầu tư tỉnh', '2024-01-01', 'resolved', ['khdt']],
  ['Giám đốc Sở Tài chính', '2026-01-01', 'resolved', ['tc']],
  ['Sở NN&MT', '2026-01-01', 'resolved', ['nnmt']],
  ['Liên minh HTX tỉnh', '2026-01-01', 'resolved', ['lm']],
  ['UBND xã Đông Hưng', '2026-01-01', 'resolved', ['x1']],
  ['xã Đông Hưng', '2026-01-01', 'resolved', ['x1']],
  ['UBND tỉnh', '2026-01-01', 'resolved', ['ub']],
  ['các xã, phường', '2026-01-01', 'group', ['x1', 'x2']],
  ['UBND các xã, phường', '2026-01-01', 'group', ['x1', 'x2']],
  ['các sở, ngành', '2026-01-01', 'group', ['tc', 'nnmt']],
  ['Hội Sinh vật cảnh', '2026-01-01', 'unknown', []],
])('"%s" on %s is %s', (name, on, status, ids) => {
  const found = resolveAgencies([name], KNOWN, { on })[0]
  expect(found).toMatchObject({ name, status, agencyIds: ids })
})

test('an agency that no longer exists is told apart from an unknown one', () => {
  const found = resolveAgencies(['Sở KH&ĐT'], KNOWN, { on: '2026-01-01' })[0]
  expect(found).toMatchObject({ status: 'not_on_that_day', agencyIds: [], candidates: ['khdt'] })
})

test('a name that fits several is ambiguous until the issuer is known', () => {
  const open = resolveAgencies(['Phòng Kinh tế'], KNOWN, { on: '2026-01-01' })[0]
  expect(open).toMatchObject({ status: 'ambiguous', candidates: ['k1', 'k2'] })
  const own = resolveAgencies(['Phòng Kinh tế'], KNOWN, { on: '2026-01-01', unitId: 'x1' })[0]
  expect(own).toMatchObject({ status: 'resolved', agencyIds: ['k1'] })
})

test('a group without a list is open: somebody has to choose', () => {
  const found = resolveAgencies(['các đơn vị liên quan'], KNOWN, { on: '2026-01-01' })[0]
  expect(found).toMatchObject({ status: 'group', agencyIds: [], isOpen: true })
})

test('a group stays inside the area', () => {
  const found = resolveAgencies(['các xã, phường'], KNOWN, { on: '2026-01-01', unitIds: ['x1'] })[0]
  expect(found?.agencyIds).toEqual(['x1'])
})
