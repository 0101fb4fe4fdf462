import type {
  FieldBasis,
  PersonalField,
  PersonalFields,
  Reveal,
} from '@hopluc/shared/personal-data'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { createHash } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { findPersonal, listPersonal } from '../personal-fields/index.ts'
import { mayKeepRequests } from './policy.ts'
import { basisChanged, noSuchField, noSuchRecord, restricted } from './refusals.ts'
import * as store from './store.ts'

/** The declared list, as everyone signed in may read it. */
export function listFields({ read, actor, today }: Context): Promise<PersonalFields> {
  return read(async (db) => ({
    items: await present(db, today),
    maySetBasis: mayKeepRequests(actor),
  }))
}

async function present(db: Reader, day: PlainDate): Promise<PersonalField[]> {
  const bases = await store.listBases(db, day)
  return listPersonal().map((one) => ({
    field: one.field,
    subject: one.subject,
    name: one.name,
    purpose: one.purpose,
    sensitivity: one.sensitivity,
    basis: bases.get(one.field) ?? one.basis ?? null,
    seenBy: one.seenBy,
    retention: one.retention,
    isMasked: one.mask !== undefined,
    revealedTo: [...(one.mask?.revealedTo ?? [])],
  }))
}

/** The basis is the installation's word, from today on; the earlier one stays with its days. */
export function setBasis(context: Context, { field, basis, seen }: FieldBasis) {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepRequests(actor))
    const declared = findPersonal(field)
    if (!declared) throw noSuchField()
    const before = (await store.listBases(tx, today)).get(field) ?? declared.basis ?? null
    if (before !== seen) throw basisChanged()
    await store.setBasis(tx, field, basis, today)
    await audit.record(tx, actor, 'personal.set_basis', idOf(field), {
      before: { basis: before },
      field,
      basis,
    })
    return { items: await present(tx, today), maySetBasis: true }
  })
}

/** A field has no row: its id in the audit is made of its name, always the same. */
function idOf(field: string): Id {
  const hex = createHash('sha256').update(field).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * The whole of a masked value, after it was written down who reads what of whom, for what. The entry is
 * in the same transaction: without it there is no answer.
 * @throws AppError `personal.no_such_field`, `personal.not_found` where row security does not show the
 *   record, `personal.restricted`
 */
export function reveal(context: Context, command: Reveal): Promise<{ value: string }> {
  const { actor } = context
  const { field, recordId, purpose, words } = command
  return context.write(async (tx) => {
    const declared = findPersonal(field)
    if (!declared?.mask) throw noSuchField()
    const found = await store.findValue(tx, declared, recordId)
    if (!found) throw noSuchRecord()
    const isOwn = found.accountId === actor.accountId
    assertAllowed(
      isOwn || [...declared.mask.revealedTo, ...declared.mask.fullFor].includes(actor.role),
    )
    if (!isOwn && purpose !== 'subject_request' && (await store.isRestricted(tx, found.accountId)))
      throw restricted()
    await audit.record(tx, actor, 'personal.read', found.accountId ?? recordId, {
      field,
      recordId,
      purpose,
      words,
    })
    return { value: found.value }
  })
}
