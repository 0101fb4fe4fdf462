import type {
  DialogueBoard,
  DialogueQuery,
  DifficultyOptions,
  NewDialogue,
  PutDifficulties,
} from '@hopluc/shared/dialogues'
import type { DifficultyItem } from '@hopluc/shared/difficulties'
import type { MeetingRecord } from '@hopluc/shared/meetings'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import * as difficulties from '../difficulties/index.ts'
import { addToAgenda, createMeeting, getMeeting, listOwnPlanned } from '../meetings/index.ts'
import { may } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

const MOST_UNITS = 400

/** Communes of one's area by quarters of a year: held, planned, not yet. */
export function board(
  context: Context,
  query: Omit<DialogueQuery, 'format'>,
): Promise<DialogueBoard> {
  const { today, actor } = context
  const year = query.year ?? Number(today.slice(0, 4))
  return context.read(async (db) => {
    const where = { day: today, under: query.unit, limit: MOST_UNITS + 1 }
    const found = await store.listUnits(db, 'commune', where)
    const units = found.slice(0, MOST_UNITS)
    const held = await store.listHeld(
      db,
      units.map(({ id }) => id),
      year,
    )
    const provinces = await store.listUnits(db, 'province', { day: today, limit: 100 })
    const own = may(actor, 'dialogue.plan') ? await store.ownCommune(db, today) : undefined
    return {
      year,
      asOf: today,
      rows: store.asRows(units, held),
      isCut: found.length > units.length,
      provinces: provinces.length > 1 ? provinces : [],
      own: own?.unit ?? null,
    }
  })
}

/**
 * Plans the quarter's meeting of one's commune: every cooperative and group that works there is invited,
 * what waits at the commune for an answer is on the agenda.
 * @throws AppError `dialogues.no_commune`, `dialogues.planned` of a quarter that has one, `dialogues.past`.
 */
export async function plan(context: Context, given: NewDialogue): Promise<MeetingRecord> {
  const { actor, today } = context
  assertAllowed(may(actor, 'dialogue.plan'))
  const id = await context.write(async (tx) => {
    const own = await store.ownCommune(tx, today)
    if (!own) throw refusals.noCommune()
    if (given.heldOn < today) throw refusals.past()
    await store.lockQuarter(tx, own.unit.id)
    const { year, quarter, words } = quarterOf(given.heldOn)
    const held = await store.listHeld(tx, [own.unit.id], year)
    if (held.some((one) => one.quarter === quarter)) throw refusals.planned(words)
    const waiting = await difficulties.listWaiting(tx, own.unit.id, today)
    const meetingId = await createMeeting(tx, context, {
      kind: 'dialogue',
      title: `Gặp mặt, đối thoại với hợp tác xã, tổ hợp tác ${words}`,
      agencyId: own.agencyId,
      ...given,
      agenda: [OPENING, ...itemsOf(waiting), CLOSING].map((text) => ({
        text,
        presenter: '',
        fileIds: [],
        taskIds: [],
      })),
      invited: await store.listInvited(tx, own.unit.id, given.heldOn),
    })
    if (waiting.length > 0) await difficulties.put(tx, context, waiting.map(idOf), { meetingId })
    return meetingId
  })
  return getMeeting(context, id)
}

const OPENING =
  'Tình hình hoạt động của các hợp tác xã, tổ hợp tác; kết quả giải quyết kiến nghị kỳ trước'
const CLOSING = 'Ý kiến, kiến nghị mới của các hợp tác xã, tổ hợp tác'
const ROMAN = ['I', 'II', 'III', 'IV']

/** Calendar quarters. */
function quarterOf(day: PlainDate) {
  const year = Number(day.slice(0, 4))
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3)
  return { year, quarter, words: `quý ${ROMAN[quarter - 1] ?? ''} năm ${year}` }
}

const idOf = ({ id }: { id: Id }) => id

/** One item a topic, as they come. */
function itemsOf(rows: readonly Pick<DifficultyItem, 'topic'>[]): string[] {
  const topics = Map.groupBy(rows, ({ topic }) => topic.name)
  return [...topics].map(([name, some]) => `Xem xét kiến nghị về ${lower(name)} (${some.length})`)
}

/** Within a sentence; a short name stays as it is. */
function lower(words: string): string {
  const [first = '', second = ''] = words
  return second === second.toUpperCase() ? words : first.toLowerCase() + words.slice(1)
}

/** What may be made of one: similar ones that wait beside it, one's own meetings to come. */
export function options(context: Context, id: Id): Promise<DifficultyOptions> {
  const { today } = context
  return context.read(async (db) => {
    const row = await difficulties.getDifficulty(db, id, today)
    const similar = row.isHandler ? await difficulties.listSimilar(db, row, today) : []
    return {
      similar: similar.map((one) => difficulties.asItem(one, today)),
      meetings: await listOwnPlanned(db, today),
    }
  })
}

/** Puts difficulties on the agenda of a meeting of one's own that is not over, an item a topic. */
export async function putBefore(
  context: Context,
  meetingId: Id,
  { difficultyIds }: PutDifficulties,
): Promise<MeetingRecord> {
  await context.write(async (tx) => {
    const rows = await difficulties.put(tx, context, difficultyIds, { meetingId })
    await addToAgenda(tx, context, meetingId, itemsOf(rows))
  })
  return getMeeting(context, meetingId)
}
