import { AnnotatedTexts } from '@hopluc/shared/reading-accuracy'
import { beforeEach, expect, test } from 'vitest'
import { aReadingRoom, CONCLUSION } from '../../testing/readings.ts'

const room = await aReadingRoom()
const { post, key, read, reading, confirm, empty, traces } = room
beforeEach(empty)

const exported = async (who = 'standing', span: object = {}) =>
  AnnotatedTexts.parse((await post(who, '/readings/annotated', span)).json())

test('a confirmed text is exported with what was confirmed, quotes standing in it', async () => {
  const id = await read(CONCLUSION)
  expect((await exported()).texts).toEqual([])
  await confirm(id, (await reading(id)).version, 'standing', key())
  const { texts, left } = await exported()
  expect([texts.length, left]).toEqual([1, 0])
  const [one] = texts
  expect(one?.text).toBe(CONCLUSION)
  const { directives = [], figures = [], references = [] } = one?.annotation ?? {}
  expect(directives.length).toBe(5)
  expect(directives.every(({ assignees }) => assignees.length > 0)).toBe(true)
  const quotes = [directives, figures, references].flat().map(({ quote }) => quote)
  for (const quote of quotes) expect(CONCLUSION).toContain(quote)
})

test('a span of days leaves out what was confirmed outside it', async () => {
  const id = await read(CONCLUSION)
  await confirm(id, (await reading(id)).version, 'standing', key())
  expect((await exported('standing', { until: '2001-01-01' })).texts).toEqual([])
})

test('another body exports its own alone, an observer nothing, and nothing is recorded', async () => {
  const id = await read(CONCLUSION)
  await confirm(id, (await reading(id)).version, 'standing', key())
  expect((await exported('strangerstanding')).texts).toEqual([])
  const before = await traces()
  expect((await post('observer', '/readings/annotated', {})).statusCode).toBe(403)
  expect(await traces()).toEqual(before)
})
