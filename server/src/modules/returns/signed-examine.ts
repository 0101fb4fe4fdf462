import { readSignedPaper } from '../papers/index.ts'
import { isStateSecret, markOf } from '../reading/index.ts'

export interface SignedReturn {
  name: string
  bytes: Uint8Array
}
export interface ExaminedReturn {
  /** Names in the digital signatures, in order. */
  signers: string[]
  isIntact: boolean
  isSecret: boolean
}

/** What the thread does: all that depends on what the PDF holds. */
export async function examine({ name, bytes }: SignedReturn): Promise<ExaminedReturn> {
  const paper = await readSignedPaper(bytes)
  const isSecret =
    paper.secrecyMark !== null || isStateSecret(paper.text) || (await markOf(bytes, name)) !== null
  const { all, intact } = paper.signature
  return { signers: all.flatMap(({ signerName }) => signerName ?? []), isIntact: intact, isSecret }
}
