import './parts.css'
import { Certificates, Products } from '@hopluc/shared/entity-parts-products'
import { Memberships, ValueLinks } from '@hopluc/shared/entity-parts-links'
import { useQuery } from '@tanstack/react-query'
import { formatDate, formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Section } from '../../../ui/page.tsx'
import { SearchLink } from '../../../ui/search-link.tsx'
import type { EntityPartProps } from '../sections.ts'
import { CertificateStateMark, certificateWords } from './certificate-state.tsx'
import { Sparkline } from './figures-grid.tsx'
import { MemberBar } from './member-bar.tsx'
import { ofPart } from './part-section.tsx'
import { figuresQuery, membersQuery, partQuery } from './queries.ts'
import { amountWords } from './words.ts'

const SHOWN = ['H8', 'H13', 'H10', 'H11', 'K6']
const YEARS = 4

/** The few figures by which it is known, over the last years. */
export function FiguresSection(part: EntityPartProps) {
  const { data } = useQuery(figuresQuery(ofPart(part)))
  const rows = (data?.rows ?? []).filter(({ key }) => SHOWN.includes(key))
  const stated = new Set(
    data?.cells.filter(({ key }) => SHOWN.includes(key)).map(({ year }) => year),
  )
  const years = (data?.years ?? []).filter((year) => stated.has(year)).slice(-YEARS)
  return (
    <Section
      title={t('parts.figures.over')}
      more={<SearchLink change={{ tab: 'figures' }}>{t('parts.figures.all')}</SearchLink>}
    >
      {data && years.length === 0 && <p className="muted small">{t('parts.figures.nothing')}</p>}
      {data && years.length > 0 && (
        <table className="parts-grid parts-grid-short" aria-label={t('parts.figures.over')}>
          <thead>
            <tr>
              <th scope="col">{t('parts.figures.indicator')}</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
              <th aria-label={t('parts.figures.trend')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const values = years.map((year) =>
                data.cells.find((cell) => cell.key === row.key && cell.year === year),
              )
              if (values.every((cell) => cell === undefined)) return null
              return (
                <tr key={row.key}>
                  <th scope="row">
                    {row.name} <span className="muted">{row.measure}</span>
                  </th>
                  {values.map((cell, index) => (
                    <td key={years[index]} className={cell ? '' : 'parts-grid-missing'}>
                      {cell &&
                        (cell.shown === null ? t('parts.figures.none') : formatNumber(cell.shown))}
                    </td>
                  ))}
                  <td>
                    <Sparkline values={values.map((cell) => cell?.shown ?? null)} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** How many members of what kind. */
export function MembersSection(part: EntityPartProps) {
  const { data } = useQuery(membersQuery(ofPart(part), { limit: 1 }))
  return (
    <Section
      title={t('parts.members.short')}
      note={
        data &&
        data.total.members > 0 &&
        t('parts.members.note', { count: formatNumber(data.total.members) })
      }
      more={<SearchLink change={{ tab: 'members' }}>{t('parts.members')}</SearchLink>}
    >
      {data && <MemberBar page={data} />}
      {data?.total.members === 0 && <p className="muted small">{t('parts.members.none')}</p>}
    </Section>
  )
}

/** Products of today, with their certificates. */
export function ProductsSection(part: EntityPartProps) {
  const { data: products } = useQuery(partQuery('products', Products, ofPart(part)))
  const { data: certificates } = useQuery(partQuery('certificates', Certificates, ofPart(part)))
  const now = (products?.items ?? []).filter(({ isCurrent }) => isCurrent)
  const held = (certificates?.items ?? []).filter(
    ({ state }) => state === 'valid' || state === 'expiring',
  )
  const loose = held.filter(({ productId }) => !now.some(({ id }) => id === productId))
  return (
    <Section
      title={t('parts.products.short')}
      more={<SearchLink change={{ tab: 'products' }}>{t('parts.products.all')}</SearchLink>}
    >
      {products && now.length === 0 && held.length === 0 && (
        <p className="muted small">{t('parts.products.none')}</p>
      )}
      <ul className="parts-lines">
        {now.map(({ id, name, area, measure, years }) => {
          const last = years.toSorted((one, other) => other.year - one.year)[0]
          return (
            <li key={id}>
              <b>{name}</b>
              <span className="figures">{amountWords(area, 'ha')}</span>
              <span className="figures">
                {last ? `${amountWords(last.output, measure)} (${last.year})` : ''}
              </span>
              <span className="parts-whole">
                {held
                  .filter(({ productId }) => productId === id)
                  .map((one) => (
                    <span key={one.id} className="registry-line">
                      {certificateWords(one)} <CertificateStateMark of={one} />
                    </span>
                  ))}
              </span>
            </li>
          )
        })}
        {loose.map((one) => (
          <li key={one.id}>
            <b>{certificateWords(one)}</b>
            <CertificateStateMark of={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Links that hold, with what was promised and brought. */
export function LinksSection(part: EntityPartProps) {
  const { data } = useQuery(partQuery('value-links', ValueLinks, ofPart(part)))
  const now = (data?.items ?? []).filter(({ isCurrent }) => isCurrent)
  return (
    <Section
      title={t('parts.links')}
      note={data && t('parts.links.note', { count: now.length })}
      more={<SearchLink change={{ tab: 'links' }}>{t('parts.links.all')}</SearchLink>}
    >
      <ul className="parts-lines">
        {now
          .slice(0, 5)
          .map(({ id, partnerName, product, committed, delivered, measure, untilOn }) => (
            <li key={id}>
              <b>{partnerName}</b>
              <span>{product}</span>
              <span className="figures">
                {amountWords(delivered, measure)} / {amountWords(committed, measure)}
              </span>
              <span className="figures">{untilOn ? formatDate(untilOn) : ''}</span>
            </li>
          ))}
      </ul>
    </Section>
  )
}

/** Of which Alliance and which union it is a member. */
export function BodiesSection(part: EntityPartProps) {
  const { data } = useQuery(partQuery('memberships', Memberships, ofPart(part)))
  const now = (data?.items ?? []).filter(({ isCurrent }) => isCurrent)
  if (now.length === 0) return null
  return (
    <Section title={t('parts.memberships.short')}>
      <ul className="parts-lines">
        {now.map(({ id, name, fromOn }) => (
          <li key={id}>
            <b>{name}</b>
            <span className="figures">{t('parts.since', { day: formatDate(fromOn) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
