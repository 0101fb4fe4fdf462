import * as z from 'zod'
import { BoardKind, CommitteeMember, NewMember } from './committees.ts'
import { AsOf, Id, Name, Named, PlainDate } from './values.ts'

export { BoardKind }

/** A congress (đại hội) and the term that begins with it. */
export const Congress = z.object({
  id: Id,
  number: z.int(),
  term: z.string(),
  heldOn: PlainDate,
  untilOn: PlainDate,
  place: z.string().nullable(),
  delegates: z.int().nullable(),
  memberUnits: z.int().nullable(),
  resolution: z.string().nullable(),
  resolutionId: Id.nullable(),
  charter: z.string().nullable(),
  charterId: Id.nullable(),
  charterTaskId: Id.nullable(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type Congress = z.infer<typeof Congress>

export const Board = Named.extend({
  kind: BoardKind,
  version: z.int(),
  decision: z.string(),
  decidedOn: PlainDate,
  regulation: z.string().nullable(),
  regulationId: Id.nullable(),
  members: z.array(CommitteeMember),
  former: z.int(),
  allowed: z.array(z.enum(['change_members'])),
})
export type Board = z.infer<typeof Board>

export const Alliance = Named.extend({
  asOf: PlainDate,
  unit: z.string(),
  isDemo: z.boolean(),
  /** The term that the day lies in, or the last before it. */
  term: Congress.nullable(),
  congresses: z.array(Congress),
  boards: z.array(Board),
  allowed: z.array(z.enum(['congress', 'board'])),
})
export type Alliance = z.infer<typeof Alliance>
export const AllianceQuery = AsOf

const CongressFacts = z.object({
  number: z.int().min(1).max(100),
  term: z.string().trim().min(1).max(50),
  heldOn: PlainDate,
  untilOn: PlainDate,
  place: z.string().trim().max(500).nullable(),
  delegates: z.int().min(1).nullable(),
  memberUnits: z.int().min(0).nullable(),
  resolution: z.string().trim().max(500).nullable(),
  resolutionId: Id.nullable(),
  charter: z.string().trim().max(500).nullable(),
  charterId: Id.nullable(),
})
export const NewCongress = CongressFacts
export type NewCongress = z.infer<typeof NewCongress>
export const CongressChange = CongressFacts.partial().extend({
  version: z.int(),
  charterTaskId: Id.nullable().optional(),
})
export type CongressChange = z.infer<typeof CongressChange>

/** A board elected by the congress: all its members at once, those of before end the day before. */
export const BoardElection = z.object({
  kind: BoardKind,
  /** 0 for the first time. */
  version: z.int(),
  decision: Name,
  decidedOn: PlainDate,
  fromOn: PlainDate,
  regulation: z.string().trim().min(1).max(500).nullable(),
  members: z.array(NewMember).min(1).max(200),
})
export type BoardElection = z.infer<typeof BoardElection>
