import { expect, test } from 'vitest'
import { compareWithConfirmed } from './compare.ts'
import { directiveSentence } from './directive-words.ts'

const NONE = { co: [], due: null, dueWords: null, product: null }
const REVIEW = {
  id: 'review',
  text: 'Rà soát các hợp tác xã ngừng hoạt động trên địa bàn, đề xuất phương án xử lý',
  assignees: ['Sở Tài chính'],
  due: '2026-03-15',
}
const TEACH = {
  id: 'teach',
  text: 'Mở lớp bồi dưỡng cho cán bộ quản lý hợp tác xã và thành viên hội đồng quản trị',
  assignees: ['Liên minh Hợp tác xã tỉnh'],
  due: null,
}
const ASK = {
  id: 'ask',
  text: 'Đẩy mạnh tuyên truyền Luật Hợp tác xã năm 2023 trong hội viên',
  assignees: ['Hội Nông dân tỉnh'],
  due: null,
  manner: 'đề nghị',
} as const
const ALL = [REVIEW, TEACH, ASK]

const printed = ({ assignees, ...directive }: (typeof ALL)[number]) =>
  directiveSentence({ ...NONE, manner: 'giao', ...directive, lead: assignees })

const SIGNED = `Đồng chí Trưởng Ban kết luận như sau:
1. ${printed(REVIEW)}
2. ${printed(TEACH)}
3. ${printed(ASK)}
Trên đây là kết luận của Trưởng Ban./.
Nơi nhận: KT. TRƯỞNG BAN`

const states = (text: string, confirmed: typeof ALL = ALL) =>
  compareWithConfirmed(confirmed, text).directives.map(({ status }) => status)

test('a paper signed as confirmed has no change', () => {
  const result = compareWithConfirmed(ALL, SIGNED)
  expect(result.directives.map(({ status }) => status)).toEqual(['same', 'same', 'same'])
  expect(result.added).toEqual([])
  expect(result.summary.vi).toBe('Bản ký giống nội dung đã xác nhận.')
})

test.each([
  ['lines broken anywhere', SIGNED.replaceAll(' hợp tác', '\nhợp\ntác')],
  ['a page number between lines', SIGNED.replace('hợp tác xã và', 'hợp tác xã\n2\nvà')],
  ['a word torn by a hyphen at the end of a line', SIGNED.replace('quản trị', 'quản tr-\nị')],
  ['spaces inside words', SIGNED.replace('phương án', 'ph ương á n')],
  ['decomposed letters', SIGNED.normalize('NFD')],
  ['another numbering', SIGNED.replace('1. ', 'a) ').replace('2. ', 'b) ').replace('3. ', 'c) ')],
  ['abbreviations', SIGNED.replaceAll('hợp tác xã', 'HTX')],
  ['a day written out', SIGNED.replace('15/03/2026', '15 tháng 3 năm 2026')],
  ['all on one line', SIGNED.replaceAll('\n', ' ')],
])('%s is no change', (_, text) => {
  expect(states(text)).toEqual(['same', 'same', 'same'])
})

test('tone placement is no change, another tone is', () => {
  const tidy = { ...REVIEW, text: 'Củng cố hòa giải, thủy lợi nội đồng của các hợp tác xã yếu kém' }
  const text = `1. Giao Sở Tài chính củng cố hoà giải, thuỷ lợi nội đồng của các hợp tác xã yếu kém; hoàn thành chậm nhất ngày 15/03/2026.`
  expect(states(text, [tidy])).toEqual(['same'])
  expect(states(text.replace('thuỷ', 'thụy'), [tidy])).toEqual(['changed'])
})

test('a new day, a new word and a new lead are shown word by word', () => {
  const text = SIGNED.replace('15/03/2026', '28/02/2026')
    .replace('Mở lớp', 'Tổ chức lớp')
    .replace('mở lớp', 'tổ chức lớp')
    .replace('Hội Nông dân tỉnh', 'Hội Liên hiệp Phụ nữ tỉnh')
  const { directives, summary } = compareWithConfirmed(ALL, text)
  expect(directives.map(({ removed, added }) => [removed, added])).toEqual([
    [['15/03/2026'], ['28/02/2026']],
    [['mở'], ['tổ chức']],
    [['Nông dân'], ['Liên hiệp Phụ nữ']],
  ])
  expect(summary.vi).toBe('Lãnh đạo đã sửa 3 chỗ.')
})

test('a deadline struck out is a change', () => {
  const text = SIGNED.replace('; hoàn thành chậm nhất ngày 15/03/2026', '')
  const [first] = compareWithConfirmed(ALL, text).directives
  expect(first).toMatchObject({
    status: 'changed',
    removed: ['hoàn thành chậm nhất ngày 15/03/2026'],
    added: [],
  })
})

test('a sentence added to an item belongs to that item', () => {
  const text = SIGNED.replace(
    '2026.\n2.',
    '2026. Báo cáo hằng tháng về Thường trực Ban Chỉ đạo.\n2.',
  )
  const { directives, added } = compareWithConfirmed(ALL, text)
  expect(directives[0]).toMatchObject({
    status: 'changed',
    removed: [],
    added: ['Báo cáo hằng tháng về Thường trực Ban Chỉ đạo'],
  })
  expect(added).toEqual([])
})

test('what was left out and what was added is told', () => {
  const extra = 'Giao Sở Công Thương kết nối tiêu thụ nông sản qua sàn thương mại điện tử.'
  const text = SIGNED.replace(/2\. .*\n/, `2. ${extra}\n`)
  const { directives, added, summary } = compareWithConfirmed(ALL, text)
  expect(directives.map(({ status }) => status)).toEqual(['same', 'missing', 'same'])
  expect(added).toEqual([{ marker: '2.', text: extra }])
  expect(summary.vi).toBe('Lãnh đạo đã bỏ 1 nhiệm vụ, thêm 1 nội dung.')
})

test('the part that judges the situation adds nothing', () => {
  const text = SIGNED.replace(
    'như sau:\n',
    'như sau:\nI. ĐÁNH GIÁ CHUNG\n1. Các sở, ngành đã tích cực triển khai chương trình công tác.\nII. NHIỆM VỤ\n',
  )
  expect(compareWithConfirmed(ALL, text).added).toEqual([])
})

test('in a grouped notice a new agency in the heading changes its items', () => {
  const items = [REVIEW, { ...TEACH, assignees: ['Sở Tài chính'] }]
  const grouped = (lead: string) =>
    `1. Giao ${lead}:\na) ${REVIEW.text}; hoàn thành chậm nhất ngày 15/03/2026.\nb) ${TEACH.text}.\n`
  expect(states(grouped('Sở Tài chính'), items)).toEqual(['same', 'same'])
  const { directives } = compareWithConfirmed(items, grouped('Sở Nội vụ'))
  expect(directives[1]).toMatchObject({
    status: 'changed',
    removed: ['Sở Tài chính'],
    added: ['Sở Nội vụ'],
  })
})

test('items in another order are the same items', () => {
  const text = `1. ${printed(ASK)}\n2. ${printed(REVIEW)}\n3. ${printed(TEACH)}`
  expect(states(text)).toEqual(['same', 'same', 'same'])
})

test('a paper without text cannot be compared', () => {
  expect(() => compareWithConfirmed(ALL, ' \n ')).toThrow(
    expect.objectContaining({ code: 'papers.no_text' }),
  )
})

test('compares sixty directives with a paper of 60 kB in under two seconds', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...REVIEW,
    id: String(index),
    text: `${REVIEW.text} của xã số ${index} theo phương án ${index * 7}, ${'báo cáo kết quả '.repeat(40)}`,
  }))
  const text = many.map((directive, index) => `${index + 1}. ${printed(directive)}`).join('\n')
  const from = performance.now()
  expect(new Set(states(text, many))).toEqual(new Set(['same']))
  expect(performance.now() - from).toBeLessThan(2000)
})
