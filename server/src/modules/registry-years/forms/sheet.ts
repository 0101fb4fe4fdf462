import { type Entity, EntityAttribute } from '@hopluc/shared/entities'
import {
  CERTIFICATE_WORDS,
  OFFICE_WORDS,
  SOURCE_WORDS,
  TRAIT_WORDS,
} from '@hopluc/shared/entity-words'
import { FOREVER, type Id } from '@hopluc/shared/values'
import type { Context } from '../../../platform/context.ts'
import { makeRegistryForm, type RegistryTable } from '../../papers/index.ts'
import { yearOf } from '../terms.ts'
import { factsOf } from './service.ts'
import * as store from './store.ts'
import { attributeOf, dayWords, type Facts, lifeRows, numberWords, printed } from './values.ts'

const labelOf = (key: EntityAttribute) =>
  key === 'charterCapital' ? `${TRAIT_WORDS[key].vi} (đồng)` : TRAIT_WORDS[key].vi
const FIGURES = ['H8', 'H9', 'H10', 'H11', 'H13', 'K1', 'H15']

/** "In hồ sơ HTX": all that the register says of an entity today, but its members' names and debts. */
export async function makeSheet(
  context: Context,
  id: Id,
): Promise<{ name: string; paper: Buffer }> {
  const { today } = context
  const { facts, parts } = await context.read(async (db) => ({
    facts: await factsOf(db, context, id, yearOf(today)),
    parts: await store.partsOf(db, id, today),
  }))
  const { entity } = facts
  const { name } = entity.attributes
  const paper = await makeRegistryForm({
    form: null,
    superior: null,
    issuer: `${entity.place.unit.kind} ${entity.place.unit.name}`,
    title: 'Hồ sơ',
    abstract: name,
    notes: [
      `Theo danh sách HTX, tổ hợp tác ngày ${dayWords(today)}.`,
      ...(entity.isDemo ? ['Số liệu minh họa.'] : []),
    ],
    tables: [registered(facts), life(entity), ...partTables(parts), figures(facts)].filter(
      ({ rows }) => rows.length > 0,
    ),
    place: entity.place.unit.name,
    on: today,
    signs: ['Người in hồ sơ', 'Thủ trưởng đơn vị'],
  })
  return { name: `Hồ sơ ${name}`, paper }
}

function registered({ entity, names }: Facts): RegistryTable {
  const place = [
    entity.place.address,
    `${entity.place.unit.kind} ${entity.place.unit.name}`,
  ].filter(Boolean)
  const said = EntityAttribute.options.flatMap((key) => {
    const value = key === 'kind' ? null : printed(attributeOf(key, entity, names))
    const source = entity.sources[key]
    return value
      ? [
          [
            labelOf(key),
            key === 'code' ? (entity.attributes.code ?? '') : value,
            source ? `${SOURCE_WORDS[source.from].vi}, ${dayWords(source.on)}` : '',
          ],
        ]
      : []
  })
  return {
    title: '1. Thông tin đăng ký',
    heads: [
      { header: 'Nội dung', width: 50 },
      { header: 'Thông tin', width: 70 },
      { header: 'Nguồn số liệu', width: 40 },
    ],
    rows: [
      ...said,
      ['Trụ sở', place.join(', '), ''],
      [TRAIT_WORDS.status.vi, entity.statusWords?.vi ?? '', ''],
    ],
  }
}

function life(entity: Entity): RegistryTable {
  return {
    title: '2. Sự kiện pháp lý',
    heads: [
      { header: 'Ngày', width: 28, align: 'center' },
      { header: 'Sự kiện', width: 72 },
      { header: 'Căn cứ', width: 60 },
    ],
    rows: lifeRows(entity),
  }
}

function partTables({ managers, products, memberships, links }: store.SheetParts): RegistryTable[] {
  const until = (day: string) => (day === FOREVER ? '' : ` đến ${dayWords(day)}`)
  const certificate = ({ kind, number }: store.SheetCertificate) =>
    [CERTIFICATE_WORDS[kind].vi, number].filter(Boolean).join(' ')
  const table = (title: string, heads: readonly string[], rows: string[][]): RegistryTable => ({
    title,
    heads: heads.map((header) => ({ header, width: Math.floor(160 / heads.length) })),
    rows,
  })
  return [
    table(
      '3. Cán bộ quản lý',
      ['Chức danh', 'Họ và tên', 'Từ ngày'],
      managers.map((one) => [OFFICE_WORDS[one.office].vi, one.name, dayWords(one.fromOn)]),
    ),
    table(
      '4. Sản phẩm, chứng nhận',
      ['Sản phẩm', 'Chứng nhận còn hiệu lực'],
      products.map((one) => [one.name, one.certificates.map(certificate).join('; ')]),
    ),
    table(
      '5. Liên minh, liên hiệp',
      ['Tổ chức', 'Thành viên từ'],
      memberships.map((one) => [one.name, `${dayWords(one.fromOn)}${until(one.untilOn)}`]),
    ),
    table(
      '6. Liên kết tiêu thụ',
      ['Đối tác', 'Sản phẩm', 'Hợp đồng', 'Từ ngày'],
      links.map((one) => [one.partner, one.product, one.contract ?? '', dayWords(one.fromOn)]),
    ),
  ]
}

function figures({ figures: all, year }: Facts): RegistryTable {
  const years = [year - 4, year - 3, year - 2, year - 1, year]
  const rows = FIGURES.flatMap((key) => {
    const own = all.filter((one) => one.key === key)
    const [first] = own
    if (!first) return []
    const values = years.map((at) => {
      const value = own.find((one) => one.year === at)?.value
      return value === undefined || value === null ? '' : numberWords(value)
    })
    return [[`${first.name} (${first.measure})`, ...values]]
  })
  return {
    title: '7. Số liệu các năm',
    heads: [
      { header: 'Chỉ tiêu', width: 60 },
      ...years.map((at) => ({ header: String(at), width: 20, align: 'right' as const })),
    ],
    rows,
  }
}
