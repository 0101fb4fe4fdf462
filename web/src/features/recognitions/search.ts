import type { RecognitionKind, RecognitionState } from '@hopluc/shared/recognitions'
import * as z from 'zod'
import { Text, word } from '../../lib/address.ts'

/** What stands in the list's address. */
export const RecognitionSearch = z.object({
  kind: word<RecognitionKind>(),
  state: word<RecognitionState>(),
  form: Text,
  unit: Text,
  entity: Text,
  cursor: Text,
})
export type RecognitionSearch = z.infer<typeof RecognitionSearch>

/** What one prepares, about whom. */
export const PrepareSearch = z.object({ kind: word<RecognitionKind>(), entity: Text })
