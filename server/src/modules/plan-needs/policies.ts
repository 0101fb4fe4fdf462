import type {
  NewSupportPolicy,
  SupportPolicies,
  SupportPolicy,
  SupportPolicyChange,
} from '@hopluc/shared/plan-needs'
import type { Id } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { may } from './policy.ts'
import * as store from './policies-store.ts'
import { policyThere } from './refusals.ts'

export function list({ actor, today, read }: Context): Promise<SupportPolicies> {
  return read(async (db) => ({
    items: await store.list(db, today, null),
    bodies: may(actor, 'support_policy.keep', true) ? await store.bodies(db, today) : [],
  }))
}

export function add(
  context: Context,
  { bodyId, ...said }: NewSupportPolicy,
): Promise<SupportPolicy> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const isOwn = (await store.bodies(tx, today)).some(({ id }) => id === bodyId)
    assertAllowed(may(actor, 'support_policy.keep', isOwn))
    if (await store.isNamed(tx, bodyId, said.name, null)) throw policyThere()
    const id = newId()
    await store.insert(tx, { id, bodyId, ...said })
    await audit.record(tx, actor, 'support_policy.add', id, { bodyId, ...said })
    return store.get(tx, id, today)
  })
}

export function change(
  context: Context,
  id: Id,
  said: SupportPolicyChange,
): Promise<SupportPolicy> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const before = await store.get(tx, id, today)
    assertAllowed(may(actor, 'support_policy.keep', before.mayChange))
    if (before.body && (await store.isNamed(tx, before.body.id, said.name, id))) throw policyThere()
    await store.change(tx, id, said)
    const { version: _version, ...next } = said
    await audit.record(tx, actor, 'support_policy.change', id, audit.changes(before, next))
    return store.get(tx, id, today)
  })
}
