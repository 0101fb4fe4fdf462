import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aListeningServer } from '../../testing/listening.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aListeningServer()
const { owner, a, b } = server
const { ask, send, inject, raised, told, topic, clock } = server
const [east, west] = a.communes

beforeEach(async () => {
  await server.begin()
  for (const table of ['meeting_attendees', 'meeting_steps', 'meetings'])
    await sql`delete from ${sql.table(table)}`.execute(owner)
})

const DAY = { heldOn: '2026-03-20', startsAt: '14:00', place: 'Hội trường UBND xã' }
const planned = async () => (await send(east.officer, '/dialogues', DAY)).json()
const counted = async () => ({
  ...(await server.counted()),
  ...(
    await sql<object>`select (select count(*)::int from meetings) as meetings,
      (select count(*)::int from difficulty_uses) as uses,
      (select count(*)::int from tasks) as tasks`.execute(owner)
  ).rows[0],
})

describe('the quarterly meeting of a commune', () => {
  test('invites who works there, has on its agenda what waits, and stands on the board', async () => {
    const land = await raised()
    await raised({ topicId: topic('Vốn, tín dụng') })
    const meeting = await planned()
    expect(meeting).toMatchObject({
      kind: 'dialogue',
      title: 'Gặp mặt, đối thoại với hợp tác xã, tổ hợp tác quý I năm 2026',
      agency: { id: east.committeeId },
      heldOn: '2026-03-20',
      attendees: [{ name: 'HTX Minh Phát', agencyId: a.cooperativeId }],
      agenda: [{}, { text: 'Xem xét kiến nghị về đất đai, trụ sở (1)' }, {}],
    })
    const before = await ask(east.officer, `/difficulties/${land.id}`)
    expect(before).toMatchObject({
      uses: [{ meetingId: meeting.id, taskId: null, title: meeting.title }],
    })
    expect(before.events.map(({ action }: { action: string }) => action)).toEqual([
      'raise',
      'discuss',
    ])
    const atIt = async (person: typeof east.officer) =>
      (await ask(person, `/difficulties?meeting=${meeting.id}`)).items
    expect(await atIt(east.officer)).toMatchObject([{ id: land.id, meetingId: null }])
    // What was raised at it is in its book.
    clock.now = new Date('2026-03-20T08:00:00Z')
    await raised({ unitId: east.unitId, meetingId: meeting.id, way: 'other' }, east.officer)
    expect(await atIt(a.standing)).toMatchObject([{ meetingId: meeting.id, way: 'meeting' }, {}])
    const step = { version: meeting.version, action: 'hold' }
    expect((await send(east.officer, `/meetings/${meeting.id}/steps`, step)).statusCode).toBe(200)
    const { rows, own } = await ask(a.standing, '/dialogues?year=2026')
    expect(own).toBeNull()
    expect(rows).toMatchObject([
      {
        unit: { id: east.unitId },
        cells: [
          {
            quarter: 1,
            meeting: { id: meeting.id, heldOn: '2026-03-20', state: 'held' },
            raised: 1,
          },
          { meeting: null },
          {},
          {},
        ],
      },
      { unit: { id: west.unitId }, cells: [{ meeting: null, raised: 0 }, {}, {}, {}] },
    ])
    expect(
      (await ask(b.standing, '/dialogues')).rows.map(({ cells }: { cells: object[] }) => cells[0]),
    ).toEqual(expect.not.arrayContaining([expect.objectContaining({ raised: 1 })]))
    const sheet = await inject(a.standing, { url: '/api/dialogues?format=xlsx' })
    expect(JSON.stringify(readSheets(sheet.rawPayload).sheets[0])).toContain(
      'Đã tổ chức 20/03/2026',
    )
  })

  test('is planned once a quarter, by the commune, for a day to come; else nothing is recorded', async () => {
    await raised()
    const key = { 'idempotency-key': 'gap-mat-quy-mot' }
    const twice = await Promise.all(
      [1, 2].map(() => send(east.officer, '/dialogues', DAY, 'POST', key)),
    )
    expect(twice.filter(({ statusCode }) => statusCode >= 500)).toEqual([])
    const before = await counted()
    expect(before).toMatchObject({ meetings: 1, uses: 1 })
    const refused = [
      await send(east.officer, '/dialogues', { ...DAY, heldOn: '2026-03-31' }),
      await send(east.officer, '/dialogues', { ...DAY, heldOn: '2026-03-01' }),
      await send(a.officer, '/dialogues', DAY),
      await send(a.standing, '/dialogues', DAY),
      await send(a.cooperative, '/dialogues', DAY),
    ]
    expect(refused.map((one) => [one.statusCode, one.json().code])).toEqual([
      [409, 'dialogues.planned'],
      [422, 'dialogues.past'],
      [422, 'dialogues.no_commune'],
      [403, 'auth.forbidden'],
      [403, 'auth.forbidden'],
    ])
    expect(await counted()).toEqual(before)
  })
})

describe('similar difficulties', () => {
  test('are answered together, and all who asked are told', async () => {
    const one = await raised()
    const other = await raised(
      { unitId: east.unitId, text: 'Đề nghị cho thuê đất làm trụ sở', way: 'other' },
      east.officer,
    )
    await raised({ topicId: topic('Vốn, tín dụng') })
    const { similar, meetings } = await ask(east.officer, `/difficulties/${one.id}/options`)
    expect(similar).toMatchObject([{ id: other.id, version: 1 }])
    expect(meetings).toEqual([])
    const answer = { action: 'answer', version: 1, text: 'Xã đã bố trí quỹ đất' }
    const also = [{ id: other.id, version: 1 }]
    const before = await counted()
    const stale = [{ id: other.id, version: 9 }]
    const refused = await server.deed(east.officer, one.id, { ...answer, also: stale })
    expect(refused.statusCode).toBe(409)
    expect(await counted()).toEqual(before)
    await server.deed(east.officer, one.id, { ...answer, also })
    for (const { id } of [one, other])
      expect(await ask(east.officer, `/difficulties/${id}`)).toMatchObject({ state: 'answered' })
    expect(await told(a.cooperative)).toEqual(['difficulty.answered'])
  })
})

describe('put on an agenda or made a task', () => {
  test('by who has it or steers the area, once; strangers are refused and nothing is recorded', async () => {
    const { id } = await raised()
    const meeting = await planned()
    const ids = { difficultyIds: [id] }
    const committee = { kind: 'committee', title: 'Họp Ban Chỉ đạo', heldOn: '2026-03-25' }
    const theirs = (await send(a.standing, '/meetings', committee)).json()
    const put = await send(a.standing, `/meetings/${theirs.id}/difficulties`, ids)
    expect(put.json().agenda).toMatchObject([{ text: 'Xem xét kiến nghị về đất đai, trụ sở (1)' }])
    const again = await send(a.standing, `/meetings/${theirs.id}/difficulties`, ids)
    expect(again.json().agenda).toHaveLength(1)
    const task = {
      issuerId: east.committeeId,
      title: 'Rà soát quỹ đất cho HTX Minh Phát',
      leadIds: [east.committeeId],
      difficultyIds: [id],
    }
    const before = await counted()
    const refused = [
      await send(a.standing, `/meetings/${meeting.id}/difficulties`, ids),
      await send(b.standing, `/meetings/${theirs.id}/difficulties`, ids),
      await send(west.officer, `/meetings/${meeting.id}/difficulties`, ids),
      await send(a.cooperative, `/meetings/${meeting.id}/difficulties`, ids),
      await send(west.officer, '/tasks', { ...task, issuerId: west.committeeId }),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 404, 404, 403, 404])
    expect(await counted()).toEqual(before)
    const made = await send(east.officer, '/tasks', task)
    expect(made.statusCode).toBe(200)
    const seen = await ask(east.officer, `/difficulties/${id}`)
    expect(seen.uses).toHaveLength(3)
    expect(seen.uses).toContainEqual(
      expect.objectContaining({ taskId: made.json().id, title: task.title, status: 'drafted' }),
    )
    // The cooperative learns that it is worked on, not the inner words of those who do.
    const own = await ask(a.cooperative, `/difficulties/${id}`)
    expect(own.mayPut).toBe(false)
    expect(own.uses).toContainEqual(
      expect.objectContaining({ taskId: made.json().id, title: null }),
    )
    expect(await server.events()).toEqual(
      expect.arrayContaining(['difficulty.discuss', 'difficulty.assign', 'meeting.create']),
    )
  })
})
