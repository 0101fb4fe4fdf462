import './documents.css'
import { IconPrinter } from '@tabler/icons-react'
import type { BookRow } from '@hopluc/shared/document-books'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { bookQuery, documentOptionsQuery } from './queries.ts'

const route = getRouteApi('/app/documents/books')
const FIRST_YEAR = 2018

/** Sổ đăng ký văn bản đi, đến: one body, one year, to be printed. */
export function BookPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useSession()
  const { data: options } = useSuspenseQuery(documentOptionsQuery)
  const thisYear = Number(today.slice(0, 4))
  const direction = search.direction ?? 'outgoing'
  const year = search.year ?? thisYear
  const bodyId = search.body ?? options.bodies.at(0)?.id ?? ''
  const book = { direction, year, bodyId }
  const { data, error } = useQuery({ ...bookQuery(book), enabled: bodyId !== '' })
  const items = data?.items ?? []
  const missing = data?.missing ?? []
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index)
  return (
    <Page
      title={t('documents.book.title')}
      crumbs={[{ label: t('documents.title'), to: '/documents' }, { label: t('documents.books') }]}
      actions={
        <>
          {bodyId !== '' && <ExcelButton path="/documents/books" search={book} />}
          <PrintButton book={book} />
        </>
      }
    >
      <TabLinks
        label={t('documents.book.title')}
        tabs={(['outgoing', 'incoming'] as const).map((one) => ({
          id: one,
          label: t(`documents.book.${one}`),
          change: { direction: one },
          isCurrent: direction === one,
        }))}
      />
      <search className="documents-filters">
        <Select
          label={t('documents.book.body')}
          prefix={t('documents.book.body')}
          value={bodyId}
          options={options.bodies.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(body) => void navigate({ search: (now) => ({ ...now, body }) })}
        />
        <Select
          label={t('documents.year')}
          prefix={t('documents.year')}
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(one) => void navigate({ search: (now) => ({ ...now, year: Number(one) }) })}
        />
        <span className="muted small">{t('documents.book.count', { count: items.length })}</span>
      </search>
      {error && <ErrorState error={error} />}
      {missing.length > 0 && (
        <Notice kind="warning">
          {t('documents.book.missing', { numbers: ranges(missing).join(', ') })}
        </Notice>
      )}
      <Table
        label={t('documents.book.title')}
        columns={direction === 'outgoing' ? OUTGOING() : INCOMING()}
        rows={items}
        rowKey={({ id }) => id}
        rowName={({ abstract }) => abstract}
        isTall
        empty={<EmptyState>{t('documents.book.none')}</EmptyState>}
      />
    </Page>
  )
}

/** 1 – 20, 22: numbers that follow each other are said once. */
function ranges(numbers: readonly number[]): string[] {
  const found: [number, number][] = []
  for (const one of numbers) {
    const last = found.at(-1)
    if (last && last[1] === one - 1) last[1] = one
    else found.push([one, one])
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from} – ${to}`))
}

type Head = Pick<Column<BookRow>, 'width' | 'phone' | 'isFigure'>
const column = (
  id: string,
  head: string,
  cell: Column<BookRow>['cell'],
  more: Head = {},
): Column<BookRow> => ({ id, head, cell, ...more })

const abstract = () =>
  column(
    'abstract',
    t('documents.abstract'),
    ({ id, kind, abstract: words }) => (
      <Link to="/documents/$id" params={{ id }}>
        {t(`documents.kind.${kind}`)}: {words}
      </Link>
    ),
    { phone: 'title' },
  )
const symbol = () =>
  column('symbol', t('documents.symbol'), (row) => row.symbol ?? '–', {
    width: '140px',
    phone: 'line',
  })
const day = () =>
  column('issuedOn', t('documents.issuedOn'), (row) => row.issuedOn && formatDate(row.issuedOn), {
    width: '100px',
    phone: 'end',
  })

const OUTGOING = () => [
  symbol(),
  day(),
  abstract(),
  column('signer', t('documents.signer'), (row) => row.signerName, { width: '160px' }),
  column(
    'recipients',
    t('documents.page.recipients'),
    (row) => (
      <span className="documents-clamped" title={row.recipients}>
        {row.recipients}
      </span>
    ),
    { width: '220px' },
  ),
  column('keptAt', t('documents.page.keptAt'), (row) => row.keptAt, { width: '130px' }),
  column('copies', t('documents.page.copies'), (row) => row.copies, {
    width: '90px',
    isFigure: true,
  }),
]

const INCOMING = () => [
  column(
    'arrivedOn',
    t('documents.arrivedOn'),
    (row) => row.arrivedOn && formatDate(row.arrivedOn),
    { width: '100px', phone: 'end' },
  ),
  column('serial', t('documents.arrived'), (row) => row.serial, {
    width: '80px',
    isFigure: true,
    phone: 'line',
  }),
  column('issuer', t('documents.issuer'), (row) => row.issuerName, { width: '220px' }),
  symbol(),
  column('issuedOn', t('documents.issuedOn'), (row) => row.issuedOn && formatDate(row.issuedOn), {
    width: '100px',
  }),
  abstract(),
]

/** The book in Word, to be printed and bound. */
function PrintButton({ book }: { book: { direction: string; year: number; bodyId: string } }) {
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.download('/documents/books', { ...book, format: 'docx' }),
    onError: (error) => toast(sentence(error), { kind: 'late' }),
  })
  return (
    <Button
      icon={IconPrinter}
      isPending={isPending}
      isDisabled={!book.bodyId}
      onPress={() => mutate()}
    >
      {t('documents.book.word')}
    </Button>
  )
}
