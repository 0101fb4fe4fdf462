import { ApiError } from '../../lib/api-error.ts'
import { newId } from '../../lib/new-id.ts'

/** A file that waits for its sender's word. */
export interface Asked {
  readonly id: string
  readonly name: string
  readonly answer: (isOpen: boolean) => void
}

let asked: readonly Asked[] = []
const listeners = new Set<() => void>()

function change(next: readonly Asked[]): void {
  asked = next
  for (const listener of listeners) listener()
}

export const askedNow = (): Asked | undefined => asked[0]

export function onAsked(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The answer to the file that is asked about now. */
export function answerFirst(isOpen: boolean): void {
  const [first, ...rest] = asked
  change(rest)
  first?.answer(isOpen)
}

/**
 * Sends a file; when the server cannot see whether it bears a mark of secrecy, its sender is asked,
 * and it is sent again with that word, or not at all.
 */
export async function sendStated<T>(
  name: string,
  send: (isStatedOpen: boolean) => Promise<T>,
): Promise<T> {
  try {
    return await send(false)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'files.unseen') throw error
    const isOpen = await new Promise<boolean>((answer) =>
      change([...asked, { id: newId(), name, answer }]),
    )
    if (isOpen) return send(true)
    throw error
  }
}
