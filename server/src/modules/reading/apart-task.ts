import * as z from 'zod'

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What is done on a thread of its own. */
export const ApartTaskShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), text: z.string() }),
  z.object({ kind: z.literal('text'), bytes: Bytes, filename: z.string() }),
])
export type ApartTask = z.infer<typeof ApartTaskShape>
