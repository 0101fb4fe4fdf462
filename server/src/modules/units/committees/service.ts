import type {
  Committee,
  CommitteeAction,
  CommitteeDecision,
  CommitteeItem,
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
import type { Reader } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import * as agencies from '../agencies/index.ts'
import { assertCanEnd, planChange } from '../domain.ts'
import { holdsPost } from '../lookup.ts'
import { mayInCommittee, mayKeep } from '../policy.ts'
import { memberNotFound } from '../refusals.ts'
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
  const { members, decision, decidedOn, standingAgencyId, fromOn, ...agency } = command
  return context.write(async (tx) => {
    assertAllowed(mayKeep(actor))
    const period = { fromOn, untilOn: FOREVER }
    const id = await agencies.found(tx, {
      ...agency,
      ...period,
      kind: 'steering_committee',
      manner: 'assign',
      actsForId: null,
      needsApproval: false,
    })
    await store.addDecision(tx, id, { decision, decidedOn, standingAgencyId, ...period })
    await store.addMembers(tx, id, members.map(during(period)))
    await audit.record(tx, actor, 'committee.found', id, command)
    return present(tx, context, id)
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
    assertAllowed(mayInCommittee(actor, 'decide', id))
    const last = await store.lock(tx, id, version)
    const plan = planChange(last, decision.fromOn)
    if (plan.step === 'correct') await store.removeDecision(tx, id, decision.fromOn)
    else await store.closeDecision(tx, id, plan.closes, plan.closedOn)
    await store.addDecision(tx, id, { ...decision, untilOn: last.untilOn })
    for (const memberId of leaving) {
      const member = await store.getMember(tx, id, memberId)
      await leave(tx, memberId, member, addDays(decision.fromOn, -1))
    }
    const period = { fromOn: decision.fromOn, untilOn: last.untilOn }
    await store.addMembers(tx, id, joining.map(during(period)))
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
    assertAllowed(mayInCommittee(actor, 'change_members', id))
    await store.lock(tx, id, version)
    const member = await store.getMember(tx, id, memberId)
    const plan = planChange(member, fromOn)
    if (plan.step === 'correct') await store.removeMember(tx, memberId)
    else await store.endMember(tx, memberId, plan.closedOn)
    const next = {
      name: attributes.name ?? member.name,
      office: attributes.office ?? member.office,
      part: attributes.part ?? member.part,
      agencyId: attributes.agencyId === undefined ? member.agencyId : attributes.agencyId,
      inChargeOf: attributes.inChargeOf === undefined ? member.inChargeOf : attributes.inChargeOf,
    }
    await store.addMembers(tx, id, [{ ...next, fromOn, untilOn: member.untilOn }])
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
    assertAllowed(mayInCommittee(actor, 'change_members', id))
    await store.lock(tx, id, version)
    const member = await store.getMember(tx, id, memberId)
    await leave(tx, memberId, member, untilOn)
    await store.settle(tx, id)
    await audit.record(tx, actor, 'committee.change_members', id, { memberId, untilOn })
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
    assertAllowed(mayInCommittee(actor, 'delegate', id))
    if (command.untilOn < command.fromOn) throw backwards()
    if (!(await holdsPost(tx, command.accountId, command.agencyId))) throw notAtAgency()
    const postId = await store.addDelegation(tx, id, command)
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
    assertAllowed(mayInCommittee(actor, 'delegate', id))
    const post = await store.findDelegation(tx, id, postId)
    if (!post) throw memberNotFound()
    const first = addDays(post.fromOn, -1)
    assertCanEnd({ ...post, fromOn: first }, untilOn)
    await store.endPost(tx, postId, post.accountId, untilOn)
    await audit.record(tx, actor, 'committee.delegate', id, { postId, untilOn })
    return present(tx, context, id)
  })
}

/** One who leaves before having begun was never there. */
async function leave(
  tx: Parameters<typeof store.endMember>[0],
  memberId: Id,
  member: { fromOn: PlainDate; untilOn: PlainDate },
  untilOn: PlainDate,
): Promise<void> {
  if (untilOn < member.fromOn) return store.removeMember(tx, memberId)
  assertCanEnd(member, untilOn)
  return store.endMember(tx, memberId, untilOn)
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
  const members = await store.listMembers(db, id, asOf)
  return {
    ...committee,
    membersOn: members.filter(({ untilOn }) => untilOn >= asOf),
    formerMembers: members
      .filter(({ untilOn }) => untilOn < asOf)
      .toSorted((a, b) => b.untilOn.localeCompare(a.untilOn)),
    delegations: await store.listDelegations(db, id, asOf),
    allowed: asOf < today ? [] : ACTIONS.filter((action) => mayInCommittee(actor, action, id)),
  }
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
