import { KIND_WORDS } from '@hopluc/shared/entity-words'
import type { Entity, EntityKind } from '@hopluc/shared/entities'
import type { FormQuery } from '@hopluc/shared/entity-forms'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import type { ExcelRow, SheetToWrite } from '../../../platform/excel.ts'
import { makeRegistryForm } from '../../papers/index.ts'
import { presentEntity } from '../../registry/index.ts'
import { getBody } from '../../task-papers/index.ts'
import { formNotFound } from '../refusals.ts'
import { roundOf, yearOf } from '../terms.ts'
import { ENTITY_FORMS, formName, NOT_COMPARED, SUMMARY_FORM } from './mapping.ts'
import * as store from './store.ts'
import { dayWords, type Facts, numberWords, printed, valueOf } from './values.ts'

/** A form in both shapes; Word is made when it is asked for. */
export interface FilledForm {
  name: string
  table: SheetToWrite
  paper: () => Promise<Buffer>
}

const HEADS = [
  { header: 'STT', width: 12, align: 'center' },
  { header: 'Chỉ tiêu', width: 70 },
  { header: 'Đơn vị tính', width: 28, align: 'center' },
  { header: 'Số liệu', width: 50 },
] as const
const MADE_UP = 'Số liệu minh họa.'

/** The yearly form of an entity, the one of its kind unless another is named. */
export async function ofEntity(context: Context, id: Id, query: FormQuery): Promise<FilledForm> {
  const { today } = context
  const year = query.year ?? yearOf(today)
  const { facts, round } = await context.read(async (db) => ({
    facts: await factsOf(db, context, id, year),
    round: await roundOf(db, year),
  }))
  const { kind, name } = facts.entity.attributes
  const form = ENTITY_FORMS.find(
    (one) => one.kind === kind && (!query.form || one.key === query.form),
  )
  if (!form) throw formNotFound()
  const rows = form.sections.map(({ title, fields }) => ({
    title,
    rows: fields.map(({ label, measure = '', source }, index) => ({
      no: String(index + 1),
      label,
      measure,
      value: valueOf(source, facts),
    })),
  }))
  const notes = notesOf(facts.entity.isDemo, [
    `${form.basis}. Số liệu từ ngày ${dayWords(round.windowFrom)} đến ngày ${dayWords(round.windowUntil)}.`,
  ])
  const abstract = `${name}, năm ${year}`
  return {
    name: `${formName(form.key)}, ${name}, ${year}`,
    table: {
      sheetName: formName(form.key),
      title: `${formName(form.key)}: ${form.title}, ${abstract}. ${notes.join(' ')}`,
      columns: [
        { header: 'STT', key: 'no', width: 6, kind: 'text' },
        { header: 'Chỉ tiêu', key: 'label', width: 50, kind: 'text' },
        { header: 'Đơn vị tính', key: 'measure', width: 22, kind: 'text' },
        { header: 'Số liệu', key: 'value', width: 44, kind: 'number' },
      ],
      rows: rows.flatMap(({ title, rows: own }): ExcelRow[] => [{ label: title }, ...own]),
    },
    paper: () =>
      makeRegistryForm({
        form: formName(form.key),
        superior: null,
        issuer: name,
        title: form.title,
        abstract,
        notes,
        tables: [
          {
            title: null,
            heads: HEADS,
            rows: rows.flatMap(({ title, rows: own }) => [
              { across: title },
              ...own.map(({ no, label, measure, value }) => [no, label, measure, printed(value)]),
            ]),
          },
        ],
        place: facts.entity.place.unit.name,
        on: today,
        signs: ['Người lập biểu', kind === 'group' ? 'Tổ trưởng' : 'Người đại diện'],
      }),
  }
}

export async function factsOf(db: Reader, context: Context, id: Id, year: number): Promise<Facts> {
  const entity = await presentEntity(db, context, id)
  const { commodities, lines } = entity.attributes
  return {
    entity,
    year,
    figures: await store.listFigures(db, id, year - 4, year),
    names: await store.namesOf(db, commodities, lines),
    confirmation: await store.confirmationOf(db, id, year),
  }
}

/** What every print says under its title. */
export function notesOf(isDemo: Entity['isDemo'], said: readonly string[]): string[] {
  return [...said, NOT_COMPARED, ...(isDemo ? [MADE_UP] : [])]
}

const KINDS: readonly EntityKind[] = ['cooperative', 'union', 'group', 'credit_fund']
const MILLION = 1_000_000

/** VII-4: of a commune, or of all that the caller reads. */
export async function summary(context: Context, query: FormQuery): Promise<FilledForm> {
  const { today, actor } = context
  const year = query.year ?? yearOf(today)
  const { sums, round, body, unit } = await context.read(async (db) => {
    const terms = await roundOf(db, year)
    const day: PlainDate = terms.windowUntil < today ? terms.windowUntil : today
    const window = { from: terms.windowFrom, until: terms.windowUntil, day }
    return {
      round: terms,
      sums: await store.sumsByKind(db, year, window, query.unit),
      body: await getBody(db, actor.agencyId, today),
      unit: query.unit && (await store.unitWords(db, query.unit, today)),
    }
  })
  const of = (kind: EntityKind) => sums.find((one) => one.kind === kind)
  const row = (label: string, measure: string, pick: (one: store.KindSums) => number | null) => {
    const values = KINDS.map((kind) => {
      const one = of(kind)
      return one ? pick(one) : 0
    })
    const known = values.filter((value) => value !== null)
    const all = known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null
    return { label, measure, values: [all, ...values] }
  }
  const rows = [
    row('Số đơn vị', 'đơn vị', ({ all }) => all),
    row('Đang hoạt động', 'đơn vị', ({ active }) => active),
    row('Tạm ngừng', 'đơn vị', ({ suspended }) => suspended),
    row('Thành lập mới trong kỳ', 'đơn vị', ({ fresh }) => fresh),
    row('Giải thể, chấm dứt trong kỳ', 'đơn vị', ({ ended }) => ended),
    row('Thành viên', 'thành viên', ({ members }) => members),
    row('Vốn điều lệ', 'triệu đồng', ({ capital }) => capital / MILLION),
    row('Lao động thường xuyên', 'người', ({ workers }) => workers),
    row('Doanh thu trong năm', 'triệu đồng', ({ revenue }) => revenue),
    row('Lãi (lợi nhuận trước thuế) trong năm', 'triệu đồng', ({ profit }) => profit),
    row('Đã xác nhận số liệu', 'đơn vị', ({ confirmed }) => confirmed),
    row('Đã cập nhật Hệ thống thông tin quốc gia', 'đơn vị', ({ national }) => national),
  ]
  const heads = ['Tổng số', ...KINDS.map((kind) => KIND_WORDS[kind].vi)]
  const notes = notesOf(
    sums.some(({ isDemo }) => isDemo),
    [
      `${SUMMARY_FORM.basis}. Số liệu từ ngày ${dayWords(round.windowFrom)} đến ngày ${dayWords(round.windowUntil)}.`,
    ],
  )
  const abstract = `${unit ?? body.name}, năm ${year}`
  const keys = ['a', 'b', 'c', 'd', 'e']
  return {
    name: `${formName('VII-4')}, ${unit ?? body.shortName}, ${year}`,
    table: {
      sheetName: formName('VII-4'),
      title: `${formName('VII-4')}: ${SUMMARY_FORM.title}, ${abstract}. ${notes.join(' ')}`,
      columns: [
        { header: 'Chỉ tiêu', key: 'label', width: 40, kind: 'text' },
        { header: 'Đơn vị tính', key: 'measure', width: 14, kind: 'text' },
        ...heads.map((header, index) => ({
          header,
          key: keys[index] ?? header,
          width: 18,
          kind: 'number' as const,
        })),
      ],
      rows: rows.map(({ label, measure, values }) => ({
        label,
        measure,
        ...Object.fromEntries(values.map((value, index) => [keys[index] ?? '', value])),
      })),
    },
    paper: () =>
      makeRegistryForm({
        form: formName('VII-4'),
        superior: body.template.superior,
        issuer: body.name,
        title: SUMMARY_FORM.title,
        abstract,
        notes,
        tables: [
          {
            title: null,
            heads: [
              { header: 'Chỉ tiêu', width: 44 },
              { header: 'Đơn vị tính', width: 21, align: 'center' },
              ...heads.map((header) => ({ header, width: 19, align: 'right' as const })),
            ],
            rows: rows.map(({ label, measure, values }) => [
              label,
              measure,
              ...values.map((value) => (value === null ? '' : numberWords(value))),
            ]),
          },
        ],
        place: body.template.place,
        on: today,
        signs: ['Người lập biểu', 'Thủ trưởng đơn vị'],
      }),
  }
}
