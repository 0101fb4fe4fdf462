import { parentPort, workerData } from 'node:worker_threads'
import type * as z from 'zod'
import { AppError } from './errors.ts'

/** What a thread's file calls: one task, one answer or one refusal. Anything else is a fault. */
export async function answerApart<Task extends z.ZodType>(
  shape: Task,
  work: (task: z.output<Task>) => unknown,
): Promise<void> {
  try {
    parentPort?.postMessage({ value: await work(shape.parse(workerData)) })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { kind, code, sentences, issues } = error
    parentPort?.postMessage({ refusal: { kind, code, sentences, issues } })
  }
}
