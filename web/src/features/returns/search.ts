import * as z from 'zod'

/** Which part of the return is shown; without it the first. */
export const ReturnSearch = z.object({ section: z.string().max(60).optional().catch(undefined) })
