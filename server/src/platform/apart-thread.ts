import { parentPort } from 'node:worker_threads'
import type * as z from 'zod'
import { AppError } from './errors.ts'

/** What a thread's file calls: to each task one answer or one refusal. Anything else is a fault. */
export function answerApart<Task extends z.ZodType>(
  shape: Task,
  work: (task: z.output<Task>) => unknown,
): void {
  const answer = async (task: unknown) => {
    try {
      parentPort?.postMessage({ value: await work(shape.parse(task)) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error // a fault: it ends the thread
      const { kind, code, sentences, issues } = error
      parentPort?.postMessage({ refusal: { kind, code, sentences, issues } })
    }
  }
  parentPort?.on('message', (task) => void answer(task))
}
