import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { difficultiesOf, type ToldDifficulty } from '../difficulties/index.ts'
import { rowsOf } from '../units/index.ts'
import type { Row } from './fill.ts'
import type { LoopName, TextName } from './words.ts'

/** What was raised in a unit and all below it between two days, and what had become of it by the second. */
export async function raisedIn(
  db: Reader,
  unitId: Id,
  window: { fromOn: PlainDate; untilOn: PlainDate },
): Promise<{ rows: Partial<Record<LoopName, Row[]>>; texts: Partial<Record<TextName, string>> }> {
  const units = await rowsOf(
    db,
    sql<{ id: Id }>`select descendant_id as id from unit_ancestry where ancestor_id = ${unitId}
      and ${window.untilOn}::date between from_on and until_on`,
  )
  const raised = await difficultiesOf(
    db,
    units.map(({ id }) => id),
    window,
  )
  const waiting = raised.filter(({ state }) => state === 'waiting')
  const solved = raised.filter(({ state }) => state === 'solved')
  return {
    rows: {
      'kiến nghị trong kỳ': raised.map(difficultyRow),
      'kiến nghị chưa trả lời': waiting.map(difficultyRow),
    },
    texts: {
      'số kiến nghị': String(raised.length),
      'số kiến nghị đã trả lời': String(raised.length - waiting.length),
      'số kiến nghị đã giải quyết': String(solved.length),
      'số kiến nghị chưa trả lời': String(waiting.length),
    },
  }
}

function difficultyRow({ topic, text, entity }: ToldDifficulty, index: number): Row {
  return {
    isRow: true,
    texts: {
      stt: String(index + 1),
      'chủ đề': topic,
      'nội dung': text.replace(/[.;,\s]+$/u, ''),
      'tổ chức nêu': entity ?? 'cán bộ ghi nhận tại địa phương',
    },
  }
}
