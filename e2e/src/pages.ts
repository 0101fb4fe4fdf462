import { AccountPage } from '@hopluc/shared/accounts'
import { InspectionPage } from '@hopluc/shared/committee-work'
import { Committee, CommitteePage } from '@hopluc/shared/committees'
import { UploadedFile } from '@hopluc/shared/document-files'
import { DocumentPage } from '@hopluc/shared/documents'
import { MeetingPage } from '@hopluc/shared/meetings'
import { OpinionRound } from '@hopluc/shared/opinions'
import { DataRequestPage } from '@hopluc/shared/personal-data'
import { Purge, PurgePage } from '@hopluc/shared/purges'
import { ReadingPage } from '@hopluc/shared/readings'
import { Session } from '@hopluc/shared/session'
import { Task, TaskPage } from '@hopluc/shared/tasks'
import { AgencyPage } from '@hopluc/shared/units'
import { addDays } from '@hopluc/shared/values'
import { ReorganisationPage } from '@hopluc/shared/reorganisations'
import type { APIRequestContext } from 'playwright-core'

/** One page of the program, as whom it is looked at, and where a record of the demo stands. */
export interface PageToSee {
  /** As the router has it. */
  route: string
  /** What its pictures are called. */
  name: string
  /** An account of the demo; without it nobody is signed in. */
  as?: string
  at?: (api: Api) => Promise<string>
}

/** Asks the server as the page's account. */
export interface Api {
  get: (path: string) => Promise<unknown>
  post: (path: string, data: object) => Promise<unknown>
  /** A text file ahead of its record; answers its id. */
  send: (name: string, text: string) => Promise<string>
}

export function apiOf(request: APIRequestContext, address: string): Api {
  return {
    get: async (path) => (await request.get(`${address}/api${path}`)).json(),
    post: async (path, data) => {
      const headers = { origin: address, 'idempotency-key': crypto.randomUUID() }
      const answer = await request.post(`${address}/api${path}`, { data, headers })
      if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
      return answer.json()
    },
    send: async (name, text) => {
      const headers = { origin: address, 'idempotency-key': crypto.randomUUID() }
      const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
      const answer = await request.post(`${address}/api/files`, { headers, multipart: { file } })
      if (!answer.ok()) throw new Error(`${name}: ${await answer.text()}`)
      return UploadedFile.parse(await answer.json()).id
    },
  }
}

/** The task of the demo with this number. */
export async function taskId(api: Api, code: string): Promise<string> {
  const { items } = TaskPage.parse(await api.get(`/tasks?q=${encodeURIComponent(code)}&limit=20`))
  const found = items.find((task) => task.code === code)
  if (!found) throw new Error(`no task ${code}`)
  return found.id
}

const first = (items: readonly { id: string }[]): string => {
  const [one] = items
  if (!one) throw new Error('the demo has none')
  return one.id
}

/** A list drawn up under a decision that the demo has none of; nothing is destroyed. */
async function aPurge(api: Api): Promise<string> {
  const { items } = PurgePage.parse(await api.get('/purges'))
  const [known] = items
  if (known) return known.id
  const fileId = await api.send('Quyết định.txt', `Quyết định tiêu hủy ${Date.now()}`)
  const decision = {
    decision: '12/QĐ-UBND',
    decidedOn: '2026-03-02',
    decidedBy: 'Chủ tịch UBND tỉnh',
  }
  const lines = ['09/TB-BCĐ', '99/KHÔNG-CÓ']
  const named = { ground: 'expired', fileId, lines, ruleIds: [] }
  return Purge.parse(await api.post('/purges', { ...decision, ...named })).id
}

const reading = async (api: Api) =>
  first(ReadingPage.parse(await api.get('/readings?state=open')).items)
const documents = async (api: Api, search: string) =>
  first(DocumentPage.parse(await api.get(`/documents?${search}`)).items)

/** A round of opinions on the agency's own scheme, opened when there is none. */
async function opinionRound(api: Api): Promise<string> {
  const id = await taskId(api, '12/2026')
  const task = Task.parse(await api.get(`/tasks/${id}`))
  const [known] = task.rounds
  if (known) return known.id
  const round = await api.post(`/tasks/${id}/opinion-rounds`, {
    title: 'Dự thảo phương án liên kết tiêu thụ trái cây',
    text: 'Đề nghị các cơ quan cho ý kiến về phạm vi, nguồn kinh phí và tiến độ của phương án.',
    untilOn: addDays(task.asOf, 10),
    agencyIds: task.co.map((agency) => agency.id),
    version: task.version,
  })
  return OpinionRound.parse(round).id
}

/** The committee in whose name the account acts. */
const ownCommittee = async (api: Api) => {
  const { post } = Session.parse(await api.get('/session'))
  return first(post?.committee ? [post.committee] : [])
}

const STANDING = 'standing'

/** Every page there is; a test compares it with the router. */
export const PAGES: readonly PageToSee[] = [
  { route: '/sign-in', name: 'sign-in' },
  { route: '/forgotten-password', name: 'forgotten-password' },
  { route: '/reset', name: 'reset', at: async () => '/reset#nothing' },
  { route: '/password', name: 'password', as: STANDING },
  { route: '/second-factor', name: 'second-factor' },
  { route: '/second-factor/set-up', name: 'set-up-factor', as: 'admin' },
  { route: '/enter', name: 'enter', at: async () => '/enter#nothing' },
  { route: '/gallery', name: 'gallery' },
  { route: '/', name: 'chair', as: 'chair' },
  { route: '/', name: 'standing', as: STANDING },
  { route: '/', name: 'department', as: 'department' },
  { route: '/', name: 'commune', as: 'commune' },
  { route: '/', name: 'cooperative', as: 'cooperative' },
  { route: '/', name: 'ministry', as: 'ministry' },
  { route: '/', name: 'admin', as: 'admin' },
  { route: '/', name: 'chair-2021', as: 'chair', at: async () => '/?asOf=2021-07-12' },
  { route: '/tasks', name: 'tasks', as: STANDING },
  { route: '/tasks/board', name: 'board', as: STANDING },
  { route: '/tasks/calendar', name: 'calendar', as: 'department' },
  { route: '/tasks/agencies', name: 'agencies', as: 'chair' },
  { route: '/tasks/dunning', name: 'dunning', as: STANDING },
  { route: '/tasks/rights', name: 'rights', as: STANDING },
  { route: '/tasks/new', name: 'new-task', as: STANDING },
  { route: '/tasks/import', name: 'import', as: STANDING },
  {
    route: '/tasks/$id',
    name: 'task',
    as: STANDING,
    at: async (api) => `/tasks/${await taskId(api, '9/2026')}`,
  },
  {
    route: '/tasks/$id',
    name: 'task-department',
    as: 'department',
    at: async (api) => `/tasks/${await taskId(api, '12/2026')}`,
  },
  {
    route: '/tasks/$id/edit',
    name: 'edit-task',
    as: STANDING,
    at: async (api) => `/tasks/${await taskId(api, '21/2026')}/edit`,
  },
  { route: '/my-tasks', name: 'my-tasks', as: 'department' },
  { route: '/self-reviews', name: 'self-review', as: 'department' },
  {
    route: '/opinion-rounds/$id',
    name: 'opinion-round',
    as: 'department',
    at: async (api) => `/opinion-rounds/${await opinionRound(api)}`,
  },
  { route: '/notices', name: 'notices', as: 'department' },
  { route: '/readings', name: 'readings', as: STANDING },
  {
    route: '/readings/$id',
    name: 'reading',
    as: STANDING,
    at: async (api) => `/readings/${await reading(api)}`,
  },
  { route: '/documents', name: 'documents', as: STANDING },
  { route: '/documents/new', name: 'new-document', as: STANDING },
  { route: '/documents/books', name: 'book', as: STANDING },
  {
    route: '/documents/$id',
    name: 'document',
    as: STANDING,
    at: async (api) => `/documents/${await documents(api, 'state=issued&kind=TB')}`,
  },
  {
    route: '/documents/$id/notice',
    name: 'notice',
    as: 'chair',
    at: async (api) => `/documents/${await documents(api, 'state=submitted')}/notice`,
  },
  { route: '/meetings', name: 'meetings', as: STANDING },
  { route: '/meetings/new', name: 'new-meeting', as: STANDING },
  {
    route: '/meetings/$id',
    name: 'meeting',
    as: STANDING,
    at: async (api) =>
      `/meetings/${first(MeetingPage.parse(await api.get('/meetings?state=planned')).items)}`,
  },
  { route: '/search', name: 'search', as: 'chair', at: async () => '/search?q=trai+cay' },
  { route: '/organisation', name: 'organisation', as: 'chair' },
  {
    route: '/organisation/agencies/$id',
    name: 'agency',
    as: STANDING,
    at: async (api) => {
      const found = AgencyPage.parse(await api.get('/agencies?q=so+nong+nghiep&limit=5'))
      return `/organisation/agencies/${first(found.items)}`
    },
  },
  {
    route: '/organisation/changes',
    name: 'organisation-changes',
    as: 'chair',
    at: async () => '/organisation/changes?day=2025-07-01',
  },
  { route: '/organisation/import', name: 'unit-import', as: 'admin' },
  { route: '/reorganisations', name: 'reorganisations', as: 'admin' },
  {
    route: '/reorganisations/$id',
    name: 'reorganisation',
    as: 'admin',
    at: async (api) => {
      const { items } = ReorganisationPage.parse(await api.get('/reorganisations'))
      return `/reorganisations/${first(items)}`
    },
  },
  {
    route: '/organisation/committees/$id/members/$seatId',
    name: 'committee-member',
    as: STANDING,
    at: async (api) => {
      const id = await ownCommittee(api)
      const { membersOn } = Committee.parse(await api.get(`/committees/${id}`))
      const member = membersOn.find(({ part }) => part === 'deputy')
      return `/organisation/committees/${id}/members/${member?.seatId}`
    },
  },
  {
    route: '/organisation/committees/$id/programme',
    name: 'programme',
    as: STANDING,
    at: async (api) => `/organisation/committees/${await ownCommittee(api)}/programme`,
  },
  { route: '/organisation/inspections', name: 'inspections', as: STANDING },
  {
    route: '/organisation/inspections/$id',
    name: 'inspection',
    as: STANDING,
    at: async (api) => {
      const { items } = InspectionPage.parse(await api.get('/inspections?state=made'))
      return `/organisation/inspections/${first(items)}`
    },
  },
  {
    route: '/organisation/alliances/$id',
    name: 'alliance',
    as: 'alliance',
    at: async (api) => {
      const found = AgencyPage.parse(await api.get('/agencies?kind=alliance&asOf=2021-07-12'))
      const thaiBinh = found.items.filter(({ unit }) => unit.name === 'Thái Bình')
      return `/organisation/alliances/${first(thaiBinh)}?asOf=2021-07-12`
    },
  },
  { route: '/organisation/committees', name: 'committees', as: 'chair' },
  {
    route: '/organisation/committees/$id',
    name: 'committee',
    as: STANDING,
    at: async (api) =>
      `/organisation/committees/${first(CommitteePage.parse(await api.get('/committees')).items)}`,
  },
  { route: '/accounts', name: 'accounts', as: 'admin' },
  {
    route: '/accounts/$id',
    name: 'account',
    as: 'admin',
    at: async (api) => {
      const found = AccountPage.parse(await api.get('/accounts?q=standing&state=active'))
      return `/accounts/${first(found.items)}`
    },
  },
  {
    route: '/accounts/$id/hand-over',
    name: 'hand-over',
    as: 'admin',
    at: async (api) => {
      const found = AccountPage.parse(await api.get('/accounts?q=standing&state=active'))
      return `/accounts/${first(found.items)}/hand-over`
    },
  },
  { route: '/sign-in-rules', name: 'sign-in-rules', as: 'admin' },
  { route: '/personal-data', name: 'personal-data', as: 'admin' },
  { route: '/personal-data/requests', name: 'data-requests', as: 'admin' },
  {
    route: '/personal-data/requests/$id',
    name: 'data-request',
    as: 'admin',
    at: async (api) => {
      const found = DataRequestPage.parse(await api.get('/personal-data/requests'))
      return `/personal-data/requests/${first(found.items)}`
    },
  },
  { route: '/me', name: 'me', as: STANDING },
  { route: '/roles', name: 'roles', as: 'admin' },
  { route: '/templates', name: 'templates', as: STANDING },
  { route: '/templates', name: 'numbering', as: 'admin' },
  { route: '/audit', name: 'audit', as: STANDING },
  { route: '/purges', name: 'purges', as: 'admin' },
  { route: '/purges/new', name: 'purge-new', as: 'admin' },
  {
    route: '/purges/$id',
    name: 'purge',
    as: 'admin',
    at: async (api) => `/purges/${await aPurge(api)}`,
  },
  { route: '$', name: 'missing', as: STANDING, at: async () => '/khong-co-trang-nay' },
]
