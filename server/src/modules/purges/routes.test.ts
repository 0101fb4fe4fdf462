import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../app.ts'
import { jobHandlers } from '../../job-list.ts'
import * as audit from '../../platform/audit.ts'
import { createJobs } from '../../platform/jobs.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { signIn } from '../../testing/organisation.ts'
import { aMeeting, aNotice, assertDone } from '../../testing/papers.ts'
import { aConclusion, aReadingRoom, tablesHolding } from '../../testing/readings.ts'
import { textFrom } from '../reading/index.ts'

vi.setConfig({ testTimeout: 60_000 })
const room = await aReadingRoom()
const { db, jobsDb, connection, owner, post, organisation } = room
const { a } = organisation
const now = () => room.clock.now
const jobs = createJobs({
  db,
  jobsDb,
  connection: connection('jobs'),
  handlers: jobHandlers.filter(({ kind }) => kind.name === 'purges.carry_out'),
  now,
  log: { error: (error) => console.error(error) },
})
afterAll(() => jobs.stop())
const app = createApp({ db, jobsDb, now, jobs, isDemo: false, secureCookies: false })
const system = systemContext({ jobsDb, now })
const SECRET = 'Mật danh Ánh Dương'
const DECISION = '12/QĐ-UBND'

async function send(username: string, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = await signIn(app, username)
  return app.inject({ method, url: `/api${url}`, headers, ...(payload && { payload }) })
}

/** A decision that the administrator sent ahead. */
async function aDecision(): Promise<string> {
  const content = Buffer.from(`Quyết định tiêu hủy ${crypto.randomUUID()}`)
  const hash = createHash('sha256').update(content).digest()
  const { rows } = await sql<{ id: string }>`with blob as (
      insert into file_blobs (hash, size, media_type) values (${hash}, ${content.length}, 'text/plain') returning hash),
    chunk as (insert into file_chunks (hash, seq, bytes) select hash, 0, ${content} from blob)
    insert into files (id, hash, name, size, media_type, created_by, agency_id)
    select gen_random_uuid(), hash, 'Quyết định.txt', ${content.length}, 'text/plain', ${organisation.admin.accountId},
      ${organisation.admin.actor.agencyId} from blob returning id`.execute(owner)
  return rows[0]?.id ?? ''
}

async function draw(more: object) {
  const fileId = await aDecision()
  const command = { decision: DECISION, decidedOn: '2026-03-09', decidedBy: 'Chủ tịch UBND tỉnh' }
  const named = { ground: 'secret', lines: [], ruleIds: [], ...more }
  return send('admin', 'POST', '/purges', { ...command, fileId, ...named })
}

async function carryOut(drawn: { id: string; version: number }) {
  const { id, version } = drawn
  assertDone(await send('admin', 'POST', `/purges/${id}/confirm`, { version, decision: DECISION }))
  expect(await jobs.drain()).toBe(1)
  return (await send('admin', 'GET', `/purges/${id}`)).json()
}

describe('under a decision', () => {
  test('a paper goes from everywhere, the minutes say so, and the chain stays whole', async () => {
    const { documentId } = await room.aDraft(
      aConclusion(`${SECRET}: Sở Tài chính rà soát ${SECRET} trước 30/4/2026.`),
    )
    await audit.seal(system.write)
    const drawn = await draw({ lines: [`http://hopluc/documents/${documentId}`, '99/KHÔNG-CÓ'] })
    assertDone(drawn)
    const preview = drawn.json()
    expect(preview).toMatchObject({
      state: 'draft',
      count: 1,
      kept: 1,
      allowed: ['confirm', 'drop'],
    })
    expect(preview.items).toMatchObject([
      { kind: 'document', kept: null, takes: { readings: 1, documents: expect.any(Number) } },
      { label: '99/KHÔNG-CÓ', kept: 'not_found' },
    ])
    expect(JSON.stringify(preview)).not.toContain(SECRET)
    expect(await tablesHolding(room, SECRET)).toContain('documents')

    const done = await carryOut(preview)
    expect(done).toMatchObject({ state: 'done', done: 1, kept: 1, allowed: [] })
    expect(await tablesHolding(room, SECRET)).toEqual([])
    await audit.seal(system.write)
    const verdict = await audit.verify(jobsDb)
    expect(verdict).toMatchObject({ isWhole: true, faults: [], unsealed: 0 })
    expect(verdict.purged).toBeGreaterThan(0)
    expect((await room.get('standing', `/documents/${documentId}`)).json().abstract).toBe(
      `Đã tiêu hủy theo Quyết định số ${DECISION} ngày 09/03/2026`,
    )
    const minutes = await send('admin', 'GET', `/purges/${preview.id}/minutes`)
    const words = JSON.stringify(await textFrom(minutes.rawPayload, 'Biên bản.docx'))
    expect(words).toContain(DECISION)
    expect(words).toContain('Không có trên hệ thống')
    expect(words).not.toContain(SECRET)
    const told = await owner
      .selectFrom('audit_entries')
      .select('event')
      .where('subject_id', '=', preview.id)
      .orderBy('id')
      .execute()
    expect(told.map(({ event }) => event)).toEqual([
      'purge.draw',
      'purge.confirm',
      'purge.carry_out',
    ])
  })

  test('a meeting goes with its invitation, agenda and those who came', async () => {
    const meeting = await post(
      'standing',
      '/meetings',
      aMeeting({
        title: SECRET,
        agenda: [{ text: SECRET, presenter: '', fileIds: [], taskIds: [] }],
      }),
    )
    assertDone(meeting)
    const { id } = meeting.json()
    const drawn = await draw({ lines: [`/meetings/${id}`] })
    const done = await carryOut(drawn.json())
    expect(done.items).toMatchObject([{ kind: 'meeting', doneAt: expect.any(String) }])
    expect(await tablesHolding(room, SECRET)).toEqual([])
    expect((await room.get('standing', `/meetings/${id}`)).json()).toMatchObject({
      title: expect.stringContaining('Đã tiêu hủy theo'),
      agenda: [],
    })
  })
})

describe('by age', () => {
  async function aRule(more: object = {}): Promise<string> {
    const rule = { kind: 'document', paperKind: 'TB', years: 5, basis: 'Danh mục 1', ...more }
    const made = await send('admin', 'POST', '/retention-rules', { ...rule, fromOn: '2026-01-01' })
    assertDone(made)
    return made.json().items.find(({ paperKind }: { paperKind: string }) => paperKind === 'TB').id
  }
  const aged = async (symbol: string, issuedOn: string) => {
    const made = await post('standing', '/documents', aNotice())
    assertDone(made)
    const { id } = made.json()
    await sql`update documents set symbol = ${symbol}, issued_on = ${issuedOn}, state = 'issued' where id = ${id}`.execute(
      owner,
    )
    return id
  }

  test('what is older than its rule goes; what is younger, open or a draft stays and says why', async () => {
    const ruleId = await aRule()
    const old = await aged('01/TB-BCĐ', '2015-05-05')
    const young = await aged('02/TB-BCĐ', '2024-05-05')
    const busy = await aged('03/TB-BCĐ', '2015-06-06')
    const task = await post('standing', '/tasks', {
      issuerId: a.committeeId,
      title: 'Còn làm',
      leadIds: [a.departmentId],
      documentId: busy,
      start: { by: 'paper', number: '03/TB-BCĐ', signedOn: '2026-03-01' },
    })
    assertDone(task)
    const ground = { ground: 'expired' }
    const drawn = await draw({ ...ground, lines: ['02/TB-BCĐ; 5/5/2024'], ruleIds: [ruleId] })
    const { items } = drawn.json()
    expect(items).toMatchObject([
      { label: expect.stringContaining('02/TB-BCĐ'), kept: 'too_young', keptUntil: '2029-05-05' },
      { label: expect.stringContaining('01/TB-BCĐ'), kept: null },
      { label: expect.stringContaining('03/TB-BCĐ'), kept: 'open_tasks' },
    ])
    await carryOut(drawn.json())
    const { rows } = await sql<{ id: string }>`select id from documents
      where abstract like 'Đã tiêu hủy%' and id in (${old}, ${young}, ${busy})`.execute(owner)
    expect(rows).toEqual([{ id: old }])
    const again = await draw({ ...ground, lines: [`/documents/${old}`] })
    expect(again.json()).toMatchObject({ count: 0, items: [{ kept: 'destroyed_before' }] })
    const another = { kind: 'document', paperKind: 'TB', years: 1, basis: 'x' }
    const overlapping = { ...another, fromOn: '2026-02-01' }
    expect((await send('admin', 'POST', '/retention-rules', overlapping)).json().code).toBe(
      'retention.overlaps',
    )
  })

  const isGone = async (id: string) =>
    (await room.get('standing', `/documents/${id}`)).json().abstract.startsWith('Đã tiêu hủy')
  const expired = (id: string) => draw({ ground: 'expired', lines: [`/documents/${id}`] })

  test('a paper stays while its notice is to be kept; another register’s copy does not go along', async () => {
    const { id, documentId } = await room.aDraft(
      aConclusion('Sở Tài chính rà soát trước 30/4/2026.'),
    )
    const notice = await aged('04/TB-BCĐ', '2015-05-05')
    const copy = await aged('05/TB-BCĐ', '2024-05-05')
    await sql`update documents set issued_on = '2015-01-01', state = 'issued', kind = 'TB'
      where id = ${documentId}`.execute(owner)
    await sql`update documents set text_hash = (select text_hash from readings where id = ${id})
      where id in (${copy}, ${documentId})`.execute(owner)
    await sql`update readings set notice_id = ${notice} where id = ${id}`.execute(owner)
    const noticed = (issuedOn: string) =>
      sql`update documents set issued_on = ${issuedOn} where id = ${notice}`.execute(owner)
    await noticed('2024-05-05')
    expect((await expired(documentId)).json()).toMatchObject({ items: [{ kept: 'bound' }] })
    await noticed('2015-05-05')
    const drawn = (await expired(documentId)).json()
    expect(drawn).toMatchObject({ items: [{ kept: null }] })
    expect(await carryOut(drawn)).toMatchObject({ done: 1, kept: 0 })
    expect(await Promise.all([documentId, notice, copy].map(isGone))).toEqual([true, true, false])
  })

  test('is judged once more when it is carried out: a task given since keeps it', async () => {
    const id = await aged('06/TB-BCĐ', '2015-05-05')
    const drawn = (await expired(id)).json()
    expect(drawn).toMatchObject({ count: 1, items: [{ kept: null }] })
    const task = await post('standing', '/tasks', {
      issuerId: a.committeeId,
      title: 'Giao sau khi lập danh mục',
      leadIds: [a.departmentId],
      documentId: id,
      start: { by: 'paper', number: '06/TB-BCĐ', signedOn: '2026-03-01' },
    })
    assertDone(task)
    const done = await carryOut(drawn)
    expect(done).toMatchObject({ state: 'done', done: 0, kept: 1, items: [{ kept: 'open_tasks' }] })
    expect(await isGone(id)).toBe(false)
    expect((await room.get('standing', `/tasks/${task.json().id}`)).json().title).toContain('Giao')
  })

  test('a file that another paper holds stays with it', async () => {
    const [old, living] = [await aged('07/TB-BCĐ', '2015-05-05'), await aged('08/TB', '2025-05-05')]
    const [own, shared] = [await aDecision(), await aDecision()]
    for (const [documentId, fileId] of [
      [old, own],
      [old, shared],
      [living, shared],
    ])
      await sql`insert into document_files (document_id, file_id, part, position)
        values (${documentId}, ${fileId}, 'attachment', 1)`.execute(owner)
    expect((await draw({ ground: 'expired', lines: [`/files/${shared}`] })).json()).toMatchObject({
      items: [{ kept: 'bound' }],
    })
    await carryOut((await expired(old)).json())
    const { rows } = await sql`select f.id, l.document_id from files f
      left join document_files l on l.file_id = f.id where f.id in (${own}, ${shared})`.execute(
      owner,
    )
    expect(rows).toEqual([{ id: shared, document_id: living }])
  })
})

describe('is refused', () => {
  test('to everyone but the administrator, and nothing is recorded', async () => {
    const drawn = (await draw({ lines: ['1/TB'] })).json()
    const before = await room.traces()
    for (const username of ['standing', 'chair', 'strangerstanding'])
      for (const [method, url, body] of [
        ['GET', '/purges', undefined],
        ['GET', `/purges/${drawn.id}`, undefined],
        ['POST', `/purges/${drawn.id}/confirm`, { version: 1, decision: DECISION }],
        ['POST', `/purges/${drawn.id}/drop`, { version: 1 }],
        ['GET', '/retention-rules', undefined],
      ] as const)
        expect((await send(username, method, url, body)).statusCode).toBe(403)
    expect(await room.traces()).toEqual(before)
  })

  test('with another number, a stale version, or nothing to destroy', async () => {
    const made = await post('standing', '/documents', aNotice())
    const drawn = (await draw({ lines: [`/documents/${made.json().id}`] })).json()
    const confirm = (id: string, body: object) =>
      send('admin', 'POST', `/purges/${id}/confirm`, body)
    const before = await room.traces()
    for (const [body, code] of [
      [{ version: 1, decision: '13/QĐ-UBND' }, 'purges.not_confirmed'],
      [{ version: 7, decision: DECISION }, 'purges.changed'],
    ] as const)
      expect((await confirm(drawn.id, body)).json().code).toBe(code)
    expect(await room.traces()).toEqual(before)
    const none = (await draw({ lines: ['99/KHÔNG-CÓ'] })).json()
    expect((await confirm(none.id, { version: 1, decision: DECISION })).json().code).toBe(
      'purges.nothing_to_do',
    )
    expect((await draw({})).json().code).toBe('purges.nothing_named')
    assertDone(await send('admin', 'POST', `/purges/${drawn.id}/drop`, { version: 1 }))
    expect((await send('admin', 'GET', `/purges/${drawn.id}`)).statusCode).toBe(404)
  })

  test('by the database while no confirmed decision is carried out', async () => {
    const sneak = system.write((tx) => tx.deleteFrom('document_files').execute())
    await expect(sneak.then((rows) => Number(rows[0]?.numDeletedRows))).resolves.toBe(0)
    const { rows } = await sql<{ is: boolean }>`select purge_under_way() as is`.execute(jobsDb)
    expect(rows).toEqual([{ is: false }])
  })
})
