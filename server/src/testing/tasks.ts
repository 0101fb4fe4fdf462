import type { NewTaskInput, Task } from '@hopluc/shared/tasks'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import { createApp } from '../app.ts'
import { aDatabase } from './database.ts'
import { anOrganisation, signIn } from './organisation.ts'

/** No job runs in these tests. */
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}

/** An app on its own database with two provinces; the day is 10/03/2026 until a test moves it. */
export async function aTaskList() {
  vi.setConfig({ testTimeout: 30_000 }) // stories of many requests, beside other files on a busy machine
  const { app: db, owner, jobs: jobsDb } = await aDatabase()
  const clock = { now: new Date('2026-03-10T03:00:00Z') }
  const app = createApp({ db, now: () => clock.now, jobs, isDemo: false, secureCookies: false })
  const organisation = await anOrganisation(owner)
  const { a } = organisation
  const cookies = new Map<string, { cookie: string }>()

  const as = async (username: string) => {
    const name = `${username} ${clock.now.toISOString()}`
    const known = cookies.get(name) ?? (await signIn(app, username))
    cookies.set(name, known)
    return known
  }
  const ask = async (
    username: string,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
  ) =>
    app.inject({
      method,
      url: `/api${url}`,
      headers: await as(username),
      ...(payload && { payload }),
    })
  const get = (username: string, url: string) => ask(username, 'GET', url)
  const post = (username: string, url: string, payload: object = {}) =>
    ask(username, 'POST', url, payload)
  const act = async (username: string, id: Id, action: string, more: object = {}) => {
    const { version } = await owner
      .selectFrom('tasks')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return post(username, `/tasks/${id}/events`, { action, version, ...more })
  }

  return {
    app,
    db,
    jobsDb,
    owner,
    clock,
    organisation,
    ask,
    get,
    post,
    act,
    /** Given by the committee by Thông báo 05 on 01/03/2026, due on 20/03; the department leads. */
    aTask: async (more: Partial<NewTaskInput> = {}, by = 'standing'): Promise<Task> => {
      const response = await post(by, '/tasks', { ...aGivenTask(a), ...more })
      expect(response.json()).toMatchObject({ id: expect.any(String) })
      return response.json()
    },
    /** A deed that has to be done for the test to go on. */
    did: async (username: string, id: Id, action: string, more: object = {}): Promise<Task> => {
      const response = await act(username, id, action, more)
      expect(response.json()).toMatchObject({ id })
      return response.json()
    },
    /** Everything that a write leaves behind, counted. */
    counts: async () => {
      const { rows } = await sql<Record<string, number>>`select
        (select count(*)::int from tasks) as tasks,
        (select coalesce(sum(version), 0)::int from tasks) as versions,
        (select count(*)::int from task_events) as events,
        (select count(*)::int from task_persons) as persons,
        (select count(*)::int from task_comments) as comments,
        (select count(*)::int from task_dunnings) as dunnings,
        (select count(*)::int from opinion_rounds) as rounds,
        (select count(*)::int from self_reviews) as reviews,
        (select count(*)::int from notices) as notices,
        (select count(*)::int from audit_entries) as audit`.execute(owner)
      return rows[0]
    },
    empty: async () => {
      clock.now = new Date('2026-03-10T03:00:00Z')
      await sql`truncate tasks, task_numbers, documents, directives, notices, audit_entries cascade`.execute(
        owner,
      )
    },
  }
}

export function aGivenTask(a: { committeeId: Id; departmentId: Id; otherDepartmentId: Id }) {
  return {
    issuerId: a.committeeId,
    title: 'Khảo sát nhu cầu máy móc của các HTX',
    leadIds: [a.departmentId],
    coIds: [a.otherDepartmentId],
    dueOn: '2026-03-20',
    dueSource: 'document',
    dueText: 'trước ngày 21/3/2026',
    product: 'Báo cáo',
    start: { by: 'paper', number: '05/TB-BCĐ', signedOn: '2026-03-01' },
  } satisfies NewTaskInput
}

export const EXTEND = {
  wish: { kind: 'extend', dueOn: '2026-04-20' },
  reason: 'Mưa lũ',
  paper: { number: '31/SNN-KTHT', on: '2026-03-10' },
}
