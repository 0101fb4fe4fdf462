import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { assertDone } from '../../testing/papers.ts'
import { aConclusion, aReadingRoom, CONCLUSION } from '../../testing/readings.ts'

const room = await aReadingRoom()
const { get, post, key, owner, organisation, read, reading, save, confirm, traces, empty } = room
const { a } = organisation

beforeEach(empty)

describe('confirming', () => {
  test('makes document, meeting, cited papers, directives, finds, notice and tasks at once', async () => {
    const id = await read(CONCLUSION)
    const { version } = await reading(id)
    const response = await confirm(id, version, 'standing', key())
    expect(response.json()).toMatchObject({ id, directives: 5, tasks: 4 })
    const { documentId, noticeId, meetingId } = response.json()
    const source = (await get('standing', `/documents/${documentId}`)).json()
    expect(source).toMatchObject({
      direction: 'reference',
      text: CONCLUSION,
      meeting: { id: meetingId },
    })
    expect(source.chain).toMatchObject([{ symbol: '15/KH-UBND', isStub: true }, { id: documentId }])
    const notice = (await get('standing', `/documents/${noticeId}`)).json()
    expect(notice).toMatchObject({
      direction: 'outgoing',
      kind: 'TB',
      state: 'draft',
      number: null,
    })
    const tasks = await owner
      .selectFrom('tasks')
      .innerJoin('directives', 'directives.id', 'tasks.directive_id')
      .select(['tasks.manner', 'position'])
      .orderBy('position')
      .where('part_kind', 'is', null)
      .execute()
    expect(tasks.map(({ position, manner }) => [position, manner])).toEqual([
      [1, 'assign'],
      [2, 'assign'],
      [3, 'request'],
      [5, 'assign'],
    ])
    const { rows } = await sql<{ kind: string }>`select kind from finds`.execute(owner)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['figure', 'reference', 'organisation']),
    )
    expect(await reading(id)).toMatchObject({ state: 'confirmed', allowed: [], noticeId })
  })

  test('tasks are drafts until the notice is issued: nobody else sees them', async () => {
    await room.aDraft()
    for (const who of ['otherofficer', 'commune', 'strangerstanding'])
      expect((await get(who, '/tasks')).json().items).toEqual([])
    expect((await get('otherofficer', '/directives')).json().items).toEqual([])
  })

  test('twice in parallel is done once, and answered twice', async () => {
    const id = await read(CONCLUSION)
    const { version } = await reading(id)
    const answers = await Promise.all([1, 2, 3, 4].map(() => confirm(id, version)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(await traces()).toMatchObject({ notices: 1, directives: 5, meetings: 1 })
  })

  test('sent again with its key after a lost line answers what was done', async () => {
    const id = await read(CONCLUSION)
    const { version } = await reading(id)
    const headers = key()
    const first = await confirm(id, version, 'standing', headers)
    const before = await traces()
    const again = await confirm(id, version, 'standing', headers)
    expect(again.json()).toEqual(first.json())
    expect(await traces()).toEqual(before)
  })

  test.each(['directives', 'tasks', 'finds', 'conclusion_notices'])(
    'that breaks at %s leaves nothing behind',
    async (table) => {
      const id = await read(CONCLUSION)
      const { version } = await reading(id)
      const before = await traces()
      await sql`create function break_off() returns trigger language plpgsql
        as 'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'`.execute(owner)
      await sql`create trigger break_off before insert on ${sql.table(table)}
        for each row execute function break_off()`.execute(owner)
      await sql`grant pg_signal_backend to hopluc_app`.execute(owner).catch(() => undefined)
      try {
        expect((await confirm(id, version)).statusCode).toBe(500)
        expect(await traces()).toEqual(before)
        expect((await reading(id)).state).toBe('open')
      } finally {
        await sql`drop function break_off() cascade`.execute(owner)
      }
      assertDone(await confirm(id, version))
    },
  )

  test('by another body is not found; of a version that is gone, refused', async () => {
    const id = await read(CONCLUSION)
    const { version, review } = await reading(id)
    const before = await traces()
    expect((await confirm(id, version, 'strangerstanding')).statusCode).toBe(404)
    expect((await confirm(id, version, 'officer')).statusCode).toBe(404)
    expect(await traces()).toEqual(before)
    assertDone(await save(id, version, review))
    expect((await confirm(id, version)).json()).toMatchObject({
      status: 409,
      code: 'readings.changed',
    })
  })

  test('does not take over what was not looked at unless that is said', async () => {
    const id = await read(CONCLUSION)
    const { version } = await reading(id)
    const before = await traces()
    const response = await post('standing', `/readings/${id}/confirm`, { version })
    expect(response.json()).toMatchObject({ status: 422, code: 'readings.still_open' })
    expect(await traces()).toEqual(before)
  })

  test.each([
    [
      'a term before the meeting',
      { due: { on: '2026-03-05', recurrence: null, isStanding: false, source: 'document' } },
      'deadline_before_meeting',
    ],
    ['two terms', { due: null, dates: ['2026-04-01', '2026-05-01'] }, 'double_dates'],
    ['a day that no calendar has', { due: null, wrongDates: ['31/02/2026'] }, 'wrong_date'],
    [
      'a body that did not exist',
      { leadIds: ['01900000-0000-7000-8000-00000000dead'] },
      'agency_not_on_day',
    ],
    ['equals who are told', { leadIds: ['ALLIANCE'], manner: 'assign' }, 'not_ours_to_order'],
    [
      'a proposed term before the text’s',
      { due: { on: '2026-04-01', recurrence: null, isStanding: false, source: 'proposed' } },
      'earlier_than_text',
    ],
  ])('with %s is refused with its place; the review is kept', async (_, patch, code) => {
    const id = await read(CONCLUSION)
    const { version, review } = await reading(id)
    const filled = JSON.parse(JSON.stringify(patch).replace('ALLIANCE', a.allianceId))
    const directives = review.directives.map((card, index) =>
      index === 0 ? { ...card, ...filled } : card,
    )
    assertDone(await save(id, version, { ...review, directives }))
    const before = await traces()
    const response = await confirm(id, version + 1)
    expect(response.json()).toMatchObject({
      status: 422,
      code: 'readings.blocked',
      issues: [{ path: `directives.0.${code}` }],
    })
    expect(await traces()).toEqual(before)
    expect((await reading(id)).review.directives[0]).toMatchObject(filled)
  })

  test('with nothing left to tell says so', async () => {
    const id = await read(CONCLUSION)
    const { version, review } = await reading(id)
    const directives = review.directives.map((card) => ({ ...card, state: 'skipped' as const }))
    assertDone(await save(id, version, { ...review, directives }))
    expect((await confirm(id, version + 1)).json()).toMatchObject({ code: 'readings.nothing' })
  })

  test('makes the same text unreadable a second time: its tasks would double', async () => {
    const { noticeId } = await room.aDraft(CONCLUSION)
    const again = await post('standing', '/readings', { text: CONCLUSION })
    expect(again.json()).toMatchObject({
      outcome: 'known',
      state: 'confirmed',
      noticeId,
      mayReadAgain: false,
    })
    const forced = await post('standing', '/readings', { text: CONCLUSION, again: true })
    expect(forced.json()).toMatchObject({ status: 409, code: 'readings.tasks_drafted' })
  })

  test('a signed paper gives its tasks at once, with its own day', async () => {
    const id = await read(aConclusion())
    const { version, review } = await reading(id)
    const source = {
      ...review.source,
      use: 'issued' as const,
      kind: 'TB',
      symbol: '21/TB-VP',
      issuedOn: '2026-03-09',
      issuerName: 'Văn phòng UBND tỉnh Minh An',
    }
    assertDone(await save(id, version, { ...review, source }))
    expect((await confirm(id, version + 1)).json()).toMatchObject({
      code: 'readings.facts_missing',
    })
    const signed = { ...source, signerName: 'Trần Văn Minh', signerTitle: 'Chánh Văn phòng' }
    assertDone(await save(id, version + 1, { ...review, source: signed }))
    const response = await confirm(id, version + 2)
    assertDone(response)
    const { documentId, noticeId } = response.json()
    expect(noticeId).toBe(documentId)
    const { items } = (await get('otherofficer', '/tasks')).json()
    expect(items).toMatchObject([{ status: 'not_taken_up', assignedOn: '2026-03-09' }])
    expect((await get('otherofficer', `/documents/${documentId}`)).statusCode).toBe(200)
  })
})

describe('accuracy in use', () => {
  test('counts what was kept, changed, left out and added', async () => {
    const id = await read(CONCLUSION)
    const { version, review } = await reading(id)
    const [one, two, three, ...rest] = review.directives
    if (!one || !two || !three) throw new Error('too few directives')
    const directives = [
      { ...one, state: 'right' as const },
      { ...two, text: 'Hỗ trợ HTX bán hàng', state: 'right' as const },
      { ...three, state: 'skipped' as const },
      ...rest,
      { ...one, id: 'n1', from: [], state: 'right' as const },
    ]
    assertDone(await save(id, version, { ...review, directives }))
    assertDone(await confirm(id, version + 1))
    const response = await get('standing', '/readings/accuracy')
    expect(response.json()).toMatchObject({
      readings: 1,
      directives: { proposed: 5, kept: 3, changed: 1, discarded: 1, added: 1 },
      references: { proposed: 1, kept: 1 },
    })
    const none = await get('standing', '/readings/accuracy?until=2026-03-09')
    expect(none.json()).toMatchObject({ readings: 0 })
    const other = await get('strangerstanding', '/readings/accuracy')
    expect(other.json()).toMatchObject({ readings: 0 })
  })
})
