import type { PlainDate } from '@hopluc/shared/values'

/** How they were rated in the first half of 2021: effective, and of these fair or better. */
export const KE_SACH_RATED: readonly (readonly [name: string, effective: 0 | 1, fair: 0 | 1])[] = [
  ['HTX Thành Công', 1, 1],
  ['HTX Lộc Mãi', 1, 1],
  ['HTX Quyết Thắng', 1, 1],
  ['HTX Minh Đức', 1, 0],
  ['HTX Minh Thịnh', 0, 0],
  ['HTX Minh Lợi', 1, 1],
  ['HTX Minh Phát', 1, 0],
  ['HTX Minh Hưng', 0, 0],
  ['HTX Minh Tường', 0, 0],
  ['HTX Minh Thuận', 1, 0],
  ['HTX Minh Khánh', 0, 0],
]

/** What Kế Sách's communes set out to do in 2021; done by the event that the register has. */
export const KE_SACH_WORKS: readonly (readonly [
  kind: 'found' | 'congress' | 'consolidate' | 'dissolve',
  unit: string,
  name: string,
  done?: string,
])[] = [
  ['found', 'minh-tra-cu', 'HTX Minh Khang', 'registered:2021-04-20'],
  ['found', 'thoi-an-hoi-cu', 'HTX Tiến Lợi'],
  ['congress', 'minh-giong-cu', 'HTX Minh Đức', 'congress:2021-03-12'],
  ['congress', 'minh-tra-cu', 'HTX Minh Thuận', 'congress:2021-03-17'],
  ['congress', 'minh-hau-cu', 'HTX Minh Lợi'],
  ['consolidate', 'minh-tra-cu', 'HTX Minh Thuận'],
  ['dissolve', 'minh-tra-cu', 'HTX Minh Khánh'],
]

/** Named certificates: held since, and until. */
export const CERTIFICATES: readonly (readonly [
  name: string,
  kind: 'ocop' | 'high_tech',
  from: PlainDate,
  until: PlainDate,
])[] = [
  ['HTX Lộc Mãi', 'ocop', '2020-12-18', '2023-12-17'],
  ['HTX Quyết Thắng', 'high_tech', '2020-09-10', '2025-09-09'],
  ['HTX Quyết Thắng', 'high_tech', '2025-09-10', '2030-09-09'],
  ['HTX Lộc Mãi', 'ocop', '2025-10-20', '2028-10-19'],
  ['HTX Thành Phú', 'ocop', '2025-11-05', '2028-11-04'],
]
