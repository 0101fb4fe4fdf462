import {
  Certificate,
  CertificateBody,
  Certificates,
  GrowingArea,
  GrowingAreaBody,
  GrowingAreas,
  Product,
  ProductBody,
  Products,
} from '@hopluc/shared/entity-parts-products'
import { sql } from 'kysely'
import type { Part, Row } from '../rows/index.ts'
import { isOn, textOf, warning } from '../words.ts'
import { certificateOn, growingAreaOn } from './domain.ts'

/** What it makes, on how much land, with the output of each year. */
export const products: Part = {
  noun: 'products',
  deed: 'product',
  table: 'entity_products',
  action: 'entity.keep_products',
  body: ProductBody,
  item: Product,
  list: Products,
  order: sql`until_on desc, from_on, name`,
  present: (row, { day }) => ({ ...row, isCurrent: isOn(row, day) }),
  warn: (rows) => {
    const twice = rows.filter((row) => {
      const years = Array.isArray(row['years']) ? row['years'].map((one: Row) => one['year']) : []
      return new Set(years).size < years.length
    })
    return twice.map((row) =>
      warning(
        'products.year_twice',
        'years',
        `Sản phẩm ${textOf(row, 'name') ?? ''} có hai dòng sản lượng cho cùng một năm.`,
        `The product ${textOf(row, 'name') ?? ''} has two lines for one year.`,
      ),
    )
  },
}

const days = (row: Row) => ({
  issuedOn: textOf(row, 'issuedOn') ?? '',
  validUntil: textOf(row, 'validUntil'),
  suspendedOn: textOf(row, 'suspendedOn'),
  revokedOn: textOf(row, 'revokedOn'),
})

/** OCOP stars, VietGAP and the like, each with its paper and its end. */
export const certificates: Part = {
  noun: 'certificates',
  deed: 'certificate',
  table: 'entity_certificates',
  action: 'entity.keep_products',
  body: CertificateBody,
  item: Certificate,
  list: Certificates,
  order: sql`coalesce(revoked_on, valid_until, '9999-12-31') desc, issued_on desc`,
  more: sql`jsonb_build_object('product_name', (select p.name from entity_products p where p.id = t.product_id))`,
  present: (row, { day }) => ({ ...row, ...certificateOn(days(row), day) }),
  warn: (rows, { day }) =>
    rows.flatMap((row) => {
      const { state, daysLeft } = certificateOn(days(row), day)
      if (state !== 'expiring') return []
      const name = textOf(row, 'number') ?? textOf(row, 'productName') ?? ''
      return [
        warning(
          'certificates.expiring',
          textOf(row, 'id'),
          `Chứng nhận ${name} còn ${daysLeft ?? 0} ngày là hết hạn.`,
          `The certificate ${name} ends in ${daysLeft ?? 0} days.`,
        ),
      ]
    }),
}

/** Codes of growing areas and packing houses. */
export const growingAreas: Part = {
  noun: 'growing-areas',
  deed: 'growing_area',
  table: 'growing_areas',
  action: 'entity.keep_products',
  body: GrowingAreaBody,
  item: GrowingArea,
  list: GrowingAreas,
  order: sql`revoked_on is not null, code`,
  present: (row, { day }) => ({ ...row, state: growingAreaOn(days(row), day) }),
}
