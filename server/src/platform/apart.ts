import { Worker } from 'node:worker_threads'
import { AppError, type ErrorKind, type Issue, type Sentences } from './errors.ts'

/** Work that would keep every other request waiting: it is done on a thread of its own. */
export interface ApartWork {
  /** The file that does it, by calling `answerApart`. */
  thread: URL
  /** What is said when it takes more time or memory than it may. */
  tooHeavy: () => AppError
  /** Longest time once it has begun. Default 60. */
  seconds?: number
  /** Most memory, with what it unpacks. Default 768. */
  megabytes?: number
}

export interface ApartOptions {
  /** Aborted when nobody waits for the answer any more: the thread ends, or never begins. */
  signal?: AbortSignal | undefined
}

const SECONDS = 60
const MEGABYTES = 768
/** Each takes a processor; one is left for the requests. */
const AT_ONCE = 2
/** More that wait would wait longer than a browser does. */
const MOST_WAITING = 40
const WATCH_MS = 200

interface Answer<T> {
  value?: T
  refusal?: { kind: ErrorKind; code: string; sentences: Sentences; issues: Issue[] }
}

let running = 0
const waiting: (() => void)[] = []

/**
 * Does the work on a thread, few at once and the others in turn; whatever the work is given, the
 * server goes on answering.
 * @param task is copied to the thread
 * @throws AppError as the work itself, `tooHeavy()`, `server.busy` when too many wait,
 * `request.cancelled` after `signal`
 */
export async function apart<T>(
  work: ApartWork,
  task: object,
  { signal }: ApartOptions = {},
): Promise<T> {
  await turn(signal)
  try {
    if (signal?.aborted) throw cancelled()
    return await onThread<T>(work, task, signal)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** Comes when a place is free; the place is handed on by whoever leaves it. */
async function turn(signal: AbortSignal | undefined): Promise<void> {
  if (running < AT_ONCE) {
    running += 1
    return
  }
  if (waiting.length >= MOST_WAITING) throw busy()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const leave = () => {
    waiting.splice(waiting.indexOf(resolve), 1)
    reject(cancelled())
  }
  waiting.push(resolve)
  signal?.addEventListener('abort', leave)
  await promise.finally(() => signal?.removeEventListener('abort', leave))
}

function onThread<T>(work: ApartWork, task: object, signal?: AbortSignal): Promise<T> {
  const { thread, tooHeavy, seconds = SECONDS, megabytes = MEGABYTES } = work
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const key = `${thread.href} ${megabytes}`
  const worker = takeKept(key) ?? begin(thread, megabytes)
  const timer = setTimeout(() => reject(tooHeavy()), seconds * 1000)
  let most = 0
  const watch = setInterval(() => {
    void bytesOf(worker).then((bytes) => {
      most = Math.max(most, bytes)
      if (bytes > megabytes * 1e6) reject(tooHeavy())
    })
  }, WATCH_MS)
  const leave = () => reject(cancelled())
  signal?.addEventListener('abort', leave)
  const answered = ({ value, refusal }: Answer<T>) => {
    if (value !== undefined) resolve(value)
    else if (refusal)
      reject(new AppError(refusal.kind, refusal.code, refusal.sentences, refusal.issues))
  }
  // out of memory: what it unpacks to is too much
  const failed = (error: Error) =>
    reject('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : error)
  const ended = () => reject(tooHeavy())
  worker.on('message', answered).on('error', failed).on('exit', ended)
  worker.postMessage(task)
  const leaveBe = () => {
    clearTimeout(timer)
    clearInterval(watch)
    signal?.removeEventListener('abort', leave)
    // one by one: without any listener a thread is never heard again
    worker.off('message', answered).off('error', failed).off('exit', ended)
  }
  return promise.then(
    (value) => {
      leaveBe()
      keep(key, worker, most)
      return value
    },
    (error: unknown) => {
      leaveBe()
      void worker.terminate()
      throw error
    },
  )
}

function begin(thread: URL, megabytes: number): Worker {
  return new Worker(thread, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } })
}

/** A thread that has answered stays for a while: to begin takes longer than most files do. */
const KEPT_MS = 30_000
const KEPT_MOST_BYTES = 200e6
interface Kept {
  key: string
  worker: Worker
  leave: () => void
}
const kept: Kept[] = []

function takeKept(key: string): Worker | undefined {
  const one = kept.find((each) => each.key === key)
  if (!one) return undefined
  kept.splice(kept.indexOf(one), 1)
  one.worker.off('error', one.leave).off('exit', one.leave).ref()
  return one.worker
}

function keep(key: string, worker: Worker, bytes: number): void {
  const leave = () => {
    const index = kept.indexOf(one)
    if (index < 0) return // it works again
    kept.splice(index, 1)
    void worker.terminate()
  }
  const one = { key, worker, leave }
  worker.on('error', leave).on('exit', leave).unref()
  kept.push(one)
  if (bytes > KEPT_MOST_BYTES) return leave()
  setTimeout(leave, KEPT_MS).unref()
  if (kept.length > AT_ONCE) kept[0]?.leave()
}

/** The limit of a thread's heap leaves out what is unpacked into buffers. */
async function bytesOf(worker: Worker): Promise<number> {
  try {
    const { used_heap_size: heap, external_memory: buffers } = await worker.getHeapStatistics()
    return heap + buffers
  } catch {
    return 0 // it has ended
  }
}

function busy() {
  return new AppError('unavailable', 'server.busy', {
    vi: 'Máy chủ đang đọc nhiều tệp cùng lúc. Hãy thử lại sau một phút; hệ thống chưa lưu gì.',
    en: 'The server is reading many files at once. Try again in a minute; nothing was stored.',
  })
}

function cancelled() {
  return new AppError('unavailable', 'request.cancelled', {
    vi: 'Yêu cầu đã bị hủy trước khi có kết quả.',
    en: 'The request was cancelled before there was an answer.',
  })
}
