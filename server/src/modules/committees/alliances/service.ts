import type {
  Alliance,
  Board,
  BoardElection,
  BoardKind,
  CongressChange,
  NewCongress,
} from '@hopluc/shared/alliances'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import { committeeOnDay, electBoard, isKept, membersUpTo } from '../../units/index.ts'
import { may } from '../policy.ts'
import { changed, notToCome } from '../refusals.ts'
import * as store from './store.ts'

const NAMES: Record<BoardKind, { name: string; shortName: string }> = {
  executive: { name: 'Ban Chấp hành', shortName: 'BCH' },
  standing: { name: 'Ban Thường vụ', shortName: 'BTV' },
  inspection: { name: 'Ban Kiểm tra', shortName: 'Ban Kiểm tra' },
}

/** An Alliance on a day: its term, its boards with their members, its congresses. */
export function get(context: Context, id: Id, asOf?: PlainDate): Promise<Alliance> {
  return context.read((db) => present(db, context, id, asOf))
}

async function present(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  asOf: PlainDate = today,
): Promise<Alliance> {
  const { unitId: _unit, ...alliance } = await store.get(db, id, asOf)
  const congresses = await store.listCongresses(db, id, asOf)
  const boards: Board[] = []
  for (const { bodyId, kind } of await store.listBoards(db, id, asOf))
    boards.push(await boardOf(db, bodyId, kind, asOf, asOf >= today))
  const isOwn = asOf >= today && actor.agencyId === id
  return {
    ...alliance,
    asOf,
    term: congresses[0] ?? null,
    congresses,
    boards,
    allowed: [
      ...(may(actor, 'alliance.congress', isOwn) ? (['congress'] as const) : []),
      ...(may(actor, 'alliance.board', isOwn) ? (['board'] as const) : []),
    ],
  }
}

async function boardOf(db: Reader, id: Id, kind: BoardKind, day: PlainDate, isNow: boolean) {
  const body = await committeeOnDay(db, id, day)
  const all = await membersUpTo(db, id, day)
  const rule = body.decisions.find(({ decision }) => decision === body.decision)
  const members = all.filter(({ untilOn }) => untilOn >= day)
  return {
    id,
    name: body.name,
    shortName: body.shortName,
    kind,
    version: body.version,
    decision: body.decision,
    decidedOn: body.decidedOn,
    regulation: rule?.regulation ?? null,
    regulationId: rule?.regulationId ?? null,
    members,
    former: new Set(all.map(({ seatId }) => seatId)).size - members.length,
    allowed: isNow && (await isKept(db, id)) ? (['change_members'] as const).slice() : [],
  }
}

/** A congress that was held begins a term. */
export function hold(context: Context, id: Id, congress: NewCongress): Promise<Alliance> {
  const { actor, today } = context
  return context.write(async (tx) => {
    await store.get(tx, id, today)
    assertAllowed(may(actor, 'alliance.congress', actor.agencyId === id))
    if (congress.heldOn > today) throw notToCome()
    if (congress.untilOn < congress.heldOn) throw backwards()
    const known = await store.listCongresses(tx, id, today)
    if (known.some(({ number }) => number === congress.number)) throw numberTaken()
    const congressId = await store.addCongress(tx, id, congress)
    await audit.record(tx, actor, 'alliance.congress', id, { congressId, ...congress })
    return present(tx, context, id)
  })
}

export function change(
  context: Context,
  id: Id,
  congressId: Id,
  command: CongressChange,
): Promise<Alliance> {
  const { actor, today } = context
  return context.write(async (tx) => {
    await store.get(tx, id, today)
    assertAllowed(may(actor, 'alliance.congress', actor.agencyId === id))
    if (command.heldOn && command.heldOn > today) throw notToCome()
    const was = (await store.listCongresses(tx, id, '9999-12-31')).find(
      (one) => one.id === congressId,
    )
    await store.changeCongress(tx, id, congressId, command)
    const change = audit.changes(was ?? {}, command)
    await audit.record(tx, actor, 'alliance.congress', id, { congressId, ...change })
    return present(tx, context, id)
  })
}

/** All members of a board at once; those of before end the day before. */
export function elect(context: Context, id: Id, command: BoardElection): Promise<Alliance> {
  const { actor, today } = context
  const { kind, version, ...election } = command
  return context.write(async (tx) => {
    const alliance = await store.get(tx, id, today)
    assertAllowed(may(actor, 'alliance.board', actor.agencyId === id))
    const known = (await store.listBoards(tx, id, '9999-12-31')).find((one) => one.kind === kind)
    if (!known && version !== 0) throw changed('alliances')
    const { name, shortName } = NAMES[kind]
    const names = {
      name: `${name} ${alliance.name}`,
      shortName: `${shortName} ${alliance.shortName}`,
    }
    const boardId =
      known?.bodyId ?? (await store.foundBoard(tx, alliance, kind, names, election.fromOn))
    await electBoard(tx, boardId, known ? version : null, { ...election, standingAgencyId: id })
    await audit.record(tx, actor, 'alliance.board', boardId, command)
    return present(tx, context, id)
  })
}

function backwards() {
  return new AppError('rule', 'alliances.backwards', {
    vi: 'Nhiệm kỳ phải kết thúc từ ngày đại hội trở đi.',
    en: 'A term cannot end before its congress.',
  })
}

function numberTaken() {
  return new AppError('rule', 'alliances.number_taken', {
    vi: 'Đã ghi đại hội lần thứ này.',
    en: 'A congress of this number is recorded already.',
  })
}
