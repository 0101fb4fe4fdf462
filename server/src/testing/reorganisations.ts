import type {
  NewReorganisation,
  Reorganisation,
  ReorganisationPreview,
} from '@hopluc/shared/reorganisations'
import type { Id } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import { afterAll, expect, vi } from 'vitest'
import * as z from 'zod'
import { createApp } from '../app.ts'
import { jobHandlers } from '../job-list.ts'
import { connect } from '../platform/db.ts'
import { createJobs } from '../platform/jobs.ts'
import { aDatabase } from './database.ts'
import { anOrganisation, signIn } from './organisation.ts'

/** The input of a plan: what is left out is nothing. */
export type PlanInput = z.input<typeof NewReorganisation>['plan']

/** An app whose background work is done on demand; the day is 10/03/2026 until a test moves it. */
export async function aReorganiser(today = '2026-03-10') {
  vi.setConfig({ testTimeout: 60_000 })
  const database = await aDatabase()
  const { app: db, jobs: jobsDb, owner } = database
  const clock = { now: new Date(`${today}T03:00:00Z`) }
  const failures: unknown[] = []
  const jobs = createJobs({
    db,
    jobsDb,
    connection: database.connection('jobs'),
    handlers: jobHandlers.filter(({ kind }) => kind.name === 'reorganisations.carry_out'),
    now: () => clock.now,
    log: { error: (error) => failures.push(error) },
  })
  afterAll(() => jobs.stop())
  const app = createApp({
    db,
    jobsDb,
    now: () => clock.now,
    jobs,
    isDemo: false,
    secureCookies: false,
  })
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
  const draw = async (plan: PlanInput, more: object = {}): Promise<Reorganisation> => {
    const response = await ask('admin', 'POST', '/reorganisations', { ...ACT, plan, ...more })
    expect(response.json()).toMatchObject({ state: 'draft' })
    return response.json()
  }
  const look = async ({ id, version }: { id: Id; version: number }) => {
    const response = await ask('admin', 'POST', `/reorganisations/${id}/preview`, { version })
    expect(response.statusCode).toBe(200)
    const seen: ReorganisationPreview = response.json()
    return seen
  }
  const command = (name: 'apply' | 'undo') => async (id: Id) => {
    const { version } = (await ask('admin', 'GET', `/reorganisations/${id}`)).json()
    const response = await ask('admin', 'POST', `/reorganisations/${id}/${name}`, { version })
    expect(response.json()).toMatchObject({ id })
    await jobs.drain()
    expect(failures).toEqual([])
    const after: Reorganisation = (await ask('admin', 'GET', `/reorganisations/${id}`)).json()
    return after
  }
  return {
    app,
    db,
    jobsDb,
    owner,
    clock,
    jobs,
    failures,
    ask,
    draw,
    look,
    apply: command('apply'),
    undo: command('undo'),
    setUp: () => anOrganisation(owner),
    /** Connections that nobody waits for at the end. */
    aConnection: () => connect({ ...database.connection('jobs'), max: 3 }),
    upload: async (username: string, name: string, text: string): Promise<Id> => {
      const form = new FormData()
      form.append('file', new Blob([text], { type: 'text/csv' }), name)
      const request = new Request('http://localhost', { method: 'POST', body: form })
      const response = await app.inject({
        method: 'POST',
        url: '/api/files',
        headers: {
          ...(await as(username)),
          'content-type': request.headers.get('content-type') ?? '',
        },
        payload: Buffer.from(await request.arrayBuffer()),
      })
      expect(response.statusCode).toBe(201)
      return response.json().id
    },
  }
}

export const ACT = {
  act: 'Nghị quyết số 12/NQ-UBTVQH16',
  decidedOn: '2026-02-20',
  onDay: '2026-03-01',
  title: 'Sắp xếp đơn vị hành chính cấp xã (thử)',
}

/** Two communes of a province become one, with a people's committee and an office of its own. */
export function mergeOf(
  {
    unitId,
    communes,
  }: { unitId: Id; communes: readonly { unitId: Id; committeeId: Id; officeId: Id }[] },
  name: string,
) {
  const [newUnit, newCommittee, newOffice] = [newId(), newId(), newId()]
  const plan = {
    units: {
      founded: [
        { id: newUnit, level: 'commune', kind: 'xã', name, code: '90001', parentId: unitId },
      ],
      ended: communes.map((commune) => commune.unitId),
      successions: communes.map((commune) => ({ fromId: commune.unitId, toId: newUnit })),
    },
    agencies: {
      founded: [
        {
          id: newCommittee,
          unitId: newUnit,
          kind: 'people_committee',
          name: `UBND xã ${name}`,
          shortName: `UBND xã ${name}`,
        },
        {
          id: newOffice,
          unitId: newUnit,
          kind: 'office',
          name: `Phòng Kinh tế xã ${name}`,
          shortName: 'Phòng Kinh tế',
          actsForId: newCommittee,
        },
      ],
    },
  } satisfies PlanInput
  return { plan, newUnit, newCommittee, newOffice }
}
