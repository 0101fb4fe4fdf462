import { expect, test } from 'vitest'
import { ownWork } from './domain.ts'

test.each([
  [
    'chủ trì, phối hợp với Sở Công Thương, Liên minh HTX tỉnh xây dựng phương án tiêu thụ',
    ['Sở Công Thương', 'Liên minh HTX tỉnh'],
    'xây dựng phương án tiêu thụ',
  ],
  ['Phối hợp với Hội Nông dân mở 02 lớp bồi dưỡng', ['Hội Nông dân'], 'mở 02 lớp bồi dưỡng'],
  ['rà soát HTX yếu kém, phối hợp với Sở Nội vụ', ['Sở Nội vụ'], undefined],
  ['phối hợp tuyên truyền, vận động hội viên', [], undefined],
  ['chủ trì, phối hợp với các đơn vị liên quan lập hồ sơ', ['Sở Tài chính'], undefined],
])('of «%s» the work itself is kept', (quote, coordinators, work) => {
  expect(ownWork({ quote, coordinators })).toBe(work ?? quote)
})
