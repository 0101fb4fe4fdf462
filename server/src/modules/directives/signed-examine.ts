import { AppError } from '../../platform/errors.ts'
import {
  compareWithConfirmed,
  type Comparison,
  type ConfirmedDirective,
  readSignedPaper,
  type SignedPaper,
} from '../papers/index.ts'
import { isStateSecret, markOf } from '../reading/index.ts'

/** A signed PDF beside what it is compared with. */
export interface ToExamine {
  name: string
  bytes: Uint8Array
  confirmed: readonly ConfirmedDirective[]
  /** What the notice says beside its directives. */
  own: string
}

export interface Examined {
  paper: SignedPaper
  /** Null where the signed paper has no text, or none that reads as a notice. */
  result: Comparison | null
  isSecret: boolean
}

/** What the thread does: all that depends on what the PDF holds. */
export async function examine({ name, bytes, confirmed, own }: ToExamine): Promise<Examined> {
  const paper = await readSignedPaper(bytes)
  const isSecret =
    paper.secrecyMark !== null || isStateSecret(paper.text) || (await markOf(bytes, name)) !== null
  const result =
    isSecret || !paper.hasText
      ? undefined
      : tryCompare(() => compareWithConfirmed(confirmed, paper.text, own))
  return { paper, result: result ?? null, isSecret }
}

/** A paper whose text does not read as a notice is one to compare by eye, not an error. */
function tryCompare(run: () => Comparison): Comparison | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof AppError && error.code === 'papers.no_text') return undefined
    throw error
  }
}
