import type { ImportColumn } from '@hopluc/shared/entity-import'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import type { Sentences } from '../../platform/errors.ts'
import type { SheetLine } from '../../platform/excel-rows.ts'
import { FIELDS, isFigure, letterOf } from './columns.ts'
import { compare } from './comparing.ts'
import { foundingOf } from './founding.ts'
import type { Listed } from './listed.ts'
import { readLine } from './lines.ts'
import { type FoundPlace, type Places, placesOf } from './places.ts'
import type { LineSettings, Planned, PlannerSettings, Tell } from './planned.ts'
import * as store from './store.ts'

export interface Planner {
  /** The next lines of the list, in their order: what their cells say, without the register. */
  read: (rows: readonly SheetLine[]) => ReadLine[]
  /** What is to be done for lines that were read, in their order. */
  plan: (db: Reader, lines: readonly ReadLine[]) => Promise<Planned[]>
  places: Places
  /** Codes and entities that the lines so far name. */
  codes: () => string[]
  ids: () => Id[]
}

interface ReadLine {
  listed: Listed
  fromOn: PlainDate
  isPlaced: boolean
  place: FoundPlace
  tell: Tell
}

/** What a list would do, worked out piece by piece; of two lines for one entity the second is refused. */
export async function createPlanner(db: Reader, settings: PlannerSettings): Promise<Planner> {
  const lists = await store.lists(db)
  const names = new Map([...lists.commodities].map(([word, code]) => [code, word]))
  for (const row of await db.selectFrom('commodities').select(['code', 'name']).execute())
    names.set(row.code, row.name)
  const places = placesOf(await store.unitsKnown(db))
  const seen = {
    codes: new Map<string, number>(),
    ids: new Map<Id, number>(),
    names: new Map<string, number>(),
  }
  const mapping = settings.mapping.toSorted(
    (a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field),
  )
  const line: LineSettings = { ...settings, mapping, lists, places, seen, commodities: names }
  return {
    places,
    codes: () => [...seen.codes.keys()],
    ids: () => [...seen.ids.keys()],
    read: (rows) => readLines(rows, line),
    plan: (reader, lines) => planLines(reader, lines, line),
  }
}

function readLines(
  rows: readonly SheetLine[],
  { mapping, lists, places, day, today }: LineSettings,
): ReadLine[] {
  const columns = new Set(mapping.map(({ field }) => field))
  const hasYear = columns.has('figuresYear')
  return rows.map((row) => {
    const listed = readLine(row, mapping, lists)
    const fromOn = listed.fromOn ?? day
    const isPlaced = listed.place.commune !== '' || listed.place.code !== ''
    const place = places.find(listed.place, fromOn)
    const tell = teller(listed, mapping)
    if (fromOn > today)
      tell('fromOn', true, { vi: 'Ngày này chưa đến.', en: 'That day has not come yet.' })
    if (isPlaced && place.error)
      tell(columns.has('commune') ? 'commune' : 'communeCode', true, place.error)
    if (place.note) tell('commune', false, place.note)
    if ((listed.place.lat === null) !== (listed.place.lon === null))
      tell('lat', true, {
        vi: 'Tọa độ phải có cả vĩ độ và kinh độ.',
        en: 'Both degrees are needed.',
      })
    if (Object.keys(listed.figures).length > 0 && listed.year === null)
      tell('figuresYear', true, {
        vi: hasYear
          ? 'Thiếu năm số liệu.'
          : 'Tệp có số liệu năm nhưng thiếu cột "Năm số liệu". Hãy thêm cột này.',
        en: 'The year of the figures is missing.',
      })
    return { listed, fromOn, isPlaced, place, tell }
  })
}

async function planLines(
  db: Reader,
  read: readonly ReadLine[],
  settings: LineSettings,
): Promise<Planned[]> {
  const asked = read.map(({ listed, fromOn, place }) => ({
    line: listed.line,
    id: listed.id,
    name: listed.attributes.name ?? null,
    code: listed.attributes.code ?? null,
    unitId: place.unitId ?? null,
    day: fromOn,
  }))
  const matches = new Map((await store.match(db, asked)).map((one) => [one.line, one]))
  const chosen = new Map<number, Id>()
  for (const { listed, tell } of read) {
    const match = matches.get(listed.line)
    const id = match && choose(listed, match, tell)
    if (id) chosen.set(listed.line, id)
  }
  const states = await store.statesOf(
    db,
    read.flatMap(({ listed, fromOn }) => {
      const id = chosen.get(listed.line)
      return id ? [{ line: listed.line, id, day: fromOn, year: listed.year }] : []
    }),
    FIELDS.filter(isFigure),
  )
  const known = new Map(states.map((one) => [one.line, one]))
  return read.map((one) => {
    const { listed, fromOn, isPlaced, place, tell } = one
    once(
      settings,
      listed,
      chosen.get(listed.line),
      matches.get(listed.line)?.words ?? null,
      place.unitId,
      tell,
    )
    const planned: Planned = {
      line: listed.line,
      action: 'problem',
      name: listed.attributes.name ?? '',
      code: listed.attributes.code ?? null,
      unitId: place.unitId ?? null,
      entityId: chosen.get(listed.line) ?? null,
      fromOn,
      attributes: listed.attributes,
      kind: null,
      place: null,
      turns: [],
      events: [],
      year: listed.year,
      figures: listed.figures,
      changes: [],
      issues: listed.issues,
    }
    const state = known.get(listed.line)
    if (state) compare(planned, listed, { state, isPlaced, settings, tell })
    else if (planned.entityId === null && !listed.id)
      foundingOf(planned, listed, { place, settings, tell })
    if (listed.issues.some(({ isError }) => isError)) planned.action = 'problem'
    return planned
  })
}

/** Says what is wrong at the column that the file has for it, or of the line. */
function teller(listed: Listed, mapping: readonly ImportColumn[]): Tell {
  return (field, isError, sentences) => {
    const column = mapping.find((one) => one.field === field)
    listed.issues.push({
      line: listed.line,
      column: column ? letterOf(column.column) : null,
      field,
      isError,
      ...sentences,
    })
  }
}

/** The entity that a line means: by id, by code, else by name and commune. */
function choose(
  listed: Listed,
  { byId, byCode, byName }: store.Matched,
  tell: Tell,
): Id | undefined {
  const [holder] = byCode
  if (listed.id) {
    if (!byId)
      tell('id', true, {
        vi: 'Không tìm thấy hồ sơ này trong phạm vi của đồng chí.',
        en: 'There is no such record within your scope.',
      })
    else if (holder && holder.id !== byId) tell('code', true, taken(listed, holder))
    return byId ?? undefined
  }
  if (holder) return holder.id
  const { code } = listed.attributes
  const same = byName.filter((one) => !code || !one.code || one.code === code)
  if (same.length > 1)
    tell('name', true, {
      vi: `Có ${same.length} HTX, THT cùng tên tại xã này. Hãy ghi mã số hoặc mã hồ sơ để phân biệt.`,
      en: `${same.length} entities of the commune have this name. Add the code or the id.`,
    })
  if (same.length === 0 && byName.length > 0)
    tell('name', false, {
      vi: `Có thể trùng: đã có đơn vị cùng tên tại xã này với mã số ${byName.flatMap((one) => one.code ?? []).join(', ')}.`,
      en: `Perhaps a double: the commune has one of this name with the code ${byName.flatMap((one) => one.code ?? []).join(', ')}.`,
    })
  return same.length === 1 ? same[0]?.id : undefined
}

const taken = (listed: Listed, holder: { name: string; place: string | null }): Sentences => ({
  vi: `Mã số ${listed.attributes.code} là của ${holder.name}${holder.place ? `, ${holder.place}` : ''}.`,
  en: `The code ${listed.attributes.code} belongs to ${holder.name}${holder.place ? `, ${holder.place}` : ''}.`,
})

/** One entity stands in one line. */
function once(
  { seen }: LineSettings,
  { line, attributes }: Listed,
  id: Id | undefined,
  words: string | null,
  unitId: Id | undefined,
  tell: Tell,
): void {
  const again = <Key>(found: Map<Key, number>, key: Key | null | undefined) => {
    if (key === null || key === undefined) return undefined
    const before = found.get(key)
    if (before === undefined) found.set(key, line)
    return before
  }
  const code = again(seen.codes, attributes.code)
  const same = again(seen.ids, id)
  const named = again(
    seen.names,
    words && unitId ? `${words} ${unitId} ${attributes.code ?? ''}` : null,
  )
  const before = code ?? same ?? named
  if (before !== undefined)
    tell(code === undefined ? 'name' : 'code', true, {
      vi: `Trùng với dòng ${before} của tệp. Hãy bỏ một dòng.`,
      en: `The same as line ${before} of the file. Leave one out.`,
    })
}
