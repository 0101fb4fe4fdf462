import './parts.css'
import {
  type Certificate,
  Certificates,
  type GrowingArea,
  GrowingAreas,
  type Product,
  Products,
} from '@hopluc/shared/entity-parts-products'
import { useQuery } from '@tanstack/react-query'
import { formatDate, formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import type { Column } from '../../../ui/table.tsx'
import type { EntityPartProps } from '../sections.ts'
import { CertificateStateMark, certificateWords } from './certificate-state.tsx'
import type { FieldRow } from './fields.tsx'
import { ofPart, PartSection } from './part-section.tsx'
import { partQuery } from './queries.ts'
import { amountWords, options, spanWords } from './words.ts'

/** What it makes, under which certificates, from which growing areas. */
export function ProductsTab(part: EntityPartProps) {
  const { data } = useQuery(partQuery('products', Products, ofPart(part)))
  const products = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <PartSection<Product>
        part={part}
        noun="products"
        list={Products}
        columns={PRODUCT_COLUMNS}
        rows={PRODUCT_ROWS}
        initial={{ measure: 'tấn' }}
        words={{
          title: t('parts.products'),
          none: t('parts.products.none'),
          add: t('parts.products.add'),
          edit: t('parts.products.edit'),
        }}
      />
      <PartSection<Certificate>
        part={part}
        noun="certificates"
        list={Certificates}
        columns={CERTIFICATE_COLUMNS}
        rows={certificateRows(products)}
        words={{
          title: t('parts.certificates'),
          none: t('parts.certificates.none'),
          add: t('parts.certificates.add'),
          edit: t('parts.certificates.edit'),
        }}
      />
      <PartSection<GrowingArea>
        part={part}
        noun="growing-areas"
        list={GrowingAreas}
        columns={AREA_COLUMNS}
        rows={AREA_ROWS}
        initial={{ kind: 'growing_area' }}
        words={{
          title: t('parts.areas'),
          none: t('parts.areas.none'),
          add: t('parts.areas.add'),
          edit: t('parts.areas.edit'),
        }}
      />
    </>
  )
}

const lastOutput = ({ years, measure }: Product) => {
  const last = years.toSorted((one, other) => other.year - one.year)[0]
  return last ? `${amountWords(last.output, measure)} (${last.year})` : '–'
}

const PRODUCT_COLUMNS: readonly Column<Product>[] = [
  { id: 'name', head: t('parts.product.name'), phone: 'title', cell: ({ name }) => name },
  {
    id: 'area',
    head: t('parts.product.area'),
    isFigure: true,
    phone: 'line',
    cell: ({ area }) => amountWords(area, 'ha'),
  },
  {
    id: 'output',
    head: t('parts.product.lastOutput'),
    isFigure: true,
    phone: 'end',
    cell: lastOutput,
  },
  { id: 'sold', head: t('parts.product.soldTo'), cell: ({ soldTo }) => soldTo ?? '–' },
  {
    id: 'days',
    head: t('parts.days'),
    cell: ({ fromOn, untilOn }) => <span className="figures">{spanWords(fromOn, untilOn)}</span>,
  },
]
const PRODUCT_ROWS: readonly FieldRow[] = [
  [
    { key: 'name', label: 'parts.product.name', kind: 'text', isRequired: true },
    { key: 'commodity', label: 'parts.commodity', kind: 'commodity' },
  ],
  [
    { key: 'area', label: 'parts.product.area', kind: 'number', unit: 'ha' },
    { key: 'measure', label: 'parts.product.measure', kind: 'text' },
  ],
  [{ key: 'years', label: 'parts.product.years', kind: 'years' }],
  [{ key: 'soldTo', label: 'parts.product.soldTo', kind: 'text' }],
  [
    { key: 'fromOn', label: 'parts.from', kind: 'day', isRequired: true },
    { key: 'untilOn', label: 'parts.until', kind: 'day' },
  ],
  [{ key: 'note', label: 'parts.note', kind: 'text' }],
]

const CERTIFICATE_COLUMNS: readonly Column<Certificate>[] = [
  {
    id: 'kind',
    head: t('parts.certificate.kind'),
    phone: 'title',
    cell: (one) => (
      <>
        {certificateWords(one)}
        {one.productGroup && <small>{one.productGroup}</small>}
      </>
    ),
  },
  {
    id: 'product',
    head: t('parts.product'),
    phone: 'line',
    cell: ({ productName, area }) => (
      <>
        {productName ?? '–'}
        {area !== null && <small>{formatNumber(area)} ha</small>}
      </>
    ),
  },
  {
    id: 'number',
    head: t('parts.certificate.number'),
    cell: ({ number, decisionNo, issuedBy }) => (
      <>
        {number ?? decisionNo ?? '–'}
        {issuedBy && <small>{issuedBy}</small>}
      </>
    ),
  },
  {
    id: 'issued',
    head: t('parts.certificate.issuedOn'),
    cell: ({ issuedOn }) => <span className="figures">{formatDate(issuedOn)}</span>,
  },
  {
    id: 'state',
    head: t('parts.state'),
    phone: 'end',
    cell: (one) => <CertificateStateMark of={one} />,
  },
]
const certificateRows = (
  products: readonly { value: string; label: string }[],
): readonly FieldRow[] => [
  [
    {
      key: 'kind',
      label: 'parts.certificate.kind',
      kind: 'choice',
      isRequired: true,
      options: options.certificate(),
    },
    { key: 'productId', label: 'parts.product', kind: 'choice', options: products },
  ],
  [
    { key: 'stars', label: 'parts.certificate.stars', kind: 'whole' },
    { key: 'productGroup', label: 'parts.certificate.group', kind: 'text' },
  ],
  [
    { key: 'number', label: 'parts.certificate.number', kind: 'text' },
    { key: 'decisionNo', label: 'parts.decisionNo', kind: 'text' },
  ],
  [
    { key: 'issuedBy', label: 'parts.issuedBy', kind: 'text' },
    { key: 'area', label: 'parts.product.area', kind: 'number', unit: 'ha' },
  ],
  [
    { key: 'issuedOn', label: 'parts.certificate.issuedOn', kind: 'day', isRequired: true },
    { key: 'validUntil', label: 'parts.certificate.validUntil', kind: 'day' },
    { key: 'revokedOn', label: 'parts.revokedOn', kind: 'day' },
  ],
  [{ key: 'evidence', label: 'parts.certificate.evidence', kind: 'area' }],
  [{ key: 'documentId', label: 'parts.document', kind: 'paper' }],
  [{ key: 'note', label: 'parts.note', kind: 'text' }],
]

const AREA_COLUMNS: readonly Column<GrowingArea>[] = [
  {
    id: 'code',
    head: t('parts.area.code'),
    phone: 'title',
    cell: ({ code, kind }) => (
      <>
        <span className="figures">{code}</span>
        <small>{t(`parts.area.${kind}`)}</small>
      </>
    ),
  },
  {
    id: 'area',
    head: t('parts.product.area'),
    isFigure: true,
    phone: 'line',
    cell: ({ area }) => amountWords(area, 'ha'),
  },
  {
    id: 'households',
    head: t('parts.area.households'),
    isFigure: true,
    cell: ({ households }) => households ?? '–',
  },
  { id: 'markets', head: t('parts.area.markets'), cell: ({ markets }) => markets ?? '–' },
  {
    id: 'issued',
    head: t('parts.certificate.issuedOn'),
    cell: ({ issuedOn }) => <span className="figures">{formatDate(issuedOn)}</span>,
  },
  {
    id: 'state',
    head: t('parts.state'),
    phone: 'end',
    cell: ({ state }) => t(`parts.areaState.${state}`),
  },
]
const AREA_ROWS: readonly FieldRow[] = [
  [
    { key: 'code', label: 'parts.area.code', kind: 'text', isRequired: true },
    {
      key: 'kind',
      label: 'parts.area.kind',
      kind: 'choice',
      isRequired: true,
      options: options.area(),
    },
  ],
  [
    { key: 'commodity', label: 'parts.commodity', kind: 'commodity' },
    { key: 'area', label: 'parts.product.area', kind: 'number', unit: 'ha' },
    { key: 'households', label: 'parts.area.households', kind: 'whole' },
  ],
  [
    { key: 'markets', label: 'parts.area.markets', kind: 'text' },
    { key: 'place', label: 'parts.place', kind: 'text' },
  ],
  [{ key: 'issuedBy', label: 'parts.issuedBy', kind: 'text' }],
  [
    { key: 'issuedOn', label: 'parts.certificate.issuedOn', kind: 'day', isRequired: true },
    { key: 'suspendedOn', label: 'parts.area.suspendedOn', kind: 'day' },
    { key: 'revokedOn', label: 'parts.revokedOn', kind: 'day' },
  ],
  [{ key: 'note', label: 'parts.note', kind: 'text' }],
]
