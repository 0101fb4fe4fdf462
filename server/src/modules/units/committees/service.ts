import type {
  Committee,
  CommitteeAction,
  CommitteeDecision,
  CommitteeItem,
  CommitteeMember,
  CommitteeQuery,
  MemberChange,
  MissingCommittees,
  NewCommittee,
  NewDelegation,
  NewMember,
} from '@hopluc/shared/committees'
import type { Ending } from '@hopluc/shared/units'
import { addDays, FOREVER, type Id, type Page, type PlainDate } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Tx } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import * as agencies from '../agencies/index.ts'
import { assertCanEnd, type Period, planChange } from '../domain.ts'
import { holdsPost } from '../lookup.ts'
import { mayInCommittee, mayKeep } from '../policy.ts'
import { memberNotFound } from '../refusals.ts'
import * as delegations from './delegations.ts'
import * as members from './members.ts'
import * as store from './store.ts'

const ACTIONS = ['decide', 'change_members', 'delegate'] as const satisfies CommitteeAction[]

export function list(
  { read, today }: Context,
  query: CommitteeQuery,
): Promise<Page<CommitteeItem>> {
  return read((db) => store.list(db, query, query.asOf ?? today))
}

/** Communes without a committee; whether one is required there is the province's to say. */
export function listMissing(
  { read, today }: Context,
  query: CommitteeQuery,
): Promise<MissingCommittees> {
  return read((db) => store.listMissing(db, query, query.asOf ?? today))
}

export function get(context: Context, id: Id, asOf?: PlainDate): Promise<Committee> {
  return context.read((db) => present(db, context, id, asOf))
}

export function found(context: Context, command: NewCommittee): Promise<Committee> {
  const { actor } = context
  const { members: all, decision, decidedOn, standingAgencyId, fromOn, ...rest } = command
  const { documentId, regulation, regulationId, ...agency } = rest
  return context.write(async (tx) => {
    const period = { fromOn, untilOn: FOREVER }
    const id = await foundBody(tx, context, { ...agency, ...period })
    const papers = { documentId, regulation, regulationId }
    await store.addDecision(tx, id, { decision, decidedOn, standingAgencyId, ...papers, ...period })
    await members.addMembers(tx, id, all.map(during(period)))
    await audit.record(tx, actor, 'committee.found', id, command)
    return present(tx, context, id)
  })
}

/** By the administrator anywhere; a commune's own people make their own commune's committee. */
async function foundBody(
  tx: Tx,
  { actor }: Context,
  body: Pick<NewCommittee, 'unitId' | 'name' | 'shortName' | 'symbol'> & Period,
): Promise<Id> {
  if (!mayKeep(actor)) {
    assertAllowed(await store.isOwnCommune(tx, body.unitId))
    return store.foundOwn(tx, body)
  }
  return agencies.found(tx, {
    ...body,
    kind: 'steering_committee',
    manner: 'assign',
    actsForId: null,
    needsApproval: false,
  })
}

/**
 * Consolidation (kiện toàn): the decision holds from a day on, the one before ends the day before,
 * and so do the members who leave. A decision from the same day corrects the one that is there.
 */
export function decide(context: Context, id: Id, command: CommitteeDecision): Promise<Committee> {
  const { actor } = context
  const { version, leaving, joining, ...decision } = command
  return context.write(async (tx) => {
    await assertMay(tx, context, 'decide', id)
    const last = await store.lock(tx, id, version)
    const plan = planChange(last, decision.fromOn)
    if (plan.step === 'correct') await store.removeDecision(tx, id, decision.fromOn)
    else await store.closeDecision(tx, id, plan.closes, plan.closedOn)
    const { regulation = last.regulation, regulationId = last.regulationId } = decision
    const papers = { documentId: decision.documentId, regulation, regulationId }
    await store.addDecision(tx, id, { ...decision, ...papers, untilOn: last.untilOn })
    for (const memberId of leaving) {
      const member = await members.getMember(tx, id, memberId)
      await leave(tx, member, memberId, addDays(decision.fromOn, -1))
    }
    const period = { fromOn: decision.fromOn, untilOn: last.untilOn }
    await members.addMembers(tx, id, joining.map(during(period)))
    await store.settle(tx, id)
    await audit.record(tx, actor, 'committee.decide', id, { before: last, ...command })
    return present(tx, context, id)
  })
}

/** Between decisions: areas in charge, or an office that changed hands. The earlier row is kept. */
export function changeMember(
  context: Context,
  id: Id,
  memberId: Id,
  command: MemberChange,
): Promise<Committee> {
  const { actor } = context
  const { version, fromOn, ...attributes } = command
  return context.write(async (tx) => {
    await assertMay(tx, context, 'change_members', id)
    await store.lock(tx, id, version)
    const member = await members.getMember(tx, id, memberId)
    const plan = planChange(member, fromOn)
    const next = {
      name: attributes.name ?? member.name,
      office: attributes.office ?? member.office,
      part: attributes.part ?? member.part,
      agencyId: attributes.agencyId === undefined ? member.agencyId : attributes.agencyId,
      inChargeOf: attributes.inChargeOf === undefined ? member.inChargeOf : attributes.inChargeOf,
    }
    if (plan.step === 'correct') await members.correctMember(tx, memberId, next)
    else {
      await members.endMember(tx, memberId, plan.closedOn)
      const period = { fromOn, untilOn: member.untilOn, position: member.position }
      await members.addMembers(tx, id, [{ ...next, ...period, ofId: member.seatId }])
    }
    await store.settle(tx, id)
    await audit.record(tx, actor, 'committee.change_members', id, { before: member, ...command })
    return present(tx, context, id)
  })
}

export function endMember(
  context: Context,
  id: Id,
  memberId: Id,
  { version, untilOn }: Ending,
): Promise<Committee> {
  const { actor } = context
  return context.write(async (tx) => {
    await assertMay(tx, context, 'change_members', id)
    await store.lock(tx, id, version)
    const member = await members.getMember(tx, id, memberId)
    await leave(tx, member, memberId, untilOn)
    await store.settle(tx, id)
    await audit.record(tx, actor, 'committee.change_members', id, {
      memberId,
      ...audit.changes(member, { untilOn }),
    })
    return present(tx, context, id)
  })
}

/**
 * Written delegation of the head's decisions, with number and dates. The delegate stays at an agency
 * where they hold a post already.
 * @throws AppError `committees.backwards`, `committees.not_at_agency`
 */
export function delegate(context: Context, id: Id, command: NewDelegation): Promise<Committee> {
  const { actor } = context
  return context.write(async (tx) => {
    await assertMay(tx, context, 'delegate', id)
    if (command.untilOn < command.fromOn) throw backwards()
    if (!(await holdsPost(tx, command.accountId, command.agencyId))) throw notAtAgency()
    const postId = await delegations.addDelegation(tx, id, command)
    await audit.record(tx, actor, 'committee.delegate', id, { postId, ...command })
    return present(tx, context, id)
  })
}

/** `untilOn` is its last day; the day before it begins takes it back unused. */
export function endDelegation(
  context: Context,
  id: Id,
  postId: Id,
  untilOn: PlainDate,
): Promise<Committee> {
  const { actor } = context
  return context.write(async (tx) => {
    await assertMay(tx, context, 'delegate', id)
    const post = await delegations.findDelegation(tx, id, postId)
    if (!post) throw memberNotFound()
    const first = addDays(post.fromOn, -1)
    assertCanEnd({ ...post, fromOn: first }, untilOn)
    await delegations.endPost(tx, postId, post.accountId, untilOn)
    await audit.record(tx, actor, 'committee.delegate', id, {
      postId,
      ...audit.changes(post, { untilOn }),
    })
    return present(tx, context, id)
  })
}

/** One who leaves before having begun was never there. */
async function leave(
  tx: Tx,
  member: Period & { seatId: Id },
  memberId: Id,
  untilOn: PlainDate,
): Promise<void> {
  if (untilOn < member.fromOn) return members.removeMember(tx, memberId)
  assertCanEnd(member, untilOn)
  await members.endMember(tx, memberId, untilOn)
  await members.endSeat(tx, member.seatId, untilOn)
}

async function assertMay(tx: Tx, { actor }: Context, action: CommitteeAction, id: Id) {
  assertAllowed(mayInCommittee(actor, action, await store.isKept(tx, id)))
}

function during(period: { fromOn: PlainDate; untilOn: PlainDate }) {
  return (member: NewMember) => ({ ...member, ...period })
}

async function present(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  asOf: PlainDate = today,
): Promise<Committee> {
  const committee = await store.get(db, id, asOf)
  const all = await members.listMembers(db, id, asOf)
  const isKept = await store.isKept(db, id)
  return {
    ...committee,
    membersOn: all.filter(({ untilOn }) => untilOn >= asOf),
    formerMembers: formerOf(all, asOf),
    delegations: await delegations.listDelegations(db, id, asOf),
    drafts: asOf < today || !isKept ? [] : await store.listDrafts(db, id),
    allowed: asOf < today ? [] : ACTIONS.filter((one) => mayInCommittee(actor, one, isKept)),
  }
}

/** Whose seat is held no more; an earlier row of a seat that goes on is no departure. */
function formerOf(all: readonly CommitteeMember[], day: PlainDate): CommitteeMember[] {
  const still = new Set(all.filter(({ untilOn }) => untilOn >= day).map(({ seatId }) => seatId))
  const last = all
    .filter(({ untilOn, seatId }) => untilOn < day && !still.has(seatId))
    .toSorted((a, b) => b.untilOn.localeCompare(a.untilOn))
  return last.filter(
    ({ seatId }, index) => last.findIndex((one) => one.seatId === seatId) === index,
  )
}

function backwards() {
  return new AppError('rule', 'committees.backwards', {
    vi: 'Ngày kết thúc ủy quyền phải từ ngày bắt đầu trở đi.',
    en: 'A delegation cannot end before it begins.',
  })
}

function notAtAgency() {
  return new AppError('rule', 'committees.not_at_agency', {
    vi: 'Người được ủy quyền không giữ chức vụ tại cơ quan này. Hãy chọn đúng cơ quan công tác.',
    en: 'The delegate holds no post at this agency. Choose the one where they work.',
  })
}
