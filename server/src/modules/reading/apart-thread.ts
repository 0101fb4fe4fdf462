import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../platform/errors.ts'
import { type ApartTask, ApartTaskShape } from './apart-task.ts'
import { read } from './reader/index.ts'
import { textFrom } from './texts.ts'

/** What runs on a thread of its own: one task, one answer. */
async function run(task: ApartTask): Promise<object> {
  if (task.kind === 'read') return read(task.text)
  return textFrom(task.bytes, task.filename)
}

try {
  parentPort?.postMessage({ value: await run(ApartTaskShape.parse(workerData)) })
} catch (error) {
  if (!(error instanceof AppError)) throw error
  const { kind, code, sentences, issues } = error
  parentPort?.postMessage({ refusal: { kind, code, sentences, issues } })
}
