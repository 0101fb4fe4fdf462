import * as z from 'zod'

export const NoticeSearch = z.object({
  unseen: z.boolean().optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})
