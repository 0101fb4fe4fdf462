import type { LoanDue } from '@hopluc/shared/loans'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { dong } from './words.tsx'

/** Instalments with what of each is paid; `today` tells which are late. */
export function ScheduleTable({ dues, today }: { dues: readonly LoanDue[]; today: string }) {
  const sum = (of: (due: LoanDue) => number) => dong(dues.reduce((all, due) => all + of(due), 0))
  const isPaid = dues.some((due) => due.paidPrincipal + due.paidInterest > 0)
  return (
    <Table
      label={t('loans.schedule')}
      columns={columns(dues, today, isPaid)}
      rows={dues}
      rowKey={(due) => String(dues.indexOf(due))}
      rowName={({ dueOn }) => formatDate(dueOn)}
      sum={{
        dueOn: t('loans.sum'),
        principal: sum((due) => due.principal),
        interest: sum((due) => due.interest),
        late: sum((due) => due.late),
        paid: sum((due) => due.paidPrincipal + due.paidInterest + due.paidLate),
      }}
    />
  )
}

function columns(dues: readonly LoanDue[], today: string, isPaid: boolean): Column<LoanDue>[] {
  const isLate = dues.some(({ late }) => late > 0)
  return [
    {
      id: 'dueOn',
      head: t('loans.due.on'),
      phone: 'title',
      width: '120px',
      cell: ({ dueOn, isAhead }) => (
        <span className={isAhead ? 'figures loans-ahead' : 'figures'}>{formatDate(dueOn)}</span>
      ),
    },
    {
      id: 'principal',
      head: t('loans.due.principal'),
      isFigure: true,
      phone: 'line',
      cell: ({ principal }) => dong(principal),
    },
    {
      id: 'interest',
      head: t('loans.due.interest'),
      isFigure: true,
      phone: 'line',
      cell: ({ interest }) => dong(interest),
    },
    ...(isLate
      ? [
          {
            id: 'late',
            head: t('loans.due.late'),
            isFigure: true,
            cell: ({ late }: LoanDue) => late > 0 && dong(late),
          },
        ]
      : []),
    ...(isPaid
      ? [
          {
            id: 'paid',
            head: t('loans.due.paid'),
            isFigure: true,
            cell: (due: LoanDue) =>
              !due.isAhead && dong(due.paidPrincipal + due.paidInterest + due.paidLate),
          },
        ]
      : []),
    {
      id: 'state',
      head: t('loans.state'),
      phone: 'end',
      cell: (due) => <DueStatus due={due} today={today} />,
    },
  ]
}

function DueStatus({ due, today }: { due: LoanDue; today: string }) {
  if (due.isMoved) return <Status kind="cancelled">{t('loans.due.moved')}</Status>
  if (due.settledOn) return <Status kind="done">{t('loans.due.settled')}</Status>
  if (due.isAhead) return null
  const isLate = due.dueOn < today
  return (
    <Status kind={isLate ? 'late' : 'soon'}>{t(isLate ? 'loans.overdue' : 'loans.due.now')}</Status>
  )
}
