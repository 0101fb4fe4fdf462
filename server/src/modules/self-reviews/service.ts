import type { SelfReview, SelfReviewEntry } from '@hopluc/shared/self-reviews'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import { makeProductList, makeSelfReview } from '../papers/index.ts'
import { getBody, headOf, signatureOf } from '../task-papers/index.ts'
import { actingIn, present } from '../task-rows/index.ts'
import { waitedDays } from '../task-states/index.ts'
import { extrasOf } from '../task-tracking/index.ts'
import { productRows, quarterOf, reviewRows } from './domain.ts'
import * as store from './store.ts'

const REVIEWERS = ['leader', 'officer', 'clerk', 'standing', 'chair', 'delegate']

/** The agency's open tasks with what it says of each; the issuer's people read it. */
export function get(context: Context, quarter: string, agency?: Id): Promise<SelfReview> {
  return context.read((db) => show(db, context, quarter, agency ?? context.actor.agencyId))
}

async function show(
  db: Reader,
  context: Context,
  quarter: string,
  agencyId: Id,
): Promise<SelfReview> {
  const { today, actor } = context
  const { from, to } = quarterOf(quarter)
  if (from > today)
    throw new AppError('rule', 'self_reviews.ahead', {
      vi: 'Quý này chưa bắt đầu.',
      en: 'This quarter has not begun.',
    })
  const day = to < today ? to : today
  const body = await getBody(db, agencyId, day)
  const shown = await present(db, context, await store.listOpen(db, agencyId, day), day)
  const verdicts = await store.listVerdicts(db, agencyId, quarter)
  const { agencyIds } = await actingIn(db, context)
  return {
    quarter,
    agency: body,
    rows: shown.map(({ row }) => {
      const said = verdicts.find(({ taskId }) => taskId === row.id)
      return {
        task: row,
        verdict: said?.verdict ?? null,
        note: said?.note ?? null,
        byWords: said?.byWords ?? null,
      }
    }),
    mayReview: agencyIds.includes(agencyId) && REVIEWERS.includes(actor.role),
  }
}

/** Still valid, propose to stop or to join, or done by a paper's number. Rows left out stay as they were. */
export function enter(context: Context, entry: SelfReviewEntry): Promise<SelfReview> {
  const { actor, now } = context
  return context.write(async (tx) => {
    const before = await show(tx, context, entry.quarter, entry.agencyId)
    assertAllowed(before.mayReview)
    const open = new Set(before.rows.map(({ task }) => task.id))
    if (entry.rows.some(({ taskId }) => !open.has(taskId))) throw notOpen()
    if (entry.rows.some(({ verdict, note }) => verdict !== 'valid' && !note)) throw noReason()
    await store.put(tx, { ...entry, byWords: actor.byWords, at: now })
    await audit.record(tx, actor, 'task.self_review', entry.agencyId, entry)
    return show(tx, context, entry.quarter, entry.agencyId)
  })
}

/** The agency's review as .docx, to be signed by its head. */
export async function paper(context: Context, quarter: string, agency?: Id): Promise<Buffer> {
  const review = await get(context, quarter, agency)
  const { number, to } = quarterOf(quarter)
  const day = to < context.today ? to : context.today
  const body = await context.read((db) => getBody(db, review.agency.id, day))
  return makeSelfReview({
    head: headOf(body, 'BC', day),
    agency: review.agency.name,
    quarter: number,
    rows: reviewRows(review),
    signature: signatureOf(body),
  })
}

/** The acting person's own list of products of a quarter, as .docx. Never anybody else's. */
export async function products(context: Context, quarter: string): Promise<Buffer> {
  const { actor, today } = context
  const { from, to, number } = quarterOf(quarter)
  const day = to < today ? to : today
  const input = await context.read(async (db) => {
    const records = await store.listOfPerson(db, actor.accountId, from, day)
    const shown = await present(db, context, records, day)
    const extras = await extrasOf(db, shown, day)
    const body = await getBody(db, actor.agencyId, day)
    const { superior, issuer, place, on, year } = headOf(body, '', day)
    const rows = shown.map(({ row, state }) => {
      const cause = extras.get(row.id)?.cause
      return {
        row,
        waits: {
          atIssuer: waitedDays(state.atIssuer, day),
          atCo: waitedDays(state.atCo, day),
          pausedObjective: waitedDays(state.pausedObjective, day),
        },
        cause: cause?.isObjective ? `nguyên nhân khách quan: ${cause.text}` : null,
      }
    })
    const [name = actor.byWords, post = ''] = actor.byWords.split(', ')
    return {
      head: { superior, issuer, place, on, year },
      person: { name, post, body: body.name },
      quarter: number,
      products: productRows(rows),
      superior: null,
    }
  })
  return makeProductList(input)
}

function notOpen() {
  return new AppError('rule', 'self_reviews.not_open', {
    vi: 'Chỉ rà soát nhiệm vụ cơ quan đang chủ trì và chưa kết thúc trong quý.',
    en: 'Only open tasks that the agency leads in the quarter are reviewed.',
  })
}

function noReason() {
  return new AppError('rule', 'self_reviews.no_reason', {
    vi: 'Hãy ghi số văn bản kết quả, lý do dừng, hoặc nhiệm vụ gộp vào.',
    en: 'Say the number of the result, the reason to stop, or the task that it joins.',
  })
}
