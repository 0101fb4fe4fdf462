import './parts.css'
import {
  type MarketNotice,
  MarketNotices,
  type ValueLink,
  ValueLinks,
} from '@hopluc/shared/entity-parts-links'
import { formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table.tsx'
import type { EntityPartProps } from '../sections.ts'
import type { FieldRow } from './fields.tsx'
import { PartSection } from './part-section.tsx'
import { amountWords, options, spanWords } from './words.ts'

/** With whom it is linked, and what it offers and wants. */
export function LinksTab(part: EntityPartProps) {
  return (
    <>
      <PartSection<ValueLink>
        part={part}
        noun="value-links"
        list={ValueLinks}
        columns={LINK_COLUMNS}
        rows={linkRows()}
        initial={{ partnerKind: 'enterprise', measure: 'tấn' }}
        note={(items) =>
          t('parts.links.note', { count: items.filter(({ isCurrent }) => isCurrent).length })
        }
        words={{
          title: t('parts.links'),
          none: t('parts.links.none'),
          add: t('parts.links.add'),
          edit: t('parts.links.edit'),
        }}
      />
      <PartSection<MarketNotice>
        part={part}
        noun="market-notices"
        list={MarketNotices}
        columns={MARKET_COLUMNS}
        rows={marketRows()}
        initial={{ side: 'offer', fromOn: part.day }}
        words={{
          title: t('parts.market'),
          none: t('parts.market.none'),
          add: t('parts.market.add'),
          edit: t('parts.market.edit'),
        }}
      />
    </>
  )
}

export const LINK_COLUMNS: readonly Column<ValueLink>[] = [
  {
    id: 'partner',
    head: t('parts.link.partner'),
    phone: 'title',
    cell: ({ partnerName, partnerKind, isCurrent }) => (
      <>
        {isCurrent ? partnerName : <span className="muted">{partnerName}</span>}
        <small>{t(`parts.partner.${partnerKind}`)}</small>
      </>
    ),
  },
  {
    id: 'contract',
    head: t('parts.link.contract'),
    cell: ({ contractNo, season }) => (
      <>
        {contractNo ?? '–'}
        {season && <small>{season}</small>}
      </>
    ),
  },
  {
    id: 'product',
    head: t('parts.product'),
    phone: 'line',
    cell: ({ product, area }) => (
      <>
        {product}
        {area !== null && <small>{formatNumber(area)} ha</small>}
      </>
    ),
  },
  {
    id: 'committed',
    head: t('parts.link.committed'),
    isFigure: true,
    cell: ({ committed, measure }) => amountWords(committed, measure),
  },
  {
    id: 'delivered',
    head: t('parts.link.delivered'),
    isFigure: true,
    phone: 'end',
    cell: ({ delivered, measure }) => amountWords(delivered, measure),
  },
  {
    id: 'days',
    head: t('parts.days'),
    cell: ({ fromOn, untilOn }) => <span className="figures">{spanWords(fromOn, untilOn)}</span>,
  },
  {
    id: 'result',
    head: t('parts.link.result'),
    cell: ({ result, isModel }) => (
      <>
        {result ? t(`parts.result.${result}`) : '–'}
        {isModel && (
          <span className="parts-under">
            <Status kind="done">{t('parts.link.isModel')}</Status>
          </span>
        )}
      </>
    ),
  },
]

const linkRows = (): readonly FieldRow[] => [
  [
    { key: 'partnerName', label: 'parts.link.partner', kind: 'text', isRequired: true },
    {
      key: 'partnerKind',
      label: 'parts.link.partnerKind',
      kind: 'choice',
      isRequired: true,
      options: options.partner(),
    },
    { key: 'partnerCode', label: 'parts.link.partnerCode', kind: 'text' },
  ],
  [
    { key: 'product', label: 'parts.product', kind: 'text', isRequired: true },
    { key: 'commodity', label: 'parts.commodity', kind: 'commodity' },
    { key: 'season', label: 'parts.link.season', kind: 'text' },
  ],
  [
    { key: 'contractNo', label: 'parts.link.contractNo', kind: 'text' },
    { key: 'signedOn', label: 'parts.link.signedOn', kind: 'day' },
  ],
  [
    { key: 'fromOn', label: 'parts.from', kind: 'day', isRequired: true },
    { key: 'untilOn', label: 'parts.until', kind: 'day' },
  ],
  [
    { key: 'area', label: 'parts.product.area', kind: 'number', unit: 'ha' },
    { key: 'households', label: 'parts.area.households', kind: 'whole' },
  ],
  [
    { key: 'committed', label: 'parts.link.committed', kind: 'number' },
    { key: 'delivered', label: 'parts.link.delivered', kind: 'number' },
    { key: 'measure', label: 'parts.product.measure', kind: 'text' },
  ],
  [
    { key: 'priceRule', label: 'parts.link.priceRule', kind: 'text' },
    { key: 'value', label: 'parts.link.value', kind: 'money' },
  ],
  [
    { key: 'offtake', label: 'parts.link.offtake', kind: 'choice', options: options.offtake() },
    { key: 'result', label: 'parts.link.result', kind: 'choice', options: options.result() },
  ],
  [{ key: 'evaluation', label: 'parts.link.evaluation', kind: 'area' }],
  [{ key: 'documentId', label: 'parts.document', kind: 'paper' }],
  [{ key: 'isModel', label: 'parts.link.isModel', kind: 'check' }],
  [{ key: 'note', label: 'parts.note', kind: 'text' }],
]

export const MARKET_COLUMNS: readonly Column<MarketNotice>[] = [
  {
    id: 'title',
    head: t('parts.market.title'),
    phone: 'title',
    cell: ({ title, note }) => (
      <>
        {title}
        {note && <small>{note}</small>}
      </>
    ),
  },
  {
    id: 'side',
    head: t('parts.market.side'),
    phone: 'line',
    cell: ({ side }) => t(`parts.side.${side}`),
  },
  {
    id: 'quantity',
    head: t('parts.market.quantity'),
    isFigure: true,
    cell: ({ quantity, measure }) => amountWords(quantity, measure ?? ''),
  },
  { id: 'price', head: t('parts.market.price'), cell: ({ price }) => price ?? '–' },
  { id: 'contact', head: t('parts.market.contact'), cell: ({ contact }) => contact ?? '–' },
  {
    id: 'days',
    head: t('parts.days'),
    cell: ({ fromOn, untilOn }) => <span className="figures">{spanWords(fromOn, untilOn)}</span>,
  },
  {
    id: 'state',
    head: t('parts.state'),
    phone: 'end',
    cell: ({ state }) => t(`parts.marketState.${state}`),
  },
]

const marketRows = (): readonly FieldRow[] => [
  [
    {
      key: 'side',
      label: 'parts.market.side',
      kind: 'choice',
      isRequired: true,
      options: options.side(),
    },
    { key: 'commodity', label: 'parts.commodity', kind: 'commodity' },
  ],
  [{ key: 'title', label: 'parts.market.title', kind: 'text', isRequired: true }],
  [
    { key: 'quantity', label: 'parts.market.quantity', kind: 'number' },
    { key: 'measure', label: 'parts.product.measure', kind: 'text' },
    { key: 'price', label: 'parts.market.price', kind: 'text' },
  ],
  [
    { key: 'place', label: 'parts.place', kind: 'text' },
    { key: 'contact', label: 'parts.market.contact', kind: 'text' },
  ],
  [
    { key: 'fromOn', label: 'parts.from', kind: 'day', isRequired: true },
    { key: 'untilOn', label: 'parts.until', kind: 'day', isRequired: true },
    { key: 'closedOn', label: 'parts.market.closedOn', kind: 'day' },
  ],
  [{ key: 'outcome', label: 'parts.market.outcome', kind: 'text' }],
  [{ key: 'note', label: 'parts.note', kind: 'text' }],
]
