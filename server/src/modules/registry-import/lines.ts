import { EntityKind, EntityStatus, Governance } from '@hopluc/shared/entities'
import { GOVERNANCE_WORDS, KIND_WORDS, STATUS_WORDS } from '@hopluc/shared/entity-words'
import type { ImportColumn, ImportField } from '@hopluc/shared/entity-import'
import type { Sentences } from '../../platform/errors.ts'
import type { SheetLine } from '../../platform/excel-rows.ts'
import { attribute, choice, count, date, figure, type Put, take, words } from './cells.ts'
import { letterOf, plain } from './columns.ts'
import type { Listed, Lists } from './listed.ts'
import * as values from './values.ts'
import { governanceOf, kindOf, lawOf, statusOf } from './words.ts'

/** Cells by their columns; what is wrong is told by cell, and the rest is read nevertheless. */
export function readLine(
  { line, cells }: SheetLine,
  mapping: readonly ImportColumn[],
  lists: Lists,
): Listed {
  const listed: Listed = {
    line,
    id: null,
    attributes: {},
    kindByName: null,
    place: {
      province: '',
      district: '',
      commune: '',
      code: '',
      address: null,
      lat: null,
      lon: null,
    },
    foundedOn: null,
    certificate: { no: null, on: null, by: null },
    status: null,
    fromOn: null,
    year: null,
    figures: {},
    issues: [],
  }
  for (const column of mapping) {
    const cell = cells[column.column] ?? ''
    if (cell === '' || (typeof cell === 'string' && /^[-–—.]+$/.test(cell))) continue
    const tell = (sentences: Sentences, isError: boolean) =>
      listed.issues.push({ ...at(line, column), isError, ...sentences })
    const fault = values.faultOf(cell)
    if (fault) tell(fault, true)
    else PUTS[column.field](listed, cell, { column, lists, tell })
  }
  return listed
}

const at = (line: number, { column, field }: ImportColumn) => ({
  line,
  column: letterOf(column),
  field,
})

const LIST_SIGNS = /[;,\n]+/

const PUTS: Record<ImportField, Put> = {
  id: (listed, cell, { tell }) => {
    const text = values.textOf(cell).toLowerCase()
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) listed.id = text
    else
      tell(
        {
          vi: 'Mã hồ sơ không đúng. Dòng mới thì để trống.',
          en: 'The id is wrong; leave it empty for a new one.',
        },
        true,
      )
  },
  name: words(500, (listed, text) => {
    listed.attributes.name = text
    listed.kindByName = kindOf(text) ?? null
  }),
  kind: choice(
    kindOf,
    EntityKind.options.map((one) => KIND_WORDS[one].vi).join('; '),
    (listed, kind) => {
      listed.attributes.kind = kind
    },
  ),
  code: (listed, cell, { tell }) => {
    const value = take(values.codeOf(cell), tell)
    if (value !== undefined) listed.attributes.code = value
  },
  shortName: attribute('shortName'),
  foreignName: attribute('foreignName'),
  representative: attribute('representative'),
  email: attribute('email'),
  website: attribute('website'),
  province: words(200, ({ place }, text) => (place.province = text)),
  district: words(200, ({ place }, text) => (place.district = text)),
  commune: words(300, ({ place }, text) => (place.commune = text)),
  communeCode: words(10, ({ place }, text) => (place.code = text)),
  address: words(500, ({ place }, text) => (place.address = text)),
  lat: (listed, cell, { tell }) => {
    listed.place.lat = take(values.degreesOf(cell, 90), tell) ?? null
  },
  lon: (listed, cell, { tell }) => {
    listed.place.lon = take(values.degreesOf(cell, 180), tell) ?? null
  },
  foundedOn: date((listed, day) => (listed.foundedOn = day)),
  certificateNo: words(100, ({ certificate }, text) => (certificate.no = text)),
  certificateOn: date(({ certificate }, day) => (certificate.on = day)),
  certificateBy: words(300, ({ certificate }, text) => (certificate.by = text)),
  status: choice(
    statusOf,
    EntityStatus.options.map((one) => STATUS_WORDS[one].vi).join('; '),
    (listed, value) => {
      listed.status = {
        value,
        on: listed.status?.on ?? null,
        decisionNo: listed.status?.decisionNo ?? null,
      }
    },
  ),
  statusOn: date((listed, day) => {
    if (listed.status) listed.status.on = day
  }),
  statusDecisionNo: words(100, (listed, text) => {
    if (listed.status) listed.status.decisionNo = text
  }),
  law: choice(lawOf, '2003, 2012, 2023', (listed, law) => {
    listed.attributes.law = law
  }),
  governance: choice(
    governanceOf,
    Governance.options.map((one) => GOVERNANCE_WORDS[one].vi).join('; '),
    (listed, governance) => {
      listed.attributes.governance = governance
    },
  ),
  lines: (listed, cell, { lists, tell }) => {
    const said = values
      .textOf(cell)
      .split(LIST_SIGNS)
      .map(
        (one) =>
          one
            .trim()
            .split(/[\s:.–-]/)[0]
            ?.toUpperCase() ?? '',
      )
    const codes = [
      ...new Set(
        said
          .filter(Boolean)
          .map((one) => (/^[1-9]\d{2}$/.test(one) && typeof cell === 'number' ? `0${one}` : one)),
      ),
    ]
    const strange = codes.filter(
      (one) => !lists.lines.has(one) && !lists.lines.has(one.slice(0, 2)),
    )
    if (strange.length === 0 && codes.every((one) => /^[A-Z0-9]{1,5}$/.test(one)))
      listed.attributes.lines = codes
    else
      tell(
        {
          vi: `Mã ngành không có trong danh mục: ${(strange.length > 0 ? strange : codes).join(', ').slice(0, 120)}. Ghi mã ngành cấp 2 đến 5, ví dụ 0118.`,
          en: `Not in the list of lines: ${strange.join(', ').slice(0, 120)}. Write a code such as 0118.`,
        },
        true,
      )
  },
  commodities: (listed, cell, { lists, tell }) => {
    const said = values
      .textOf(cell)
      .split(LIST_SIGNS)
      .map((one) => one.trim())
      .filter(Boolean)
    const found = said.map((one) => lists.commodities.get(plain(one)))
    const strange = said.filter((_, index) => found[index] === undefined)
    // a word that no list has is left out, not the line: the list of commodities is the province's
    if (strange.length > 0)
      tell(
        {
          vi: `Sản phẩm chưa có trong danh mục nên bỏ qua: ${strange.join(', ').slice(0, 120)}. Đề nghị quản trị bổ sung danh mục sản phẩm.`,
          en: `Not in the list of commodities, left out: ${strange.join(', ').slice(0, 120)}.`,
        },
        false,
      )
    const codes = [...new Set(found.filter((one) => one !== undefined))]
    if (codes.length > 0) listed.attributes.commodities = codes
  },
  charterCapital: (listed, cell, { column, tell }) => {
    const value = take(values.moneyOf(cell, column.unit ?? 'dong'), tell)
    if (value !== undefined) listed.attributes.charterCapital = value
  },
  officialMembers: count('officialMembers'),
  linkedMembers: count('linkedMembers'),
  otherMembers: count('otherMembers'),
  workers: count('workers'),
  phone: (listed, cell, { tell }) => {
    const value = take(values.phoneOf(cell), tell)
    if (value && value.length <= 200) listed.attributes.phone = value
  },
  fromOn: date((listed, day) => (listed.fromOn = day)),
  figuresYear: (listed, cell, { tell }) => {
    const value = take(values.numberOf(cell), tell)
    if (value === undefined) return
    if (Number.isInteger(value) && value >= 1990 && value <= 2100) listed.year = value
    else tell({ vi: 'Năm số liệu ghi như 2025.', en: 'Write the year as 2025.' }, true)
  },
  H9: figure,
  H16: figure,
  H10: figure,
  H10t: figure,
  H10n: figure,
  H11: figure,
  H14: figure,
  H15: figure,
  K1: figure,
  K2: figure,
  K4: figure,
  K5: figure,
}
