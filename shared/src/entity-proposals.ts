import * as z from 'zod'
import { EntityAttribute, EntityAttributes, EntityPlace } from './entities.ts'
import { UnitName } from './units.ts'
import { Id, Instant, pageOf, PlainDate, Words } from './values.ts'

/** What may be proposed: kind and law change by legal events alone. */
export const ProposedAttributes = EntityAttributes.omit({ kind: true, law: true }).partial()
export type ProposedAttributes = z.infer<typeof ProposedAttributes>
/** One thing of a proposal: an attribute, or the office as a whole. */
export const ProposalSubject = z.enum([...EntityAttribute.options, 'place'])
export type ProposalSubject = z.infer<typeof ProposalSubject>
export const ProposalState = z.enum(['open', 'accepted', 'partly', 'rejected', 'withdrawn'])
export type ProposalState = z.infer<typeof ProposalState>

/** What an entity's own people want its description to say from a day on, and why. */
export const NewProposal = z.object({
  fromOn: PlainDate,
  attributes: ProposedAttributes.default({}),
  place: EntityPlace.partial().optional(),
  reason: Words,
  /** Evidence, uploaded ahead. */
  fileId: Id.nullable().default(null),
})
export type NewProposal = z.infer<typeof NewProposal>

/** Values of what is proposed: as they were seen, as they hold, as they shall be. */
export const ProposalValues = z.object({
  attributes: EntityAttributes.partial(),
  place: EntityPlace.nullable(),
})
export type ProposalValues = z.infer<typeof ProposalValues>

export const Proposal = z.object({
  id: Id,
  entityId: Id,
  entityName: z.string(),
  /** To be sent back when it is decided: whoever changed the entity meanwhile is not overwritten. */
  entityVersion: z.int(),
  unit: UnitName,
  fromOn: PlainDate,
  subjects: z.array(ProposalSubject),
  proposed: ProposalValues,
  seen: ProposalValues,
  now: ProposalValues,
  /** What has changed since it was proposed. */
  stale: z.array(ProposalSubject),
  /** Units that `proposed`, `seen` or `now` name. */
  units: z.record(Id, UnitName),
  reason: z.string(),
  file: z.object({ id: Id, name: z.string() }).nullable(),
  state: ProposalState,
  accepted: z.array(ProposalSubject),
  acceptedFrom: PlainDate.nullable(),
  proposedWords: z.string(),
  proposedAt: Instant,
  decidedWords: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  isDemo: z.boolean(),
  version: z.int(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type Proposal = z.infer<typeof Proposal>

/** Newest first. */
export const Proposals = z.object({ items: z.array(Proposal), mayPropose: z.boolean() })
export type Proposals = z.infer<typeof Proposals>
/** Of all entities in scope, oldest first. */
export const ProposalPage = pageOf(Proposal)
export type ProposalPage = z.infer<typeof ProposalPage>

/** Nothing accepted is a rejection. What is not accepted needs a reason. */
export const ProposalDecision = z.object({
  version: z.int(),
  entityVersion: z.int(),
  accept: z.array(ProposalSubject).max(30),
  fromOn: PlainDate,
  reason: z.string().trim().max(2000).nullable().default(null),
})
export type ProposalDecision = z.infer<typeof ProposalDecision>
export const ProposalWithdrawal = z.object({ version: z.int() })
export type ProposalWithdrawal = z.infer<typeof ProposalWithdrawal>
