import { NO_WORDS } from '@hopluc/shared/reading-words'
import { expect, test } from 'vitest'
import { read } from './read.ts'

test('units, reporting verbs and what words mean are the installation’s own too', () => {
  const TEXT =
    'Kết luận cuộc họp\nSáng 10/3/2026, ông Lê Văn Minh, Chủ tịch UBND xã chủ trì cuộc họp với các đơn vị để bàn việc phát triển hợp tác xã. Đến nay số bạn điền liên kết với HTX là 120 hộ; HTX giao 45 sọt thanh long.\nKết luận cuộc họp, ông Lê Văn Minh yêu cầu: Phòng Kinh tế rà soát các HTX. Các thành viên thổ lộ UBND xã cần bố trí đất trong tháng 6/2026.'
  const before = read(TEXT)
  const after = read(TEXT, {
    words: {
      ...NO_WORDS,
      units: ['sọt'],
      reports: ['thổ lộ'],
      indicators: ['số bạn điền liên kết = workers_total'],
    },
  })
  const of = ({ figures }: typeof before) =>
    figures.map((one) => [one.value, one.unit, one.indicator])
  expect(of(before)).toEqual([[120, 'hộ', 'other']])
  expect(of(after)).toEqual([
    [120, 'hộ', 'workers_total'],
    [45, 'sọt', 'other'],
  ])
  expect(before.directives).toHaveLength(2)
  expect(after.directives).toHaveLength(1)
})
