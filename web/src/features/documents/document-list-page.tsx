import './documents.css'
import { IconBook2, IconPlus, IconSearch } from '@tabler/icons-react'
import {
  Direction,
  DocumentState,
  type DocumentSummary,
  PaperKind,
  PaperUrgency,
} from '@hopluc/shared/documents'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { PersonalExcelButton } from '../../ui/personal-excel-button.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { DateText, Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchLink } from '../../ui/search-link.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useTyped } from '../search/use-typed.ts'
import { useSession } from '../session/queries.ts'
import { documentListQuery } from './queries.ts'
import { DocumentMarks, DocumentStatus, Snippet } from './words.tsx'

const route = getRouteApi('/app/documents')
const FIRST_YEAR = 2018

/** The register: what goes out, what came in, what papers rest on. */
export function DocumentListPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const { today, may } = useSession()
  const { data: page } = useSuspenseQuery(documentListQuery(search))
  const { direction, asOf, cursor, ...filters } = search
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const mayRegister = may.includes('document.register') && !asOf
  return (
    <Page
      title={t('documents.title')}
      actions={
        <>
          <ButtonLink to="/documents/books" icon={IconBook2}>
            {t('documents.books')}
          </ButtonLink>
          <PersonalExcelButton path="/documents" search={search} />
          {mayRegister && (
            <ButtonLink
              to="/documents/new"
              search={{ direction: direction ?? 'incoming' }}
              kind="primary"
              icon={IconPlus}
            >
              {t('documents.new')}
            </ButtonLink>
          )}
        </>
      }
    >
      <TabLinks
        label={t('documents.title')}
        tabs={[undefined, ...Direction.options].map((one) => ({
          id: one ?? 'all',
          label: t(`documents.direction.${one ?? 'all'}`),
          change: { direction: one },
          isCurrent: direction === one,
        }))}
      />
      <Filters year={Number(today.slice(0, 4))} isFiltered={isFiltered} />
      <Table
        label={t('documents.title')}
        columns={columns(direction === 'incoming', direction)}
        rows={page.items}
        rowKey={({ id }) => id}
        rowName={({ abstract }) => abstract}
        isTall
        onOpen={({ id }) => void navigate({ to: '/documents/$id', params: { id } })}
        empty={<EmptyState>{t(isFiltered ? 'documents.none.found' : 'documents.none')}</EmptyState>}
      />
      <Pager cursor={cursor} next={page.next}>
        {page.items.length > 0 && t('documents.shown', { count: page.items.length })}
      </Pager>
    </Page>
  )
}

function columns(isIncoming: boolean, direction: Direction | undefined): Column<DocumentSummary>[] {
  const arrival: Column<DocumentSummary> = {
    id: 'arrival',
    head: t('documents.arrived'),
    width: '96px',
    cell: ({ arrivalNo, arrivedOn }) => (
      <>
        <span className="figures">{arrivalNo ?? '–'}</span>
        {arrivedOn && (
          <small>
            <DateText value={arrivedOn} />
          </small>
        )}
      </>
    ),
  }
  const all: Column<DocumentSummary>[] = [
    {
      id: 'symbol',
      head: t('documents.symbol'),
      width: '150px',
      phone: 'line',
      cell: ({ symbol, number, issuedOn, state, direction: way }) => (
        <>
          <span className="figures">
            {way === 'outgoing' && number === null && state !== 'issued' ? (
              <span className="muted">{t('documents.symbol.none')}</span>
            ) : (
              (symbol ?? '–')
            )}
          </span>
          {issuedOn && (
            <small>
              <DateText value={issuedOn} />
            </small>
          )}
        </>
      ),
    },
    {
      id: 'abstract',
      head: t('documents.abstract'),
      phone: 'title',
      cell: (document) => (
        <>
          <Link className="row-title" to="/documents/$id" params={{ id: document.id }}>
            {document.abstract}
          </Link>
          <small>
            {t(`documents.kind.${document.kind}`)} <DocumentMarks {...document} />
          </small>
          <Snippet parts={document.snippet} />
        </>
      ),
    },
    {
      id: 'issuer',
      head: t('documents.issuer'),
      width: '250px',
      cell: ({ issuerName, signerName }) => (
        <>
          {issuerName}
          {signerName && <small>{signerName}</small>}
        </>
      ),
    },
    {
      id: 'state',
      head: t('documents.state'),
      width: '150px',
      phone: 'end',
      cell: (document) => <DocumentStatus {...document} />,
    },
  ]
  if (isIncoming) return [arrival, ...all]
  return direction === 'reference' ? all.filter(({ id }) => id !== 'state') : all
}

function Filters({ year, isFiltered }: { year: number; isFiltered: boolean }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const q = search.q ?? ''
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  const [typed, setTyped] = useTyped(q, (words) => change({ q: words }))
  const every = { value: '', label: t('documents.all') }
  const years = Array.from({ length: year - FIRST_YEAR + 1 }, (_, index) => String(year - index))
  return (
    <search className="documents-filters">
      <TextField
        label={t('documents.search')}
        isLabelHidden
        icon={IconSearch}
        placeholder={t('documents.search')}
        value={typed}
        onChange={setTyped}
        onClear={() => setTyped('')}
      />
      <Select
        label={t('documents.kind')}
        prefix={t('documents.kind')}
        value={search.kind ?? ''}
        options={[
          every,
          ...PaperKind.options.map((kind) => ({ value: kind, label: t(`documents.kind.${kind}`) })),
        ]}
        onChange={(kind) => change({ kind: kind || undefined })}
      />
      {search.direction !== 'reference' && (
        <Select
          label={t('documents.state')}
          prefix={t('documents.state')}
          value={search.state ?? ''}
          options={[
            every,
            ...DocumentState.options.map((state) => ({
              value: state,
              label: t(`documents.state.${state}`),
            })),
          ]}
          onChange={(state) => change({ state: state || undefined })}
        />
      )}
      <Select
        label={t('documents.year')}
        prefix={t('documents.year')}
        value={search.year ? String(search.year) : ''}
        options={[every, ...years.map((one) => ({ value: one, label: one }))]}
        onChange={(one) => change({ year: one ? Number(one) : undefined })}
      />
      <Select
        label={t('documents.urgency')}
        prefix={t('documents.urgency')}
        value={search.urgency ?? ''}
        options={[
          every,
          ...PaperUrgency.options.map((one) => ({
            value: one,
            label: t(`documents.urgency.${one}`),
          })),
        ]}
        onChange={(urgency) => change({ urgency: urgency || undefined })}
      />
      {isFiltered && (
        <SearchLink
          className="quiet-link"
          change={{
            q: undefined,
            kind: undefined,
            state: undefined,
            year: undefined,
            urgency: undefined,
          }}
        >
          {t('documents.clear')}
        </SearchLink>
      )}
    </search>
  )
}
