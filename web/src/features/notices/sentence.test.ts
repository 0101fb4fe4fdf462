import { NoticeKind } from '@hopluc/shared/notices'
import { beforeAll, expect, test } from 'vitest'
import { loadTexts } from '../../lib/i18n.ts'
import { noteOf, sentenceOf } from './sentence.ts'

beforeAll(loadTexts)

const params = {
  title: 'Kiện toàn Ban Chỉ đạo',
  by: 'Trần Thị Hạnh',
  days: -3,
  dueOn: '2026-07-15',
}

test.each(NoticeKind.options)('%s has a sentence without a hole', (kind) => {
  const words = sentenceOf({ kind, params: { ...params, overdue: 2 } })
  expect(words.length).toBeGreaterThan(10)
  expect(words).not.toMatch(/[{}]|undefined|null/)
})

test('a deadline is counted in days before and after', () => {
  expect(sentenceOf({ kind: 'task.due', params })).toContain('3 ngày')
  expect(sentenceOf({ kind: 'task.overdue', params: { ...params, days: 12 } })).toContain('12 ngày')
})

test('the week is told in one sentence, or that nothing waits', () => {
  expect(sentenceOf({ kind: 'digest.week', params: { overdue: 2, dueThisWeek: 1 } })).toContain('2')
  expect(sentenceOf({ kind: 'digest.week', params: {} })).toMatch(/không/i)
})

test('the second line holds the words and the term', () => {
  expect(noteOf({ params: { text: 'Gửi trước thứ Sáu', dueOn: '2026-07-15' } })).toBe(
    'Gửi trước thứ Sáu · Hạn 15/07/2026',
  )
})
