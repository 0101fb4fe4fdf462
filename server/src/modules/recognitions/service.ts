import type {
  NewRecognition,
  Recognition,
  RecognitionDeed,
  RecognitionEdit,
  RecognitionFigure,
  RecognitionItem,
  RecognitionPage,
  RecognitionQuery,
} from '@hopluc/shared/recognitions'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { figuresFor } from './figures.ts'
import { filesOf, relink } from './files.ts'
import { agenciesOf, listsOf, subjectOf } from './options.ts'
import { after, allowedOn, isEditable, isTheirs, may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

export function list(context: Context, query: RecognitionQuery): Promise<RecognitionPage> {
  const { actor, today } = context
  return context.read(async (db) => {
    const { items, next } = await store.list(db, query, today)
    const mayPropose = may(actor, 'recognition.prepare', true)
    return { items: items.map(asItem), next, mayPropose }
  })
}

function asItem(row: store.Row): RecognitionItem {
  const { isProposer: _proposer, isHandler: _handler, ...item } = row
  return item
}

export function get(context: Context, id: Id): Promise<Recognition> {
  return context.read((db) => present(db, context, id))
}

async function present(db: Reader, context: Context, id: Id): Promise<Recognition> {
  const { actor, today } = context
  const row = await store.get(db, id, today)
  const events = await store.listEvents(db, id)
  const { story, year, figures, pictures, checks, provinceId: _province, ...rest } = row
  const isEdited = isEditable(row) && row.isProposer
  return {
    ...asItem(rest),
    story,
    year,
    figures,
    pictures,
    // Others of the province see what is published, not the papers behind it.
    checks: events.length > 0 ? checks : [],
    missing: isEdited ? await missingOf(db, row) : [],
    events,
    mayEdit: isEdited && may(actor, 'recognition.edit', true),
    allowed: allowedOn(actor, row),
  }
}

/** Of the checklist of its form what is not there. */
async function missingOf(db: Reader, row: store.Whole): Promise<string[]> {
  const lists = await listsOf(db, row.provinceId)
  const forms = row.kind === 'model' ? lists.models : lists.commendations
  const { checklist = [] } = forms.find(({ name }) => name === row.form) ?? {}
  return checklist.filter((name) => !row.checks.some((check) => check.name === name))
}

/**
 * By a cooperative for itself, or by an authority of the area for one of it. Sent twice, it is one.
 */
export function prepare(context: Context, given: NewRecognition): Promise<Recognition> {
  const { actor, today, now } = context
  const { id, kind, entityId, ...said } = given
  assertNoStateSecret(`${said.title}\n${said.story}`)
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'recognition.prepare', true))
    const known = await store.find(tx, id, today)
    if (known) {
      if (known.title !== said.title || !known.isProposer) throw refusals.usedId()
      return present(tx, context, id)
    }
    const subject = await subjectOf(tx, context, entityId)
    await assertReceives(tx, context, subject.provinceId, said.toAgencyId)
    const kept = await filesOf(tx, said)
    await store.insert(tx, {
      ...said,
      ...kept,
      id,
      kind,
      entityId: subject.id,
      entityName: subject.name,
      unitId: subject.unitId,
      provinceId: subject.provinceId,
      fromAgencyId: actor.agencyId,
      figures: await figuresFor(tx, { ...said, entityId: subject.id }, today),
      on: today,
    })
    await relink(tx, id, { pictures: [], checks: [] }, kept)
    await store.append(tx, id, { action: 'prepare', on: today, at: now, by: actor })
    await audit.record(tx, actor, 'recognition.prepare', id, { after: given })
    return present(tx, context, id)
  })
}

async function assertReceives(tx: Tx, { today }: Context, provinceId: Id, agencyId: Id) {
  const agencies = await agenciesOf(tx, provinceId, today)
  if (!agencies.some((one) => one.id === agencyId)) throw refusals.noAgency()
}

/** While it is being prepared, or after it was returned. */
export function edit(context: Context, id: Id, given: RecognitionEdit): Promise<Recognition> {
  const { actor, today } = context
  const { version, ...said } = given
  assertNoStateSecret(`${said.title}\n${said.story}`)
  return context.write(async (tx) => {
    const row = await store.get(tx, id, today)
    assertAllowed(may(actor, 'recognition.edit', row.isProposer))
    if (row.version !== version) throw refusals.changed()
    if (!isEditable(row)) throw refusals.wrongState()
    await store.lock(tx, id, version)
    await assertReceives(tx, context, row.provinceId, said.toAgencyId)
    const kept = await filesOf(tx, said)
    const figures = await figuresFor(tx, { ...said, entityId: row.entity.id }, today)
    await store.edit(tx, id, { ...said, ...kept, figures }, today)
    await relink(tx, id, row, kept)
    const { title, story, form, year } = row
    await audit.record(tx, actor, 'recognition.edit', id, {
      before: { title, story, form, year },
      after: said,
    })
    return present(tx, context, id)
  })
}

/** One deed on what is proposed. */
export function act(context: Context, id: Id, deed: RecognitionDeed): Promise<Recognition> {
  const { actor, today, now } = context
  const { action, version, ...said } = deed
  return context.write(async (tx) => {
    const row = await store.get(tx, id, today)
    assertAllowed(may(actor, `recognition.${action}`, isTheirs(action, row)))
    if (row.version !== version) throw refusals.changed()
    const state = after(action, row)
    if (!state) throw refusals.wrongState()
    await store.lock(tx, id, version)
    if (deed.action === 'decide' && deed.on > today) throw refusals.notYet()
    await store.append(tx, id, { action, on: today, at: now, by: actor, text: wordsOf(deed) })
    await store.turn(tx, id, {
      state,
      on: today,
      ...(action === 'submit' && { figures: await submitted(tx, context, row) }),
      ...(deed.action === 'decide' && {
        decision: { number: deed.number, on: deed.on, by: deed.by },
      }),
    })
    await audit.record(tx, actor, `recognition.${action}`, id, {
      before: { state: row.state },
      ...said,
    })
    return present(tx, context, id)
  })
}

function wordsOf(deed: RecognitionDeed): string | null {
  if (deed.action === 'decide') return `Quyết định số ${deed.number}, ${deed.by}`
  return 'reason' in deed ? deed.reason : null
}

/** Complete by its checklist, of a form that the province has, with the figures as they stand on the day. */
async function submitted(tx: Tx, context: Context, row: store.Whole): Promise<RecognitionFigure[]> {
  const lists = await listsOf(tx, row.provinceId)
  const forms = row.kind === 'model' ? lists.models : lists.commendations
  if (forms.length > 0 && !forms.some(({ name }) => name === row.form))
    throw refusals.unknownForm(row.form)
  const missing = await missingOf(tx, row)
  if (missing.length > 0) throw refusals.incomplete(missing)
  const stated = row.figures.filter(({ isKnown }) => !isKnown)
  return figuresFor(tx, { entityId: row.entity.id, year: row.year, stated }, context.today)
}
