import { NO_WORDS, WordList } from '@hopluc/shared/reading-words'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { aReadingRoom } from '../../testing/readings.ts'
import { aNoticeRoom } from '../../testing/notices.ts'

const { owner, get, ask, traces, empty } = await aNoticeRoom()
const room = await aReadingRoom()
const url = '/reading-words'

afterEach(async () => {
  await empty()
  await owner.deleteFrom('settings').where('name', '=', 'reading.words').execute()
})

const listOf = async (who: string) => WordList.parse((await get(who, url)).json())

test('everyone sees the words, and only the administrator may change them', async () => {
  expect(await listOf('officer')).toMatchObject({ words: NO_WORDS, version: 0, allowed: [] })
  expect((await listOf('admin')).allowed).toEqual(['change'])
  const before = await traces()
  for (const who of ['officer', 'standing', 'chair', 'observer']) {
    const answer = await ask(who, 'PUT', url, { version: 0, words: NO_WORDS })
    expect([who, answer.statusCode]).toEqual([who, 403])
  }
  expect(await traces()).toEqual(before)
})

test('a change is tidied, counted and recorded with what came and went', async () => {
  const words = { ...NO_WORDS, bodies: ['Tổ  Kinh tế số', 'tổ kinh tế số'], verbs: ['gieo sạ'] }
  const changed = await ask('admin', 'PUT', url, { version: 0, words })
  expect(changed.json()).toMatchObject({
    words: { bodies: ['Tổ Kinh tế số'], verbs: ['gieo sạ'] },
    version: 1,
  })
  const next = await ask('admin', 'PUT', url, { version: 1, words: { ...words, verbs: [] } })
  expect(next.json()).toMatchObject({ version: 2, words: { verbs: [] } })
  const { rows } = await sql<{
    payload: unknown
  }>`select p.payload::jsonb as payload from audit_entries e
    join audit_payloads p on p.entry_id = e.id
    where e.event = 'words.change' order by e.recorded_at desc, e.id desc limit 1`.execute(owner)
  expect(rows[0]?.payload).toMatchObject({ added: [], removed: ['verbs: gieo sạ'] })
})

test('who saw an older list is refused', async () => {
  await ask('admin', 'PUT', url, { version: 0, words: NO_WORDS })
  const late = await ask('admin', 'PUT', url, { version: 0, words: NO_WORDS })
  expect(late.statusCode).toBe(409)
})

test('a text is read with the words that hold on its day', async () => {
  const TEXT =
    'Kết luận cuộc họp\nSáng 10/3/2026, ông Lê Văn Minh, Chủ tịch UBND xã chủ trì cuộc họp với các đơn vị để bàn việc phát triển hợp tác xã trên địa bàn.\nKết luận cuộc họp, ông Lê Văn Minh yêu cầu: Hội quán Tân Thuận gieo sạ giống lúa mới trước ngày 30/6/2026.'
  const found = async () => {
    const id = await room.read(TEXT)
    const { review } = await room.reading(id)
    return review.directives.flatMap(({ named }) => named.map(({ words }) => words))
  }
  expect(await found()).not.toContain('Hội quán Tân Thuận')
  await room.empty()
  await room.owner
    .insertInto('settings')
    .values({
      name: 'reading.words',
      value: JSON.stringify({ ...NO_WORDS, bodies: ['hội quán tân thuận'], verbs: ['gieo sạ'] }),
      from_on: '2020-01-01',
      until_on: '9999-12-31',
      version: 1,
    })
    .execute()
  expect(await found()).toContain('Hội quán Tân Thuận')
})
