import type {
  AskedBack,
  Directive,
  DirectiveAnswer,
  DirectiveChange,
  DirectiveQuestion,
  DirectiveSearch,
} from '@hopluc/shared/directives'
import type { Id, Page } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { assertBodiesKnown } from './bodies.ts'
import { assertCanDo, assertNotEarlier, canDo, gapsOf, storedDue } from './domain.ts'
import { giveLate, refreshTasks } from './drafts.ts'
import { mayDirective } from './policy.ts'
import { presentDirectives } from './present.ts'
import * as store from './store.ts'
import { tellAnswered, tellAsked } from './tell.ts'

export function list(
  context: Context,
  search: DirectiveSearch,
  limit: number,
  cursor?: string,
): Promise<Page<Directive>> {
  return context.read(async (db) => {
    const page = await store.listPage(db, search, limit, cursor)
    return { ...page, items: await presentDirectives(db, context, page.items) }
  })
}

export function get(context: Context, id: Id): Promise<Directive> {
  return context.read(async (db) => present(db, context, id))
}

async function present(db: Parameters<typeof store.get>[0], context: Context, id: Id) {
  const [directive] = await presentDirectives(db, context, [await store.get(db, id)])
  if (!directive) throw new Error(`directive ${id} is gone`)
  return directive
}

const standing = (row: store.DirectiveRow) => ({
  ownerId: row.ownerId,
  isIssued: row.givenOn !== null,
  isAsked: row.askedBack !== null && row.askedBack.answeredAt === null,
})

/** Before the notice is issued: its words, bodies, manner and term. Its draft tasks follow. */
export function change(context: Context, id: Id, { version, ...patch }: DirectiveChange) {
  const { actor } = context
  return context.write(async (tx) => {
    const row = await store.lock(tx, id, version)
    assertAllowed(mayDirective(actor, 'edit', row))
    assertCanDo(canDo.directive('edit', standing(row)))
    await apply(tx, context, row, patch)
    await audit.record(tx, actor, 'directive.edit', id, changed(row, patch))
    return present(tx, context, id)
  })
}

/** The term is recorded as it is kept: day and words. */
function changed(row: store.DirectiveRow, { due, ...patch }: Omit<DirectiveChange, 'version'>) {
  const { due_on: dueOn, dueText, due_source: dueSource } = row
  const term = due === undefined ? {} : { due }
  return audit.changes(
    { ...row, due: dueOn && { dueOn, dueText, dueSource } },
    { ...patch, ...term },
  )
}

/** Puts a question to the chair about what the text leaves open. */
export function ask(context: Context, id: Id, { version, question }: DirectiveQuestion) {
  const { actor, now } = context
  return context.write(async (tx) => {
    const row = await store.lock(tx, id, version)
    assertAllowed(mayDirective(actor, 'ask', row))
    assertCanDo(canDo.directive('ask', standing(row)))
    const askedBack = asked(question, actor.byWords, now)
    await store.update(tx, id, { askedBack })
    await audit.record(tx, actor, 'directive.ask', id, { question })
    await tellAsked(tx, context, { ...row, askedBack })
    return present(tx, context, id)
  })
}

export function asked(question: string, by: string, now: Date): AskedBack {
  const askedAt = now.toISOString()
  return { question, askedAt, by, answer: null, answeredAt: null, answeredBy: null }
}

/** The chair answers, and what was missing is filled in: the directive becomes a task. */
export function answer(
  context: Context,
  id: Id,
  { version, answer: words, ...patch }: DirectiveAnswer,
) {
  const { actor, now } = context
  return context.write(async (tx) => {
    const row = await store.lock(tx, id, version)
    assertAllowed(mayDirective(actor, 'answer', row))
    assertCanDo(canDo.directive('answer', standing(row)))
    const askedBack: AskedBack = {
      ...(row.askedBack ?? asked('', actor.byWords, now)),
      answer: words,
      answeredAt: now.toISOString(),
      answeredBy: actor.byWords,
    }
    await store.update(tx, id, { askedBack })
    await apply(tx, context, { ...row, askedBack }, patch)
    await audit.record(tx, actor, 'directive.answer', id, { answer: words, ...changed(row, patch) })
    await tellAnswered(tx, context, { ...row, askedBack })
    return present(tx, context, id)
  })
}

async function apply(
  tx: Tx,
  context: Context,
  row: store.DirectiveRow,
  patch: Omit<DirectiveChange, 'version'>,
): Promise<void> {
  const { due, text, leadIds, coIds, manner, product } = patch
  if (due !== undefined) assertNotEarlier(due, row.textDueOn)
  const bodies = { leadIds: leadIds ?? row.leadIds, coIds: coIds ?? row.coIds }
  const next = manner ?? row.manner
  await assertBodiesKnown(tx, bodies, next, row.givenOn ?? context.today)
  await store.update(tx, row.id, {
    ...(text !== undefined && { text }),
    ...(leadIds && { leadIds }),
    ...(coIds && { coIds: coIds.filter((id) => !bodies.leadIds.includes(id)) }),
    ...(manner && { manner }),
    ...(due !== undefined && { due: storedDue(due) }),
    ...(product !== undefined && { product }),
  })
  await refreshTasks(tx, context, [row.id])
  if (row.givenOn !== null) await giveLate(tx, context, row.id)
}

/** What a directive lacks, for a caller that has only the row. */
export function gaps(row: store.DirectiveRow) {
  const { due_on, due_source, is_standing, recurrence, manner, leadIds, dueText } = row
  return gapsOf({ manner, leadIds, dueText, due: { due_on, due_source, is_standing, recurrence } })
}
