import { Worker } from 'node:worker_threads'
import type { Reading } from '@hopluc/shared/finds'
import { AppError, type ErrorKind, type Issue, type Sentences } from '../../platform/errors.ts'
import type { ApartTask } from './apart-task.ts'
import { read } from './reader/index.ts'
import { type FileText, textFrom } from './texts.ts'

/** Up to so many characters or bytes are read at once: a thread would take longer to begin. */
const SHORT = 20_000
const SECONDS = 90
const AT_ONCE = 2

interface Answer<T> {
  value?: T
  refusal?: { kind: ErrorKind; code: string; sentences: Sentences; issues: Issue[] }
}

/** As {@link read}; a long text keeps nobody else waiting. */
export async function readApart(text: string): Promise<Reading> {
  return text.length <= SHORT ? read(text) : apart<Reading>({ kind: 'read', text })
}

/**
 * As {@link textFrom}, beside everything else: what a small packed file unpacks to is not known before.
 * @throws AppError as there, and `reading.too_slow`
 */
export async function textFromApart(bytes: Uint8Array, filename: string): Promise<FileText> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const isPacked = start.startsWith('PK') || start.includes('%PDF-')
  if (bytes.length <= SHORT && !isPacked) return textFrom(bytes, filename)
  return apart<FileText>({ kind: 'text', bytes, filename })
}

let running = 0
const waiting: (() => void)[] = []

/** Few at once, the others wait for their turn: each takes a processor. */
async function apart<T>(task: ApartTask): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await onThread<T>(task)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function onThread<T>(workerData: ApartTask): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const worker = new Worker(new URL('./apart-thread.ts', import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  const timer = setTimeout(() => reject(tooSlow()), SECONDS * 1000)
  worker.once('message', ({ value, refusal }: Answer<T>) => {
    if (value !== undefined) resolve(value)
    else if (refusal)
      reject(new AppError(refusal.kind, refusal.code, refusal.sentences, refusal.issues))
  })
  // out of memory: what it unpacks to is too much
  worker.once('error', (error) =>
    reject('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooSlow() : error),
  )
  worker.once('exit', () => reject(tooSlow()))
  return promise.finally(() => {
    clearTimeout(timer)
    void worker.terminate()
  })
}

function tooSlow() {
  return new AppError('rule', 'reading.too_slow', {
    vi: 'Văn bản quá lớn hoặc quá phức tạp nên chưa đọc được. Hãy chia nhỏ hoặc lưu lại thành .docx rồi thử lại.',
    en: 'The text is too large or too complex to be read. Split it, or save it again as .docx.',
  })
}
