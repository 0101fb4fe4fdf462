import * as z from 'zod'
import { DocumentState } from './documents.ts'
import { UnitName } from './units.ts'
import { AsOf, Cursor, Id, Limit, Name, Named, pageOf, PlainDate } from './values.ts'

export const CommitteePart = z.enum(['head', 'standing_deputy', 'deputy', 'member', 'assistant'])
export type CommitteePart = z.infer<typeof CommitteePart>

/** A steering committee, or a board of an Alliance: bodies with decisions and members alike. */
export const BodyKind = z.enum(['steering_committee', 'board'])
export type BodyKind = z.infer<typeof BodyKind>

export const BoardKind = z.enum(['executive', 'standing', 'inspection'])
export type BoardKind = z.infer<typeof BoardKind>

export const CommitteeItem = Named.extend({
  kind: BodyKind,
  unit: UnitName,
  under: z.string().nullable(),
  decision: z.string(),
  decidedOn: PlainDate,
  standingAgency: Named,
  /** By name and office, or null while nobody is named. */
  head: z.string().nullable(),
  /** Without the helping team. */
  members: z.int(),
  fromOn: PlainDate,
  untilOn: PlainDate,
})
export type CommitteeItem = z.infer<typeof CommitteeItem>
export const CommitteePage = pageOf(CommitteeItem)

/** `under` asks for committees of a unit and of all below it. */
export const CommitteeQuery = AsOf.extend({
  under: Id.optional(),
  q: z.string().trim().min(1).max(200).optional(),
  /** As an Excel file. */
  format: z.enum(['json', 'xlsx']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type CommitteeQuery = z.infer<typeof CommitteeQuery>

/** Communes in which no committee existed on the day. */
export const MissingCommittees = pageOf(UnitName.extend({ under: z.string().nullable() }))
export type MissingCommittees = z.infer<typeof MissingCommittees>

const MemberAttributes = z.object({
  /** Empty where the decision names the office alone. */
  name: z.string().trim().max(500),
  office: Name,
  part: CommitteePart,
  agencyId: Id.nullable(),
  inChargeOf: z.string().trim().min(1).max(1000).nullable(),
})

export const CommitteeMember = MemberAttributes.omit({ agencyId: true }).extend({
  id: Id,
  /** Stays the same while the member's attributes change. */
  seatId: Id,
  agency: Named.nullable(),
  fromOn: PlainDate,
  untilOn: PlainDate,
})
export type CommitteeMember = z.infer<typeof CommitteeMember>

export const CommitteeAction = z.enum(['decide', 'change_members', 'delegate'])
export type CommitteeAction = z.infer<typeof CommitteeAction>

export const Delegation = z.object({
  postId: Id,
  name: z.string(),
  title: z.string(),
  authority: z.string(),
  fromOn: PlainDate,
  untilOn: PlainDate,
})
export type Delegation = z.infer<typeof Delegation>

export const Committee = CommitteeItem.extend({
  version: z.int(),
  /** Of a board: which one, of which Alliance. */
  board: z.object({ kind: BoardKind, allianceId: Id }).nullable(),
  /** On the day that was asked for, in the order of a decision. */
  membersOn: z.array(CommitteeMember),
  /** Those whose time was over by that day, last ended first. */
  formerMembers: z.array(CommitteeMember),
  /** Founding and each consolidation, last first. */
  decisions: z.array(
    z.object({
      decision: z.string(),
      decidedOn: PlainDate,
      fromOn: PlainDate,
      untilOn: PlainDate,
      standingAgency: Named,
      documentId: Id.nullable(),
      /** Working regulation (quy chế làm việc), as cited. */
      regulation: z.string().nullable(),
      regulationId: Id.nullable(),
      /** How many members came and went with it. */
      joined: z.int(),
      left: z.int(),
    }),
  ),
  delegations: z.array(Delegation),
  /** Decisions that are being prepared, with what they would change. */
  drafts: z.array(
    z.object({
      documentId: Id,
      state: DocumentState,
      symbol: z.string().nullable(),
      issuedOn: PlainDate.nullable(),
      proposal: z.lazy(() => DecisionProposal),
    }),
  ),
  isDemo: z.boolean(),
  allowed: z.array(CommitteeAction),
})
export type Committee = z.infer<typeof Committee>

export const NewMember = MemberAttributes
export type NewMember = z.infer<typeof NewMember>

/** What a decision that is being prepared would change. */
export const DecisionProposal = z.object({
  standingAgencyId: Id,
  leaving: z.array(Id).max(100),
  joining: z.array(NewMember).max(100),
})
export type DecisionProposal = z.infer<typeof DecisionProposal>
export const DecisionDraft = z.object({ documentId: Id })

/** The papers behind a decision, where the register holds them. */
const Papers = z.object({
  documentId: Id.nullable(),
  regulation: z.string().trim().min(1).max(500).nullable(),
  regulationId: Id.nullable(),
})

/** The founding decision; the committee is an agency that issues papers from then on. */
export const NewCommittee = z.object({
  unitId: Id,
  name: Name,
  shortName: z.string().trim().min(1).max(100),
  symbol: z.string().trim().min(1).max(50).nullable(),
  decision: Name,
  decidedOn: PlainDate,
  fromOn: PlainDate,
  standingAgencyId: Id,
  members: z.array(NewMember).max(100),
  ...Papers.partial().shape,
})
export type NewCommittee = z.infer<typeof NewCommittee>

/** Consolidation (kiện toàn): a decision from a day on, with who leaves and who joins by it. */
export const CommitteeDecision = DecisionProposal.extend({
  version: z.int(),
  decision: Name,
  decidedOn: PlainDate,
  fromOn: PlainDate,
  ...Papers.partial().shape,
})
export type CommitteeDecision = z.infer<typeof CommitteeDecision>

/** Without a new decision: areas and communes in charge, or an office that changed hands. */
export const MemberChange = MemberAttributes.partial().extend({
  version: z.int(),
  fromOn: PlainDate,
})
export type MemberChange = z.infer<typeof MemberChange>

export const NewDelegation = z.object({
  accountId: Id,
  agencyId: Id,
  title: Name,
  /** Number and day of the written delegation. */
  authority: Name,
  fromOn: PlainDate,
  untilOn: PlainDate,
})
export type NewDelegation = z.infer<typeof NewDelegation>
