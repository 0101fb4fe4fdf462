import { UploadedFile } from '@hopluc/shared/document-files'
import { TaskPage } from '@hopluc/shared/tasks'
import type { APIRequestContext } from 'playwright-core'

/** Asks the server as the page's account. */
export interface Api {
  get: (path: string) => Promise<unknown>
  post: (path: string, data: object) => Promise<unknown>
  patch: (path: string, data: object) => Promise<unknown>
  /** A text file ahead of its record; answers its id. */
  send: (name: string, text: string) => Promise<string>
}

export function apiOf(request: APIRequestContext, address: string): Api {
  const write = (method: string) => async (path: string, data: object) => {
    const headers = { origin: address, 'idempotency-key': crypto.randomUUID() }
    const answer = await request.fetch(`${address}/api${path}`, { method, data, headers })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  return {
    get: async (path) => (await request.get(`${address}/api${path}`)).json(),
    post: write('POST'),
    patch: write('PATCH'),
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

/** The first of a list, which the demo has. */
export const first = (items: readonly { id: string }[]): string => {
  const [one] = items
  if (!one) throw new Error('the demo has none')
  return one.id
}
