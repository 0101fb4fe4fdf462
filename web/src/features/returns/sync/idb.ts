import * as z from 'zod'
import type { Queue, QueuedEdit } from './queue.ts'
import type { QueueStore } from './sync.ts'

/** The name is known to `dropAllDrafts`, which takes the whole of it away at sign-out. */
const DATABASE = 'hopluc.kept'
const QUEUES = 'queues'
const PAGES = 'pages'

let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(QUEUES)
      request.result.createObjectStore(PAGES)
    })
    request.addEventListener('success', () => {
      const { result } = request
      const forget = () => {
        opened = undefined
      }
      result.addEventListener('close', forget)
      // Signing out in any window takes everything away: this one must not stand in its way.
      result.addEventListener('versionchange', () => {
        result.close()
        forget()
      })
      done(result)
    })
    request.addEventListener('error', () => fail(request.error ?? new Error('indexedDB')))
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () => fail(request.error ?? new Error('indexedDB')))
  })
}

/** Resolves when the disk has it. */
function write(place: string, run: (store: IDBObjectStore) => void): Promise<void> {
  return database().then(
    (db) =>
      new Promise((done, fail) => {
        const transaction = db.transaction(place, 'readwrite', { durability: 'strict' })
        transaction.addEventListener('complete', () => done())
        transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('abort')))
        run(transaction.objectStore(place))
      }),
  )
}

const everything = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

/**
 * Queues of one return of one account, one record a window.
 * @param owner the account; another person at the same machine finds nothing
 */
export function queueStore<Edit extends QueuedEdit>(
  owner: string,
  returnId: string,
  edit: z.ZodType<Edit>,
): QueueStore<Edit> {
  const prefix = `${owner} ${returnId} `
  const Batch = z.object({ client: z.string(), n: z.int(), edits: z.array(edit) })
  const Stored = z.object({
    client: z.string(),
    n: z.int(),
    sending: z.array(Batch),
    pending: z.array(edit),
    conflicts: z.array(edit),
  })
  return {
    list: async () => {
      const store = (await database()).transaction(QUEUES).objectStore(QUEUES)
      const found: unknown[] = await answer(store.getAll(everything(prefix)))
      return found.flatMap((one): Queue<Edit>[] => {
        const { data } = Stored.safeParse(one)
        return data ? [data] : []
      })
    },
    put: (queue, instead) =>
      write(QUEUES, (store) => {
        store.put(queue, prefix + queue.client)
        for (const client of instead) store.delete(prefix + client)
      }),
    drop: (clients) =>
      write(QUEUES, (store) => {
        for (const client of clients) store.delete(prefix + client)
      }),
  }
}

/** The page as the server last answered it, for opening it without a line. */
export async function keepPage(owner: string, id: string, page: unknown): Promise<void> {
  await write(PAGES, (store) => store.put(page, `${owner} ${id}`))
}

/** The page as it was kept, or undefined where it never was or no longer fits its shape. */
export async function keptPage<T extends z.ZodType>(
  owner: string,
  id: string,
  schema: T,
): Promise<z.output<T> | undefined> {
  const store = (await database()).transaction(PAGES).objectStore(PAGES)
  const found: unknown = await answer(store.get(`${owner} ${id}`))
  return schema.safeParse(found).data
}
