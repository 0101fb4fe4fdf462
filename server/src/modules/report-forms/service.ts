import { randomUUIDv7 as newId } from 'node:crypto'
import type {
  FormChange,
  FormDefinition,
  FormFinding,
  NewForm,
  ReportFormDetail,
  ReportForms,
} from '@hopluc/shared/report-forms'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { findingsOf } from './domain.ts'
import { mayKeep } from './policy.ts'
import { formNotFound, formRetired, formWrong } from './refusals.ts'
import * as store from './store.ts'

/** Forms that the reader keeps, or is asked by. */
export function list(context: Context): Promise<ReportForms> {
  return context.read(async (db) => ({
    items: (await store.listForms(db, context.today)).map((row) => shown(context, row)),
    mayAdd: mayKeep(context.actor),
  }))
}

const shown = ({ actor }: Context, { isOwn, ...form }: store.FormRow) => ({
  ...form,
  mayChange: isOwn && mayKeep(actor),
})

/** A form with one of its versions, the newest unless said. */
export function get(context: Context, id: Id, no?: number): Promise<ReportFormDetail> {
  return context.read((db) => present(db, context, id, no))
}

async function present(
  db: Reader,
  context: Context,
  id: Id,
  no?: number,
): Promise<ReportFormDetail> {
  const form = await store.getForm(db, id, context.today)
  const versions = await store.listVersions(db, id)
  const version = versions.find((one) => one.no === (no ?? form.no))
  if (!version) throw formNotFound()
  return {
    ...shown(context, form),
    shown: version.no,
    definition: version.definition,
    versions: versions.map(({ definition: _definition, ...rest }) => rest),
  }
}

/** What is wrong with a definition while it is being made. */
export function check(
  context: Context,
  definition: FormDefinition,
): Promise<{ findings: FormFinding[] }> {
  assertAllowed(mayKeep(context.actor))
  return context.read(async (db) => ({
    findings: findingsOf(definition, await store.knownIndicators(db)),
  }))
}

async function assertRight(db: Reader, definition: FormDefinition): Promise<void> {
  const findings = findingsOf(definition, await store.knownIndicators(db))
  if (findings.length > 0) throw formWrong(findings)
}

/** @throws AppError `report_forms.wrong` with every place */
export function add(context: Context, form: NewForm): Promise<ReportFormDetail> {
  const { actor } = context
  assertAllowed(mayKeep(actor))
  return context.write(async (tx) => {
    await assertRight(tx, form.definition)
    const id = newId()
    await store.insert(tx, id, actor.committeeId ?? actor.agencyId, form, makerOf(context))
    await audit.record(tx, actor, 'report_form.add', id, { after: told(form) })
    return present(tx, context, id)
  })
}

const makerOf = ({ actor, now }: Context) => ({
  accountId: actor.accountId,
  byWords: actor.byWords,
  now,
})
const told = ({ code, name, definition }: NewForm) => ({ code, name, definition })

/** A version that a round uses stays as it is: the change becomes the next. */
export function change(
  context: Context,
  id: Id,
  { version, ...form }: FormChange,
): Promise<ReportFormDetail> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const { isOwn, ...before } = await store.getForm(tx, id, today)
    assertAllowed(isOwn && mayKeep(actor))
    await store.lock(tx, id, version)
    await assertRight(tx, form.definition)
    if (before.isFrozen) await store.insertVersion(tx, id, before.no + 1, form, makerOf(context))
    else await store.changeVersion(tx, id, before.no, form, makerOf(context))
    await store.change(tx, id, { code: form.code, name: form.name })
    await audit.record(tx, actor, 'report_form.change', id, {
      before: { code: before.code, name: before.name, no: before.no },
      after: { ...told(form), no: before.isFrozen ? before.no + 1 : before.no },
    })
    return present(tx, context, id)
  })
}

export function retire(
  context: Context,
  id: Id,
  version: number,
  isRetired: boolean,
): Promise<ReportFormDetail> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const before = await store.getForm(tx, id, today)
    assertAllowed(before.isOwn && mayKeep(actor))
    await store.lock(tx, id, version)
    await store.change(tx, id, { is_retired: isRetired })
    await audit.record(tx, actor, 'report_form.retire', id, {
      before: { isRetired: before.isRetired },
      after: { isRetired },
    })
    return present(tx, context, id)
  })
}

/** The version by which a round asks: fixed from then on. */
export async function freezeForRound(
  tx: Tx,
  { today }: Context,
  id: Id,
): Promise<{ no: number; code: string; name: string; definition: FormDefinition }> {
  const form = await store.getForm(tx, id, today)
  if (form.isRetired) throw formRetired()
  if (form.isOwn) await store.freeze(tx, id, form.no)
  const version = (await store.listVersions(tx, id)).find(({ no }) => no === form.no)
  if (!version) throw formNotFound()
  return { no: form.no, code: form.code, name: form.name, definition: version.definition }
}

/** The form that is to be asked by, as it stands. */
export async function formForRound(db: Reader, { today }: Context, id: Id) {
  const form = await store.getForm(db, id, today)
  if (form.isRetired) throw formRetired()
  return form
}
