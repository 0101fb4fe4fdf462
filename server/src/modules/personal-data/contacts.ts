import type { AccountContact, ContactChange } from '@hopluc/shared/personal-data'
import type { Id } from '@hopluc/shared/values'
import type * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { maskedFor, showPersonal } from '../personal-fields/index.ts'
import { mayKeepRequests } from './policy.ts'
import { contactChanged, noSuchRecord } from './refusals.ts'
import { findAccount } from './store.ts'

const PHONE = 'account_contacts.phone'
const EMAIL = 'account_contacts.email'

/** Phone and e-mail of a colleague, masked; empty where row security hides them. */
export function getContact({ read, actor }: Context, accountId: Id): Promise<AccountContact> {
  return read(async (db) => {
    if (!(await findAccount(db, accountId))) throw noSuchRecord()
    return present(db, actor, accountId)
  })
}

/** By the person, and by the administrator. @throws AppError `personal.contact_changed` */
export function changeContact(
  context: Context,
  accountId: Id,
  { version, ...change }: z.output<typeof ContactChange>,
): Promise<AccountContact> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(actor.accountId === accountId || mayKeepRequests(actor))
    if (!(await findAccount(tx, accountId))) throw noSuchRecord()
    const before = await findContact(tx, accountId)
    if ((before?.version ?? 0) !== version) throw contactChanged()
    const { phone = before?.phone ?? null, email = before?.email ?? null } = change
    await save(tx, accountId, version, { phone, email })
    // The history is read by more people than the value.
    await audit.record(tx, actor, 'personal.change_contact', accountId, {
      before: {
        phone: maskedFor(PHONE, before?.phone ?? null),
        email: maskedFor(EMAIL, before?.email ?? null),
      },
      phone: maskedFor(PHONE, phone),
      email: maskedFor(EMAIL, email),
    })
    return present(tx, actor, accountId)
  })
}

function findContact(db: Reader, accountId: Id) {
  return db
    .selectFrom('account_contacts')
    .select(['phone', 'email', 'version'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

async function save(
  tx: Tx,
  accountId: Id,
  version: number,
  values: { phone: string | null; email: string | null },
): Promise<void> {
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('account_contacts')
      .values({ account_id: accountId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw contactChanged()
    return
  }
  const { numUpdatedRows } = await tx
    .updateTable('account_contacts')
    .set({ ...values, version: version + 1 })
    .where('account_id', '=', accountId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw contactChanged()
}

async function present(
  db: Reader,
  actor: Context['actor'],
  accountId: Id,
): Promise<AccountContact> {
  const found = await findContact(db, accountId)
  return {
    phone: showPersonal(actor, PHONE, accountId, found?.phone ?? null, accountId),
    email: showPersonal(actor, EMAIL, accountId, found?.email ?? null, accountId),
    version: found?.version ?? 0,
    mayChange: actor.accountId === accountId || mayKeepRequests(actor),
  }
}
