import type { Entity, EntityEventEntry, NewEntity } from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { createApp } from '../../app.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn, type TestPerson } from '../../testing/organisation.ts'

export const TODAY: PlainDate = '2026-03-10'

/** What the other routes of the register are given in their tests: an entity with its founding. */
export function newEntity(unitId: Id, more: Partial<NewEntity['attributes']> = {}): object {
  return {
    attributes: { name: 'Hợp tác xã nông nghiệp Minh Phát', kind: 'cooperative', ...more },
    place: { unitId },
    fromOn: '2020-01-01',
    source: { from: 'certificate', on: '2020-01-01' },
    events: [{ kind: 'registered', onDay: '2020-01-01', decisionNo: '0800000001' }],
  }
}

/** The program on 10/03/2026 with two provinces, and the few words in which tests speak to it. */
export async function aRegistry() {
  const { app: db, owner } = await aDatabase()
  const asked: string[] = []
  const jobs = {
    enqueue: async (_tx: unknown, _actor: unknown, { name }: { name: string }) => {
      asked.push(name)
      return ''
    },
    enqueueSystem: async () => undefined,
    start: async () => undefined,
    drain: async () => 0,
    stop: async () => undefined,
  }
  const now = () => new Date(`${TODAY}T03:00:00Z`)
  const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })
  const organisation = await anOrganisation(owner)
  const cookies = new Map<string, { cookie: string }>()
  const headersOf = async ({ username }: TestPerson) => {
    const known = cookies.get(username) ?? (await signIn(app, username))
    cookies.set(username, known)
    return known
  }
  const send = async (
    person: TestPerson,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    payload?: object,
    more: Record<string, string> = {},
  ) => {
    const headers = { ...(await headersOf(person)), ...more }
    return app.inject({
      method,
      url: encodeURI(`/api${path}`),
      headers,
      ...(payload && { payload }),
    })
  }
  const create = async (person: TestPerson, body: object): Promise<Entity> => {
    const answer = await send(person, 'POST', '/entities', body)
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json()
  }
  const addEvent = (person: TestPerson, id: Id, entry: Partial<EntityEventEntry>) =>
    send(person, 'POST', `/entities/${id}/events`, entry)
  const events = async (): Promise<string[]> => {
    const rows = await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()
    return rows.map(({ event }) => event)
  }
  return { app, db, owner, ...organisation, send, create, addEvent, events, asked }
}
