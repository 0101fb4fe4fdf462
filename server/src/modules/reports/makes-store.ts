import type { FigureSource } from '@hopluc/shared/reports'
import type { Id, Named } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import type { PlacedFigure } from './content.ts'
import type { Placed } from './fill.ts'

export interface NewMake {
  reportId: Id
  seq: number
  asOf: Date
  comparedWith: { reportId: Id; seq: number } | null
  wordFileId: Id
  markedFileId: Id | null
  sheetFileId: Id
  text: string
  missing: number
  changed: number
  milliseconds: number
  accountId: Id
  byWords: string
}

/** One making with the numbers that it placed. */
export async function insertMake(
  tx: Tx,
  make: NewMake,
  figures: readonly (PlacedFigure & Placed & { was: string | null })[],
): Promise<void> {
  const { reportId, seq } = make
  await tx
    .insertInto('report_makes')
    .values({
      report_id: reportId,
      seq,
      as_of: make.asOf,
      compared_with: make.comparedWith?.reportId ?? null,
      compared_seq: make.comparedWith?.seq ?? null,
      word_file_id: make.wordFileId,
      marked_file_id: make.markedFileId,
      sheet_file_id: make.sheetFileId,
      text: make.text,
      figures: figures.length,
      missing: make.missing,
      changed: make.changed,
      milliseconds: make.milliseconds,
      made_by: make.accountId,
      made_words: make.byWords,
    })
    .execute()
  const placed = figures.map((figure) => ({
    position: figure.position,
    typed: figure.typed,
    place: figure.place,
    sentence: figure.sentence,
    show: figure.show,
    unit_id: figure.unitId,
    indicator_id: figure.measure.id,
    period: figure.period,
    breakdown_id: figure.breakdownId,
    parts: figure.parts,
    side: figure.side,
    value: figure.value,
    weight: figure.weight,
    compared: figure.compared,
    compared_words: figure.comparedWords,
    printed: figure.printed,
    was: figure.was,
    source: figure.source,
  }))
  await sql`insert into report_figures (report_id, seq, position, typed, place, sentence, show, unit_id,
      indicator_id, period, breakdown_id, parts, side, value, weight, compared, compared_words, printed, was, source)
    select ${reportId}, ${seq}, position, typed, place, sentence, show, unit_id, indicator_id, period, breakdown_id,
      parts, side, value, weight, compared, compared_words, printed, was, source
    from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as r (position int, typed text, place text,
      sentence text, show text, unit_id uuid, indicator_id uuid, period text, breakdown_id int, parts jsonb,
      side text, value numeric, weight numeric, compared numeric, compared_words text, printed text, was text,
      source jsonb)`.execute(tx)
}

/** The makings of a report, the last first. */
export function listMakes(db: Reader, id: Id) {
  return db
    .selectFrom('report_makes')
    .select([
      'seq',
      'made_at as madeAt',
      'made_words as by',
      'as_of as asOf',
      'figures',
      'missing',
      'changed',
      'milliseconds',
      'compared_with as comparedWith',
      'compared_seq as comparedSeq',
      'word_file_id as wordFileId',
      'marked_file_id as markedFileId',
      'sheet_file_id as sheetFileId',
      'text',
    ])
    .where('report_id', '=', id)
    .orderBy('seq', 'desc')
    .execute()
}

/** The numbers that a making placed, in the order of the paper. */
export function listFigures(db: Reader, id: Id, seq: number) {
  return db
    .selectFrom('report_figures as f')
    .innerJoin('indicators as i', 'i.id', 'f.indicator_id')
    .select([
      'f.position',
      'f.typed',
      'f.place',
      'f.sentence',
      'f.unit_id as unitId',
      'i.id as indicatorId',
      'i.code',
      'i.name',
      'i.measure',
      'f.period',
      'f.breakdown_id as breakdownId',
      'f.compared_words as comparedWith',
      'f.printed',
      'f.was',
    ])
    .select((from) => [
      from.ref('f.show').$castTo<PlacedFigure['show']>().as('show'),
      from.ref('f.side').$castTo<PlacedFigure['side']>().as('side'),
      from.ref('f.parts').$castTo<Record<string, string>>().as('breakdown'),
      from.ref('f.source').$castTo<FigureSource>().as('source'),
      sql<number | null>`f.value::float8`.as('value'),
      sql<number | null>`f.weight::float8`.as('weight'),
      sql<number | null>`f.compared::float8`.as('compared'),
      sql<Named>`(select jsonb_build_object('id', v.unit_id, 'name', v.kind || ' ' || v.name,
        'shortName', v.name) from unit_versions v where v.unit_id = f.unit_id
        order by v.from_on desc limit 1)`.as('unit'),
    ])
    .where('f.report_id', '=', id)
    .where('f.seq', '=', seq)
    .orderBy('f.position')
    .execute()
}
