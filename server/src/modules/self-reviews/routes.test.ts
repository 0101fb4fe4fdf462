import { beforeEach, expect, test } from 'vitest'
import { aTaskList } from '../../testing/tasks.ts'
import { quarterOf } from './domain.ts'

const { organisation, get, post, aTask, counts, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

test.each([
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
])('%s lasts from %s to %s', (quarter, from, to) => {
  expect(quarterOf(quarter)).toMatchObject({ from, to })
})

test('an agency says of each open task whether it is still valid, and prints it', async () => {
  const [one, two] = [await aTask(), await aTask({ title: 'Tuyên truyền' })]
  const entry = {
    quarter: '2026-Q1',
    agencyId: a.departmentId,
    rows: [{ taskId: one.id, verdict: 'done', note: '58/BC-SNN ngày 09/03/2026' }],
  }
  const before = await counts()
  expect((await post('standing', '/self-reviews', entry)).statusCode).toBe(403)
  expect((await post('otherofficer', '/self-reviews', entry)).statusCode).toBe(403)
  const bare = { ...entry, rows: [{ taskId: one.id, verdict: 'stop' }] }
  expect((await post('officer', '/self-reviews', bare)).json().code).toBe('self_reviews.no_reason')
  const foreign = { ...entry, rows: [{ taskId: a.committeeId, verdict: 'valid' }] }
  expect((await post('officer', '/self-reviews', foreign)).json().code).toBe(
    'self_reviews.not_open',
  )
  expect(await counts()).toEqual(before)
  const review = (await post('officer', '/self-reviews', entry)).json()
  const said = review.rows.map((row: { task: { id: string }; verdict: string | null }) => [
    row.task.id,
    row.verdict,
  ])
  expect(Object.fromEntries(said)).toEqual({ [one.id]: 'done', [two.id]: null })
  const read = (
    await get('standing', `/self-reviews?quarter=2026-Q1&agency=${a.departmentId}`)
  ).json()
  expect(read).toMatchObject({ mayReview: false, rows: [{}, {}] })
  const paper = await get('officer', '/self-reviews/paper?quarter=2026-Q1')
  expect(paper.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect((await get('officer', '/self-reviews?quarter=2026-Q2')).json().code).toBe(
    'self_reviews.ahead',
  )
})

test('a person prints the own list of products', async () => {
  const { id } = await aTask()
  await post('clerk', `/tasks/${id}/persons`, { postIds: [a.officer.postId] })
  const paper = await get('officer', '/tasks/mine/products?quarter=2026-Q1')
  expect(paper.statusCode).toBe(200)
  expect(paper.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
