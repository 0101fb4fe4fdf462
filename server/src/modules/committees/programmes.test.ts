import { beforeEach, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { lastSaid } from '../../testing/audit.ts'
import { aServer } from './server-for-test.ts'

vi.setConfig({ testTimeout: 30_000 })
const { a, b, owner, ask, send, events, forget } = await aServer()
const [east, west] = a.communes
const url = `/committees/${a.committeeId}`
const head = { name: '', office: 'Chủ tịch UBND xã', part: 'head', inChargeOf: null }

beforeEach(forget)

describe('a work programme', () => {
  const draw = (person = a.standing, year = 2026, copyFrom: number | null = null) =>
    send(person, `${url}/programmes`, { year, copyFrom })
  const line = (text: string, kind: string, dueOn: string) => ({
    month: Number(dueOn.slice(5, 7)),
    kind,
    text,
    leadId: a.departmentId,
    seatId: null,
    product: null,
    dueOn,
  })

  test('is drawn up by the committee alone, and read by those who sit in it', async () => {
    for (const person of [a.officer, b.standing, east.officer])
      expect((await draw(person)).statusCode).toBe(403)
    expect(await events()).toEqual([])
    const { id, version } = (await draw()).json()
    expect((await draw()).json()).toMatchObject({ code: 'programmes.already_there' })
    const items = [
      line('Họp quý II', 'meeting', '2026-06-25'),
      line('Kiểm tra các xã', 'inspection', '2026-05-20'),
      line('Rà soát HTX', 'task', '2026-04-30'),
      line('Báo cáo quý I', 'report', '2026-03-05'),
    ]
    const saved = await send(a.standing, `/programmes/${id}/items`, { version, items }, 'PUT')
    expect(saved.json()).toMatchObject({ done: 0, late: 1, items: [{ state: 'late' }, {}, {}, {}] })
    const stale = await send(a.standing, `/programmes/${id}/items`, { version, items }, 'PUT')
    expect(stale.json()).toMatchObject({ status: 409, code: 'programmes.changed' })
    expect((await ask(b.standing, `${url}/programme?year=2026`)).programme).toBe(null)
    expect(await events()).toEqual(['programme.draw_up', 'programme.draw_up'])
    const { before, items: kept } = z
      .object({ before: z.object({ items: z.array(z.unknown()) }), items: z.array(z.unknown()) })
      .parse(await lastSaid(owner, 'programme.draw_up'))
    expect(before.items).toEqual([])
    expect(kept).toHaveLength(4)
    expect(kept[0]).toMatchObject({ kind: 'report', dueOn: '2026-03-05' })
  })

  test('makes its meetings, tasks and inspections, whose state it shows', async () => {
    const { programme } = await ask(a.standing, `${url}/programme`)
    const [report, task, inspection, meeting] = programme.items
    let version = programme.version - 1
    const make = (item: { id: string }, deed: object, person = a.standing) =>
      send(person, `/programmes/${programme.id}/items/${item.id}/deeds`, {
        version: person === a.standing ? (version += 1) : version,
        deed,
      })
    const refused = await make(task, { action: 'give_task', leadIds: [a.departmentId] }, a.officer)
    expect([403, 404]).toContain(refused.statusCode)
    const note = { action: 'note_done', doneOn: '2026-03-09', note: 'Báo cáo số 12/BC-BCĐ' }
    expect((await make(report, note)).json().items[0]).toMatchObject({ state: 'done_late' })
    expect(await lastSaid(owner, 'programme.make')).toMatchObject({
      before: { doneOn: null, note: null },
      doneOn: '2026-03-09',
    })
    const given = await make(task, { action: 'give_task', leadIds: [a.departmentId] })
    expect(given.json().items[1]).toMatchObject({ state: 'prepared' })
    const unitIds = [east.unitId, west.unitId]
    const planned = await make(inspection, { action: 'plan_inspections', unitIds })
    expect(planned.json().items[2].inspections).toHaveLength(2)
    const met = await make(meeting, { action: 'plan_meeting', heldOn: null })
    expect(met.json().items[3]).toMatchObject({ state: 'prepared', on: '2026-06-25' })
    const twice = await make(meeting, { action: 'plan_meeting', heldOn: null })
    expect(twice.json()).toMatchObject({ code: 'programmes.wrong_state' })
    const removed = await send(
      a.standing,
      `/programmes/${programme.id}/items`,
      { version, items: [] },
      'PUT',
    )
    expect(removed.json()).toMatchObject({ code: 'programmes.item_made' })
    const next = await draw(a.chair, 2027, 2026)
    expect(next.json().items).toMatchObject([
      { dueOn: '2027-03-05', state: 'open', meetingId: null },
      {},
      {},
      {},
    ])
  })
})

describe('the programme of a commune', () => {
  test('makes its own meeting, task, inspection and report', async () => {
    const founded = await send(east.officer, '/committees', {
      unitId: east.unitId,
      name: 'Ban Chỉ đạo KTTT xã Minh An Đông',
      shortName: 'BCĐ KTTT xã',
      symbol: 'BCĐ',
      decision: '36/QĐ-UBND',
      decidedOn: '2026-02-10',
      fromOn: '2026-02-10',
      standingAgencyId: east.officeId,
      members: [{ ...head, agencyId: east.committeeId }],
    })
    const { id: committeeId } = founded.json()
    const drawn = await send(east.officer, `/committees/${committeeId}/programmes`, {
      year: 2026,
      copyFrom: null,
    })
    const { id } = drawn.json()
    const items = (['meeting', 'task', 'inspection', 'report'] as const).map((kind) => ({
      month: 6,
      kind,
      text: `Nội dung ${kind}`,
      leadId: east.officeId,
      seatId: null,
      product: null,
      dueOn: '2026-06-25',
    }))
    let programme = (
      await send(east.officer, `/programmes/${id}/items`, { version: 1, items }, 'PUT')
    ).json()
    await forget()
    const make = async (kind: string, deed: object, person = east.officer) => {
      const item = programme.items.find((one: { kind: string }) => one.kind === kind)
      const response = await send(person, `/programmes/${id}/items/${item.id}/deeds`, {
        version: programme.version,
        deed,
      })
      if (response.statusCode === 200) programme = response.json()
      return response
    }
    const meet = { action: 'plan_meeting', heldOn: null }
    expect([403, 404]).toContain((await make('meeting', meet, west.officer)).statusCode)
    expect(await events()).toEqual([])
    for (const [kind, deed] of [
      ['meeting', meet],
      ['task', { action: 'give_task', leadIds: [east.officeId] }],
      ['inspection', { action: 'plan_inspections', unitIds: [east.unitId] }],
      ['report', { action: 'draft_report' }],
    ] as const) {
      expect((await make(kind, deed)).json()).toMatchObject({ version: expect.any(Number) })
      expect(programme.items.find((one: { kind: string }) => one.kind === kind)).toMatchObject({
        state: 'prepared',
      })
    }
    const [meeting] = programme.items.filter(({ kind }: { kind: string }) => kind === 'meeting')
    expect(await ask(east.officer, `/meetings/${meeting.meetingId}`)).toMatchObject({
      agency: { id: east.committeeId },
      heldOn: '2026-06-25',
    })
    const [report] = programme.items.filter(({ kind }: { kind: string }) => kind === 'report')
    expect(await ask(east.officer, `/documents/${report.documentId}`)).toMatchObject({
      kind: 'BC',
      state: 'draft',
      abstract: 'Nội dung report',
    })
    const twice = await make('report', { action: 'draft_report' })
    expect(twice.json()).toMatchObject({ code: 'programmes.wrong_state' })
  })
})

describe('an Alliance', () => {
  const CONGRESS = {
    number: 5,
    term: '2026 - 2031',
    heldOn: '2026-03-01',
    untilOn: '2031-02-28',
    place: null,
    delegates: 200,
    memberUnits: 404,
    resolution: 'Nghị quyết Đại hội V',
    resolutionId: null,
    charter: null,
    charterId: null,
  }
  const at = `/alliances/${a.allianceId}`
  const election = {
    kind: 'executive',
    version: 0,
    decision: 'Nghị quyết Đại hội V',
    decidedOn: '2026-03-01',
    fromOn: '2026-03-01',
    regulation: null,
    members: [{ ...head, office: 'Chủ tịch Liên minh', agencyId: a.allianceId }],
  }

  test('records its congress and elects its boards; nobody else does', async () => {
    for (const person of [a.standing, a.officer, b.alliance]) {
      expect((await send(person, `${at}/congresses`, CONGRESS)).statusCode).toBe(403)
      expect((await send(person, `${at}/boards`, election)).statusCode).toBe(403)
    }
    expect(await events()).toEqual([])
    expect((await send(a.alliance, `${at}/congresses`, CONGRESS)).json()).toMatchObject({
      term: { term: '2026 - 2031', memberUnits: 404 },
    })
    const twice = await send(a.alliance, `${at}/congresses`, CONGRESS)
    expect(twice.json()).toMatchObject({ code: 'alliances.number_taken' })
    const elected = await send(a.alliance, `${at}/boards`, election)
    const [board] = elected.json().boards
    expect(board).toMatchObject({ kind: 'executive', members: [{ office: 'Chủ tịch Liên minh' }] })
    const stale = await send(a.alliance, `${at}/boards`, election)
    expect(stale.json()).toMatchObject({ status: 409 })
    const again = {
      ...election,
      version: board.version,
      fromOn: '2026-03-08',
      members: [
        ...election.members,
        { ...head, part: 'member', office: 'Ủy viên', agencyId: null },
      ],
    }
    const anew = await send(a.alliance, `${at}/boards`, again)
    expect(anew.json().boards[0].members).toHaveLength(2)
    expect((await ask(b.chair, `${at}?asOf=2026-03-05`)).boards[0].members).toHaveLength(1)
    expect(await events()).toEqual(['alliance.congress', 'alliance.board', 'alliance.board'])
  })
})
