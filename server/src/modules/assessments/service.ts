import type {
  Assessment,
  AssessmentAction,
  AssessmentDeed,
  AssessmentLevel,
  AssessmentPage,
  AssessmentQuery,
  Mark,
} from '@hopluc/shared/assessments'
import { AssessmentItem } from '@hopluc/shared/assessments'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { leavesOf } from '../criteria/index.ts'
import { assertNoStateSecret } from '../documents/index.ts'
import { after, before, checkMarks, fits } from './domain.ts'
import { levelOf, may } from './policy.ts'
import * as refusals from './refusals.ts'
import { stateFigures } from './rounds-store.ts'
import { resultOf } from './scores.ts'
import { lastPoints, present, type Sheet, sheetOf } from './sheet.ts'
import * as store from './store.ts'

export function list({ read, today }: Context, query: AssessmentQuery): Promise<AssessmentPage> {
  return read(async (db) => {
    const { items, next } = await store.list(db, query, today)
    return { items: items.map((row) => AssessmentItem.parse(row)), next }
  })
}

export function get(context: Context, id: Id): Promise<Assessment> {
  return context.read(async (db) => present(await sheetOf(db, context, id), context))
}

/**
 * One step of an assessment: points, a remark, not rated, sent back, an appeal and what is decided of it.
 * Points of a level above explain where they differ; a result that an appeal changes is stated anew.
 */
export function act(context: Context, id: Id, deed: AssessmentDeed): Promise<Assessment> {
  const { actor, today } = context
  const { action, version, ...said } = deed
  assertNoStateSecret(deed.text, ...notesOf(deed))
  return context.write(async (tx) => {
    const sheet = await sheetOf(tx, context, id)
    const level = levelOf(actor, sheet.row)
    assertAllowed(level !== null && may(actor, `assessment.${action}`, true))
    if (sheet.row.version !== version) throw refusals.changed()
    if (level === null || !fits(action, level, sheet.standing, today)) throw refusals.wrongState()
    await carryOut(tx, context, sheet, level, deed)
    const { state, total, band, notRated } = sheet.row
    await audit.record(tx, actor, `assessment.${action}`, id, {
      before: { state, total, band, notRated },
      ...said,
    })
    return present(await sheetOf(tx, context, id), context)
  })
}

const notesOf = (deed: AssessmentDeed) =>
  'marks' in deed ? (deed.marks ?? []).map(({ note }) => note) : []

async function carryOut(
  tx: Tx,
  context: Context,
  sheet: Sheet,
  level: AssessmentLevel,
  deed: AssessmentDeed,
): Promise<void> {
  switch (deed.action) {
    case 'score': {
      const { marks, exclusion, text, fileIds } = deed
      return score(tx, context, sheet, { level, action: 'score', marks, exclusion, text, fileIds })
    }
    case 'decide':
      return decide(tx, context, sheet, level, deed)
    case 'remark':
      return say(tx, context, sheet, {
        ...deed,
        level: 'board',
        patch: { state: after('board', sheet.standing) },
      })
    case 'not_rate':
      return say(tx, context, sheet, {
        ...deed,
        level,
        patch: { state: after(level, sheet.standing), notRated: deed.text, band: null },
      })
    case 'send_back':
      return say(tx, context, sheet, { ...deed, level, patch: { state: before(level) } })
    case 'appeal':
      return say(tx, context, sheet, { ...deed, level, patch: { appeal: 'open' } })
  }
}

interface Said {
  action: AssessmentAction
  level: AssessmentLevel
  text: string
  patch: store.Patch
  fileIds?: readonly Id[]
}

async function say(
  tx: Tx,
  { actor, today, now }: Context,
  { row }: Sheet,
  { action, level, text, patch, fileIds = [] }: Said,
): Promise<void> {
  await store.update(tx, row.id, row.version, patch)
  await store.append(tx, row.id, { action, level, on: today, at: now, by: actor, text, fileIds })
}

interface Given {
  level: AssessmentLevel
  action: 'score' | 'decide'
  marks: readonly Mark[]
  exclusion: string | null
  text: string | null
  fileIds: readonly Id[]
  patch?: store.Patch
}

async function score(tx: Tx, context: Context, sheet: Sheet, given: Given): Promise<void> {
  const { actor, today, now } = context
  const { row, set, measures, standing } = sheet
  const { level, action, marks, text, fileIds } = given
  const faults = checkMarks(marks, leavesOf(set.criteria), lastPoints(sheet), level === 'self')
  if (Object.values(faults).some((keys) => keys.length > 0)) throw refusals.wrongMarks(faults)
  const result = resultOf(set, measures, marks, true)
  const byHand = set.exclusions.find(({ key, rule }) => key === given.exclusion && rule === null)
  if (given.exclusion !== null && !byHand) throw refusals.notExcluded()
  const band = byHand ? byHand.band : result.band
  const notRated = byHand?.band === null ? byHand.words : result.notRated
  const { total } = result
  await store.update(tx, row.id, row.version, {
    state: action === 'decide' ? 'decided' : after(level, standing),
    total,
    band,
    notRated,
    ...given.patch,
  })
  await store.append(tx, row.id, {
    action,
    level,
    on: today,
    at: now,
    by: actor,
    text: byHand ? [byHand.words, text].filter(Boolean).join('. ') : text,
    given: { marks, total, band, setId: set.id },
    fileIds,
  })
}

type Decision = Extract<AssessmentDeed, { action: 'decide' }>

/** Without marks the result stands; with them it changes, and with it the figures of the year. */
async function decide(
  tx: Tx,
  context: Context,
  sheet: Sheet,
  level: AssessmentLevel,
  { marks, text }: Decision,
): Promise<void> {
  if (marks === null)
    return say(tx, context, sheet, { action: 'decide', level, text, patch: { appeal: 'kept' } })
  const patch = { appeal: 'changed' as const }
  await score(tx, context, sheet, {
    level,
    action: 'decide',
    marks,
    exclusion: null,
    text,
    fileIds: [],
    patch,
  })
  await stateFigures(tx, sheet.round.id, context.actor.byWords, context.now)
}
