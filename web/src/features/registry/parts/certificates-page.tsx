import '../registry.css'
import './parts.css'
import { CERTIFICATE_WORDS } from '@hopluc/shared/entity-words'
import { CertificateKind, type CertificateItem } from '@hopluc/shared/entity-parts-products'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Page } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Select } from '../../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { UnitPicker } from '../../organisation/pickers.tsx'
import { unitWords } from '../../organisation/words.ts'
import { RegistryViews } from '../registry-views.tsx'
import { say } from '../words.ts'
import { CertificateStateMark, certificateWords } from './certificate-state.tsx'
import { certificatesQuery } from './queries.ts'

const route = getRouteApi('/app/registry/certificates')
const WITHIN = ['30', '90', '180', '365'] as const
const USUAL = '180'

const COLUMNS: readonly Column<CertificateItem>[] = [
  {
    id: 'entity',
    head: t('parts.affiliates.name'),
    phone: 'title',
    cell: ({ entity }) => (
      <Link to="/registry/$id" params={{ id: entity.id }} search={{ tab: 'products' }}>
        {entity.name}
      </Link>
    ),
  },
  { id: 'unit', head: t('parts.affiliates.unit'), cell: ({ entity }) => unitWords(entity.unit) },
  {
    id: 'kind',
    head: t('parts.certificate.kind'),
    phone: 'line',
    cell: (one) => (
      <>
        {certificateWords(one)}
        {one.productName && <small>{one.productName}</small>}
      </>
    ),
  },
  { id: 'number', head: t('parts.certificate.number'), cell: ({ number }) => number ?? '–' },
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

/** Certificates of the area, those that end next first. */
export function CertificatesPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const within = search.within ?? USUAL
  const { unit, kind, cursor } = search
  const where = {
    unit,
    kind,
    cursor,
    expiringWithin: within === 'all' ? undefined : within,
    asOf: 'asOf' in search ? search.asOf : undefined,
  }
  const { data, error, refetch } = useQuery(certificatesQuery(where))
  const set = (change: { within?: string; kind?: string | undefined; unit?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change, cursor: undefined }) })
  return (
    <Page
      title={t('parts.certificates.page')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
    >
      <RegistryViews />
      <div className="parts-filters">
        <Select
          label={t('parts.certificates.within')}
          value={within}
          onChange={(next) => set({ within: next })}
          options={[
            ...WITHIN.map((value) => ({
              value,
              label: t('parts.certificates.days', { days: value }),
            })),
            { value: 'all', label: t('parts.certificates.valid') },
          ]}
        />
        <Select
          label={t('parts.certificate.kind')}
          value={kind ?? 'all'}
          onChange={(next) => set({ kind: next === 'all' ? undefined : next })}
          options={[
            { value: 'all', label: t('parts.all') },
            ...CertificateKind.options.map((value) => ({
              value,
              label: say(CERTIFICATE_WORDS[value]),
            })),
          ]}
        />
        <UnitPicker
          label={t('registry.filter.unit')}
          value={unit ?? null}
          onChange={(next) => set({ unit: next ?? undefined })}
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <>
          <p className="muted small">
            {data.counts
              .map(({ kind: of, count }) => `${say(CERTIFICATE_WORDS[of])} ${count}`)
              .join(' · ')}
          </p>
          <Table
            label={t('parts.certificates.page')}
            columns={COLUMNS}
            rows={data.items}
            rowKey={({ id }) => id}
            isTall
            empty={<EmptyState>{t('parts.certificates.noneEnds')}</EmptyState>}
          />
          <Pager cursor={cursor} next={data.next} />
        </>
      )}
    </Page>
  )
}
