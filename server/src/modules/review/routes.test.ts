import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { assertDone } from '../../testing/papers.ts'
import { aConclusion, aReadingRoom, CONCLUSION, tablesHolding } from '../../testing/readings.ts'

const room = await aReadingRoom()
const { app, as, get, post, ask, key, owner, organisation, read, reading, save } = room
const { traces, empty } = room
const { a } = organisation

beforeEach(empty)

const form = (name: string, bytes: Buffer, fields: Record<string, string> = {}) => {
  const edge = 'x-edge'
  const parts = Object.entries(fields).map(
    ([field, value]) =>
      `--${edge}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([
      Buffer.from(parts.join('') + head),
      bytes,
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  }
}
const upload = async (name: string, bytes: Buffer, username = 'standing') => {
  const { payload, headers } = form(name, bytes)
  return app.inject({
    method: 'POST',
    url: '/api/readings',
    payload,
    headers: { ...headers, ...(await as(username)) },
  })
}

describe('a text put in', () => {
  test('is read at once: directives with bodies and terms, meeting, figures, doubts', async () => {
    const response = await post('standing', '/readings', { text: CONCLUSION })
    expect(response.statusCode).toBe(201)
    const { review, state, allowed, text } = await reading(response.json().id)
    expect({ state, text }).toEqual({ state: 'open', text: CONCLUSION })
    expect(allowed).toEqual(['review', 'confirm', 'discard'])
    expect(review.meeting).toMatchObject({
      use: 'create',
      heldOn: '2026-03-06',
      chairName: 'Nguyễn Văn Minh',
    })
    expect(review.source.use).toBe('reference')
    const [finance, trade, farmers, all, communes] = review.directives
    expect(review.directives).toHaveLength(5)
    expect(finance).toMatchObject({
      leadIds: [a.standingAgencyId],
      manner: 'assign',
      due: { on: '2026-04-30', source: 'document' },
      state: 'open',
      concerns: [],
    })
    expect(trade).toMatchObject({ leadIds: [a.otherDepartmentId], concerns: ['no_deadline'] })
    expect(farmers).toMatchObject({
      leadIds: [a.massOrganisationId],
      manner: 'request',
      concerns: ['not_ours_to_order', 'no_deadline'],
    })
    expect(all?.concerns).toContain('unclear_group')
    expect(all?.leadIds).toEqual([])
    expect(communes?.leadIds.toSorted()).toEqual(
      a.communes.map(({ committeeId }) => committeeId).toSorted(),
    )
    expect(communes?.due).toMatchObject({ recurrence: { every: 'quarter' }, source: 'document' })
    expect(review.references).toMatchObject([{ number: '15/KH-UBND', date: '2026-01-10' }])
    expect(review.figures.map(({ value }) => value)).toContain(120)
    expect(review.organisations.map(({ name }) => name).join()).toMatch(/Minh Phát/)
    for (const card of review.directives)
      expect(CONCLUSION.slice(card.start ?? 0, card.end ?? 0).toLowerCase()).toContain(
        card.text.slice(1, 20).toLowerCase(),
      )
  })

  test('again is recognised, whatever became of its spaces and its Unicode form', async () => {
    const id = await read(CONCLUSION)
    const before = await traces()
    const again = CONCLUSION.normalize('NFD').replaceAll('\n\n', '\r\n  \r\n')
    const response = await post('standing', '/readings', { text: again })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({
      outcome: 'known',
      id,
      state: 'open',
      mayReadAgain: true,
      noticeId: null,
    })
    expect(await traces()).toEqual(before)
  })

  test('is read from the beginning when that is chosen, and the earlier review is put aside', async () => {
    const id = await read(CONCLUSION)
    const response = await post('standing', '/readings', { text: CONCLUSION, again: true })
    expect(response.json()).toMatchObject({ outcome: 'created' })
    const { items } = (await get('standing', '/readings')).json()
    expect(items.map((item: { id: string }) => item.id)).toEqual([response.json().id])
    expect((await reading(id)).state).toBe('discarded')
  })

  test('by two at the same moment is one reading', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => post('standing', '/readings', { text: CONCLUSION })),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    const { rows } = await sql`select from readings where state <> 'discarded'`.execute(owner)
    expect(rows).toHaveLength(1)
  })

  test('of one province is unknown to another', async () => {
    await read(CONCLUSION)
    const response = await post('strangerstanding', '/readings', { text: CONCLUSION })
    expect(response.json()).toMatchObject({ outcome: 'created' })
    const { items } = (await get('strangerstanding', '/readings')).json()
    expect(items).toHaveLength(1)
  })

  test.each(['cooperative', 'observer', 'admin'])('is refused from %s', async (username) => {
    const before = await traces()
    const response = await post(username, '/readings', { text: CONCLUSION })
    expect(response.statusCode).toBe(403)
    expect(await traces()).toEqual(before)
  })

  test.each([
    ['nothing', {}, 'readings.nothing_sent'],
    ['only spaces', { text: '  \n ' }, 'readings.no_text'],
  ])('of %s says what to do', async (_, payload, code) => {
    const response = await post('standing', '/readings', payload)
    expect(response.json()).toMatchObject({ status: 422, code })
  })

  test('from a file keeps the file, for those who see the reading', async () => {
    const response = await upload('Kết luận họp BCĐ.txt', Buffer.from(CONCLUSION))
    assertDone(response)
    const { fileId, sourceName } = await reading(response.json().id)
    expect(sourceName).toBe('Kết luận họp BCĐ.txt')
    const file = await get('chair', `/files/${fileId}`)
    expect(file.body).toBe(CONCLUSION)
    expect((await get('strangerchair', `/files/${fileId}`)).statusCode).toBe(404)
  })

  test.each([
    ['a broken Word file', 'Kết luận.docx', Buffer.from('PK\u0003\u0004 không phải Word')],
    ['a broken PDF', 'Kết luận.pdf', Buffer.from('%PDF-1.7 hỏng')],
    ['an old Word file', 'Kết luận.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a picture', 'ảnh.png', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['an empty file', 'trống.txt', Buffer.alloc(0)],
  ])('from %s is refused with a sentence, and nothing is kept', async (_, name, bytes) => {
    const before = await traces()
    const response = await upload(name, bytes)
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    expect(response.statusCode).toBeLessThan(500)
    expect(response.json().code).not.toBe('request.invalid')
    expect(response.json().detail).toMatch(/Hãy|Tệp/)
    expect(await traces()).toEqual(before)
  })
})

describe('a state secret', () => {
  const words = 'kho lương thực dự trữ số chín'
  const secret = `TUYỆT MẬT\n\n${CONCLUSION}\nGiao Sở Tài chính kiểm kê ${words}.`

  test.each([
    ['pasted', () => post('standing', '/readings', { text: secret })],
    ['pasted with a key', () => ask('standing', 'POST', '/readings', { text: secret }, key())],
    ['in a file', () => upload(`${words}.txt`, Buffer.from(secret))],
  ])('%s is refused, and leaves no trace in any table', async (_, send) => {
    const before = await traces()
    const response = await send()
    expect(response.json()).toMatchObject({ status: 422, code: 'readings.state_secret' })
    expect(response.body).not.toContain(words)
    expect(await traces()).toEqual(before)
    expect(await tablesHolding(room, words)).toEqual([])
  })

  test('written into a card is refused too', async () => {
    const id = await read(CONCLUSION)
    const { version, review } = await reading(id)
    const directives = review.directives.map((card) => ({
      ...card,
      text: `TỐI MẬT\n${words} ${card.text}`,
    }))
    const response = await save(id, version, { ...review, directives })
    expect(response.json()).toMatchObject({ code: 'readings.state_secret' })
    expect(await tablesHolding(room, words)).toEqual([])
  })

  test('would be found if it were stored', async () => {
    await read(`${CONCLUSION} Giao Sở Tài chính kiểm kê ${words}.`)
    expect(await tablesHolding(room, words)).toContain('readings')
  })
})

describe('a review', () => {
  test('is saved as one works, and says who saved last', async () => {
    const id = await read(CONCLUSION)
    const { version, review } = await reading(id)
    const [first, ...rest] = review.directives
    if (!first) throw new Error('no directive')
    const directives = [{ ...first, state: 'right' as const }, ...rest]
    const response = await save(id, version, { ...review, directives })
    expect(response.json()).toMatchObject({ version: version + 1 })
    expect(await reading(id, 'chair')).toMatchObject({ right: 1, open: 4, version: version + 1 })
  })

  test('saved over another’s work is refused; both versions are there to compare', async () => {
    const id = await read(CONCLUSION)
    const { version, review } = await reading(id)
    assertDone(await save(id, version, { ...review, title: 'Bản của chuyên viên' }))
    const before = await traces()
    const response = await save(id, version, { ...review, title: 'Bản của Trưởng ban' }, 'chair')
    expect(response.json()).toMatchObject({ status: 409, code: 'readings.changed' })
    expect(await traces()).toEqual(before)
    const theirs = await reading(id, 'chair')
    expect(theirs.review.title).toBe('Bản của chuyên viên')
    expect(theirs.savedBy).not.toBe('')
  })

  test('of another body is not found, and nothing is written', async () => {
    const id = await read(CONCLUSION)
    const { version, review } = await reading(id)
    const before = await traces()
    for (const who of ['strangerstanding', 'officer', 'observer'])
      expect((await save(id, version, review, who)).statusCode).toBe(404)
    expect((await get('officer', `/readings/${id}`)).statusCode).toBe(404)
    expect(await traces()).toEqual(before)
  })

  test('finds its bodies as of the document’s day', async () => {
    const id = await read(CONCLUSION)
    const now = (await get('standing', `/readings/${id}/agencies`)).json()
    expect(now.on).toBe('2026-03-06')
    expect(now.agencies.map(({ id: body }: { id: string }) => body)).toContain(a.departmentId)
    expect(now.groups).toContainEqual({
      code: 'communes',
      ids: expect.arrayContaining(a.communes.map(({ committeeId }) => committeeId)),
    })
    const then = await get('standing', `/readings/${id}/agencies?on=2019-12-31`)
    expect(then.json().agencies).toEqual([])
  })

  test('can be discarded, and the text read again', async () => {
    const id = await read(CONCLUSION)
    const { version } = await reading(id)
    const stale = await post('standing', `/readings/${id}/discard`, { version: version + 1 })
    expect(stale.json()).toMatchObject({ code: 'readings.changed' })
    const done = await post('standing', `/readings/${id}/discard`, { version })
    expect(done.json()).toMatchObject({ state: 'discarded', allowed: [] })
    const late = await post('standing', `/readings/${id}/discard`, { version: version + 1 })
    expect(late.json()).toMatchObject({ status: 422, code: 'readings.closed' })
    await read(CONCLUSION)
  })
})

test('the list pages by its cursor, newest first, and filters', async () => {
  const ids = []
  for (let index = 0; index < 3; index += 1) ids.push(await read(aConclusion(`Bản ${index}`)))
  const first = (await get('standing', '/readings?limit=2')).json()
  expect(first.items.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[1]])
  const second = (await get('standing', `/readings?limit=2&cursor=${first.next}`)).json()
  expect(second).toMatchObject({ items: [{ id: ids[0] }], next: null })
  expect((await get('standing', '/readings?state=confirmed')).json().items).toEqual([])
  expect((await get('standing', '/readings?q=hop ban chi dao')).json().items).toHaveLength(3)
})
