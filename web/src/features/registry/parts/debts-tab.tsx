import './parts.css'
import { IconPlus } from '@tabler/icons-react'
import type { Debt, Debts, DebtSums } from '@hopluc/shared/entity-parts-debts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../../ui/states.tsx'
import { Status } from '../../../ui/status.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { EntityPartProps } from '../sections.ts'
import type { FieldRow } from './fields.tsx'
import { PartDialog } from './part-dialog.tsx'
import { More, ofPart, Warnings } from './part-section.tsx'
import { debtsQuery } from './queries.ts'
import { SettlementsSection } from './settlements-section.tsx'
import { million, options } from './words.ts'

/** What is owed to it and by it; names stand only for the entity itself and whoever keeps the register. */
export function DebtsTab(part: EntityPartProps) {
  const pages = useInfiniteQuery(debtsQuery(ofPart(part)))
  const { error, refetch } = pages
  const data = pages.data?.pages.at(-1)
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  const [open, setOpen] = useState<Debt | 'owed_to' | 'owed_by' | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={6} />
  return (
    <>
      <Warnings of={data.warnings} />
      {!data.isOpen && <Notice kind="info">{t('parts.debts.closed')}</Notice>}
      {(['owed_to', 'owed_by'] as const).map((direction) => (
        <Section
          key={direction}
          title={t(`parts.debts.${direction}`)}
          note={t('parts.debts.left', { amount: million(leftOf(data, direction)) })}
          more={
            data.mayChange && (
              <Button kind="quiet" isSmall icon={IconPlus} onPress={() => setOpen(direction)}>
                {t('parts.debts.add')}
              </Button>
            )
          }
        >
          {data.isOpen ? (
            <Table
              label={t(`parts.debts.${direction}`)}
              columns={COLUMNS}
              rows={items.filter((one) => one.direction === direction)}
              rowKey={({ id }) => id}
              isTall
              empty={<EmptyState>{t(`parts.debts.${direction}.none`)}</EmptyState>}
              {...(data.mayChange && { onOpen: setOpen })}
            />
          ) : (
            <Table
              label={t(`parts.debts.${direction}`)}
              columns={SUM_COLUMNS}
              rows={data.sums.filter((one) => one.direction === direction)}
              rowKey={({ party }) => party}
              empty={<EmptyState>{t(`parts.debts.${direction}.none`)}</EmptyState>}
            />
          )}
        </Section>
      ))}
      <More of={pages} />
      {data.isOpen && <SettlementsSection part={part} debts={items} />}
      {open && (
        <PartDialog
          title={t(typeof open === 'string' ? 'parts.debts.add' : 'parts.debts.edit')}
          entityId={part.entity.id}
          noun="debts"
          rows={ROWS}
          record={typeof open === 'string' ? null : open}
          initial={typeof open === 'string' ? { direction: open } : undefined}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

const leftOf = ({ sums }: Debts, direction: DebtSums['direction']) =>
  sums.filter((one) => one.direction === direction).reduce((sum, { left }) => sum + left, 0)

export const partyName = ({ party, partyName: name }: Pick<Debt, 'party' | 'partyName'>) =>
  name ?? t(`parts.party.${party}`)

const COLUMNS: readonly Column<Debt>[] = [
  {
    id: 'party',
    head: t('parts.debt.party'),
    phone: 'title',
    cell: (debt) => (
      <>
        {partyName(debt)}
        <small>
          {[debt.partyName && t(`parts.party.${debt.party}`), debt.subject]
            .filter(Boolean)
            .join(', ')}
        </small>
      </>
    ),
  },
  {
    id: 'arisen',
    head: t('parts.debt.arisenOn'),
    phone: 'line',
    cell: ({ arisenOn, age }) => (
      <>
        <span className="figures">{formatDate(arisenOn)}</span>
        <small>{t(`parts.debtAge.${age}`)}</small>
      </>
    ),
  },
  {
    id: 'amount',
    head: t('parts.debt.amount'),
    isFigure: true,
    cell: ({ amount }) => million(amount),
  },
  { id: 'paid', head: t('parts.debt.paid'), isFigure: true, cell: ({ paid }) => million(paid) },
  {
    id: 'written',
    head: t('parts.debt.writtenOff'),
    isFigure: true,
    cell: ({ writtenOff }) => million(writtenOff),
  },
  {
    id: 'left',
    head: t('parts.debt.left'),
    isFigure: true,
    phone: 'end',
    cell: ({ left }) => <b>{million(left)}</b>,
  },
  {
    id: 'state',
    head: t('parts.debt.plan'),
    cell: ({ plan, planBy, isOverdue, isDoubtful, dueOn }) => (
      <>
        {isOverdue && dueOn && (
          <Status kind="late">{t('parts.debt.overdue', { day: formatDate(dueOn) })}</Status>
        )}
        {isDoubtful && <Status kind="soon">{t('parts.debt.doubtful')}</Status>}
        {plan && <small>{[plan, planBy && formatDate(planBy)].filter(Boolean).join(', ')}</small>}
      </>
    ),
  },
]

const SUM_COLUMNS: readonly Column<DebtSums>[] = [
  {
    id: 'party',
    head: t('parts.debt.party'),
    phone: 'title',
    cell: ({ party }) => t(`parts.party.${party}`),
  },
  { id: 'count', head: t('parts.debt.count'), isFigure: true, cell: ({ count }) => count },
  {
    id: 'amount',
    head: t('parts.debt.amount'),
    isFigure: true,
    cell: ({ amount }) => million(amount),
  },
  { id: 'paid', head: t('parts.debt.paid'), isFigure: true, cell: ({ paid }) => million(paid) },
  {
    id: 'written',
    head: t('parts.debt.writtenOff'),
    isFigure: true,
    cell: ({ writtenOff }) => million(writtenOff),
  },
  {
    id: 'left',
    head: t('parts.debt.left'),
    isFigure: true,
    phone: 'end',
    cell: ({ left }) => <b>{million(left)}</b>,
  },
  { id: 'old', head: t('parts.debt.old'), isFigure: true, cell: ({ old }) => million(old) },
]

const ROWS: readonly FieldRow[] = [
  [
    {
      key: 'direction',
      label: 'parts.debt.direction',
      kind: 'choice',
      isRequired: true,
      options: options.direction(),
    },
    {
      key: 'party',
      label: 'parts.debt.partyKind',
      kind: 'choice',
      isRequired: true,
      options: options.party(),
    },
  ],
  [
    { key: 'partyName', label: 'parts.debt.partyName', kind: 'text' },
    { key: 'subject', label: 'parts.debt.subject', kind: 'text' },
  ],
  [{ key: 'amount', label: 'parts.debt.amountDong', kind: 'money', isRequired: true }],
  [
    { key: 'arisenOn', label: 'parts.debt.arisenOn', kind: 'day', isRequired: true },
    { key: 'dueOn', label: 'parts.debt.dueOn', kind: 'day' },
  ],
  [{ key: 'isDoubtful', label: 'parts.debt.doubtful', kind: 'check' }],
  [{ key: 'plan', label: 'parts.debt.plan', kind: 'area' }],
  [{ key: 'planBy', label: 'parts.debt.planBy', kind: 'day' }],
  [{ key: 'documentId', label: 'parts.document', kind: 'paper' }],
  [{ key: 'note', label: 'parts.note', kind: 'text' }],
]
