import { type PeriodKey, samePeriod, periodBefore } from '@hopluc/shared/periods'
import { codeWords } from '@hopluc/shared/reports'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { getPeriod } from '../figures/index.ts'
import { listIndicators } from '../indicators/index.ts'
import { authorityLines } from '../papers/index.ts'
import { type Body, getBody, headOf, signatureOf } from '../task-papers/index.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'
import { type Content, type Measure, type Wanted, wantedBy } from './content.ts'
import { raisedIn } from './difficulties.ts'
import { ensurePeriods, readFigures } from './figures.ts'
import type { Row } from './fill.ts'
import { periodOf, periodWords, slashed } from './periods.ts'
import { targetsIn } from './targets.ts'
import { tasksOf } from './tasks.ts'
import { figuresOf, type Found } from './template-check.ts'
import { type LoopName, SECTORS } from './words.ts'

/** Of whom and of when a report speaks, and in whose name. */
export interface Subject {
  unitId: Id
  period: PeriodKey
  boundaries: 'then' | 'today'
  issuerId: Id
  own: ReadonlyMap<string, string>
  code: string
  address: string
}

/** Indicators by code in small letters. */
export async function measuresOf(db: Reader): Promise<Map<string, Measure>> {
  const all = await listIndicators(db)
  return new Map(all.map((one) => [one.code.toLowerCase(), one]))
}

/** Reads all that the placeholders of a template ask for. */
export async function gather(
  context: Context,
  subject: Subject,
  found: readonly Found[],
): Promise<Content> {
  const periods = periodsOf(found, subject.period).filter(
    ({ year }) => year <= Number(context.today.slice(0, 4)),
  )
  await context.write((tx) => ensurePeriods(tx, periods))
  const { measures, unit, below, body, period, units, raised } = await context.read(async (db) => {
    const period = await getPeriod(
      db,
      subject.period.kind,
      subject.period.year,
      subject.period.part,
    )
    const day = period.untilOn < context.today ? period.untilOn : context.today
    return {
      period,
      measures: await measuresOf(db),
      unit: await getUnit(db, subject.unitId, day),
      below: await unitsBelow(db, subject.unitId, day),
      body: await getBody(db, subject.issuerId, context.today),
      units: await unitsNamed(db, namesIn(found), day),
      raised: await raisedIn(db, subject.unitId, {
        fromOn: period.windowFrom,
        untilOn: period.windowUntil < context.today ? period.windowUntil : context.today,
      }),
    }
  })
  const day = period.windowUntil < context.today ? period.windowUntil : context.today
  const tasks = await tasksOf(context, body, day, found)
  const targets = await targetsIn(context, subject.unitId, {
    fromOn: period.windowFrom,
    untilOn: day,
  })
  const base = { period: subject.period, unit, units }
  const rows = {
    ...NO_ROWS,
    ...tasks.rows,
    ...raised.rows,
    ...targets.rows,
    'các đơn vị': unitRows(below),
    'các ngành': SECTOR_ROWS,
  }
  const wanted = wantedOf(found, base, rows)
  const { figures, silent, asOf } = await context.read(async (db) => ({
    asOf: await instantOf(db),
    figures: await readFigures(db, wanted, measures, subject.boundaries),
    silent: await silentUnits(
      db,
      below.map(({ id }) => id),
      period.id,
    ),
  }))
  const missing = below.filter(({ id }) => silent.has(id))
  const texts: Content['texts'] = {
    ...headTexts(body, context.today),
    ...periodTexts(subject.period, period),
    ...tasks.texts,
    ...raised.texts,
    ...targets.texts,
    'tên đơn vị': unit.name,
    'mã kiểm tra': codeWords(subject.code),
    'địa chỉ kiểm tra': subject.address,
    'số đơn vị phải báo cáo': String(below.length),
    'số đơn vị đã báo cáo': String(below.length - missing.length),
    'số đơn vị chưa báo cáo': String(missing.length),
  }
  return {
    ...base,
    measures,
    figures,
    rows: { ...rows, 'các đơn vị chưa báo cáo': unitRows(missing) },
    texts,
    own: subject.own,
    address: subject.address,
    asOf,
  }
}

async function instantOf(db: Reader): Promise<Date> {
  const [row] = await rowsOf(db, sql<{ now: Date }>`select now() as now`)
  return row?.now ?? new Date(0)
}

const NO_ROWS: Record<LoopName, Row[]> = {
  'các đơn vị': [],
  'các đơn vị chưa báo cáo': [],
  'nhiệm vụ quá hạn': [],
  'nhiệm vụ hoàn thành': [],
  'nhiệm vụ đang thực hiện': [],
  'kiến nghị trong kỳ': [],
  'kiến nghị chưa trả lời': [],
  'chỉ tiêu kế hoạch': [],
  'chỉ tiêu dự báo thiếu': [],
  'các ngành': [],
}

const SECTOR_ROWS: readonly Row[] = Object.entries(SECTORS).map(([name, sector], index) => ({
  isRow: true,
  parts: { sector },
  texts: {
    stt: String(index + 1),
    'tên phân tổ': name.charAt(0).toLocaleUpperCase('vi') + name.slice(1),
  },
}))

const unitRows = (units: readonly Named[]): Row[] =>
  units.map(({ id, name }, index) => ({
    isRow: true,
    unitId: id,
    texts: { stt: String(index + 1), 'tên đơn vị': name },
  }))

function periodsOf(found: readonly Found[], own: PeriodKey): PeriodKey[] {
  const refs = found.flatMap(({ placeholder }) => figuresOf(placeholder).map((one) => one.period))
  return refs.map((ref) => periodOf(own, ref))
}

/** Every figure that is asked for, in every row in which it stands. */
function wantedOf(
  found: readonly Found[],
  base: Pick<Content, 'period' | 'unit' | 'units'>,
  rows: Readonly<Record<LoopName, readonly Row[]>>,
): Wanted[] {
  return found.flatMap(({ placeholder, loops }) => {
    const scopes = loops.reduce<{ unitId: Id | null; parts: Record<string, string> }[]>(
      (outer, loop) =>
        outer.flatMap((scope) =>
          rows[loop].map(({ unitId, parts }) => ({
            unitId: unitId ?? scope.unitId,
            parts: { ...scope.parts, ...parts },
          })),
        ),
      [{ unitId: null, parts: {} }],
    )
    return figuresOf(placeholder).flatMap((ref) =>
      scopes.map((scope) => wantedBy(base, ref, scope)),
    )
  })
}

function namesIn(found: readonly Found[]): string[] {
  return found.flatMap(({ placeholder }) =>
    figuresOf(placeholder).flatMap(({ unit }) =>
      typeof unit === 'object' && unit !== null ? [unit.name] : [],
    ),
  )
}

const NAMED = sql`v.unit_id as id, v.kind || ' ' || v.name as name, v.name as "shortName"`

async function getUnit(db: Reader, id: Id, day: PlainDate): Promise<Named> {
  const [unit] = await rowsOf(
    db,
    sql<Named>`select ${NAMED} from unit_versions v where v.unit_id = ${id}
      order by ${day}::date between v.from_on and v.until_on desc, v.from_on desc limit 1`,
  )
  return unit ?? { id, name: '…', shortName: '…' }
}

/** Units directly below on the day, by name; of the nation its provinces. */
function unitsBelow(db: Reader, id: Id, day: PlainDate): Promise<Named[]> {
  return rowsOf(
    db,
    sql<Named>`select ${NAMED} from unit_versions v where v.parent_id = ${id}
      and ${day}::date between v.from_on and v.until_on order by v.name ${BY_NAME}, v.unit_id`,
  )
}

/** Units that bear one of the names on the day, with their kind: "xã An Lạc Thôn". */
export async function unitsNamed(
  db: Reader,
  names: readonly string[],
  day: PlainDate,
): Promise<Map<string, Named>> {
  if (names.length === 0) return new Map()
  const low = names.map((name) => name.toLocaleLowerCase('vi'))
  const rows = await rowsOf(
    db,
    sql<Named>`select distinct on (lower(v.kind || ' ' || v.name)) ${NAMED} from unit_versions v
      where lower(v.kind || ' ' || v.name) = any (${low}::text[])
      order by lower(v.kind || ' ' || v.name), ${day}::date between v.from_on and v.until_on desc, v.from_on desc`,
  )
  return new Map(rows.map((row) => [row.name.toLocaleLowerCase('vi'), row]))
}

/** Units of which, with all below them, nothing has been stated for the period. */
async function silentUnits(db: Reader, units: readonly Id[], periodId: number): Promise<Set<Id>> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select u.id from unnest(${[...units]}::uuid[]) u (id)
      where not exists (select from unit_ancestry a join figures f on f.unit_id = a.descendant_id
        and f.period_id = ${periodId} and f.is_last where a.ancestor_id = u.id)`,
  )
  return new Set(rows.map(({ id }) => id))
}

function headTexts(body: Body, today: PlainDate): Content['texts'] {
  const { superior, issuer, symbol, place } = headOf(body, 'BC', today)
  const { authority } = signatureOf(body)
  const lines = authorityLines(authority)
  // The body's template is written for notices: who has to carry these out does not get a report.
  const receivers = body.template.recipients.lines.filter((text) => !/thông báo/iu.test(text))
  const usual = superior === null ? [] : [`${superior} (để báo cáo)`]
  const ends = (text: string, sign: string) => `- ${text.replace(/[.;,\s]+$/u, '')}${sign}`
  return {
    'cơ quan cấp trên': superior ?? '',
    'cơ quan ban hành': issuer,
    'ký hiệu': symbol,
    'địa danh': place,
    'năm ban hành': today.slice(0, 4),
    'nơi nhận': (receivers.length > 0 ? receivers : usual)
      .map((text) => ends(text, ';'))
      .join('\n'),
    lưu: ends(body.template.recipients.archive, '.'),
    'thẩm quyền ký': lines.slice(0, -1).join('\n'),
    'chức vụ người ký': lines.at(-1) ?? '',
    'chức vụ chính quyền': authority.officeHeld ?? '',
  }
}

function periodTexts(
  own: PeriodKey,
  { windowFrom, windowUntil }: { windowFrom: PlainDate; windowUntil: PlainDate },
): Content['texts'] {
  return {
    'kỳ báo cáo': periodWords(own),
    'năm báo cáo': String(own.year),
    'kỳ trước': periodWords(periodBefore(own)),
    'cùng kỳ': periodWords(samePeriod(own)),
    'năm trước': String(own.year - 1),
    'ngày chốt số liệu': slashed(windowUntil),
    'ngày đầu kỳ': slashed(windowFrom),
  }
}
