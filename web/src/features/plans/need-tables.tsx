import type { NeedAgency, NeedPolicy, PlanNeeds } from '@hopluc/shared/plan-needs'
import { useState } from 'react'
import { dayOf, formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { AllotNeedsDialog } from './need-dialogs.tsx'

const number = (value: number | null) => (value === null ? '–' : formatNumber(value))
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((all, one) => all + (one ?? 0), 0)

/** By policy: the need, the money, what is left of it, what is not covered. */
export function PolicyTable({ data: { policies, year, isWhole } }: { data: PlanNeeds }) {
  const all: readonly Column<NeedPolicy>[] = [
    {
      id: 'policy',
      head: t('needs.column.policy'),
      phone: 'title',
      cell: ({ name, basis, source, needed, allotted, open }) => (
        <>
          {name}
          <ForPhone needed={needed} allotted={allotted} open={open} year={year} />
          <small>
            {[basis, source && t('needs.source', { source })].filter(Boolean).join(' · ')}
          </small>
        </>
      ),
    },
    {
      id: 'thisYear',
      head: t('needs.column.thisYear', { year: year - 1 }),
      isFigure: true,
      cell: ({ thisYear }) => number(thisYear),
    },
    {
      id: 'needed',
      head: t('needs.column.needed', { year }),
      isFigure: true,
      cell: ({ needed }) => number(needed),
    },
    {
      id: 'budget',
      head: t('needs.column.budget'),
      isFigure: true,
      cell: ({ budget }) => number(budget),
    },
    {
      id: 'given',
      head: t('needs.column.given'),
      isFigure: true,
      cell: ({ allotted, beyond }) => (
        <>
          {number(allotted)}
          {beyond > 0 && (
            <small className="amber">{t('needs.beyond', { amount: formatNumber(beyond) })}</small>
          )}
        </>
      ),
    },
    {
      id: 'rest',
      head: t('needs.column.rest'),
      isFigure: true,
      cell: ({ rest }) => <Rest rest={rest} />,
    },
    {
      id: 'open',
      head: t('needs.column.open'),
      isFigure: true,
      cell: ({ open }) => <span className={open > 0 ? 'amber' : ''}>{number(open)}</span>,
    },
  ]
  const money = policies.filter(({ budget }) => budget !== null)
  return (
    <Table
      label={t('needs.policies')}
      columns={isWhole ? all : all.filter(({ id }) => id !== 'budget' && id !== 'rest')}
      rows={policies}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      isTall
      {...(policies.length > 0 && {
        sum: {
          policy: (
            <>
              {t('needs.sum')}
              <ForPhone
                needed={sum(policies.map((one) => one.needed))}
                allotted={sum(policies.map((one) => one.allotted))}
                open={sum(policies.map((one) => one.open))}
                year={year}
              />
            </>
          ),
          thisYear: number(sum(policies.map((one) => one.thisYear))),
          needed: number(sum(policies.map((one) => one.needed))),
          budget: money.length > 0 ? number(sum(money.map((one) => one.budget))) : '–',
          given: number(sum(policies.map((one) => one.allotted))),
          open: number(sum(policies.map((one) => one.open))),
        },
      })}
      empty={<EmptyState>{t('needs.policies.none')}</EmptyState>}
    />
  )
}

const openOf = (lines: NeedAgency['lines']) =>
  sum(lines.map(({ amount, allotted }) => Math.max(0, (amount ?? 0) - (allotted ?? 0))))

/** On a phone, where columns have no heads. */
function ForPhone(props: { needed: number; allotted: number; open: number; year: number }) {
  const { needed, allotted, open, year } = props
  return (
    <span className="needs-phone">
      {[
        `${t('needs.column.needed', { year })}: ${number(needed)}`,
        `${t('needs.column.given')}: ${number(allotted)}`,
        `${t('needs.column.open')}: ${number(open)}`,
      ].join(' · ')}
    </span>
  )
}

/** Of the money that there is. */
function Rest({ rest }: { rest: number | null }) {
  if (rest === null) return '–'
  if (rest === 0) return t('needs.rest.exact')
  const amount = formatNumber(Math.abs(rest))
  return rest > 0 ? (
    t('needs.rest.left', { amount })
  ) : (
    <span className="red">{t('needs.rest.over', { amount })}</span>
  )
}

/** Who needs what, and what they are allotted. */
export function AgencyTable({ data }: { data: PlanNeeds }) {
  const [chosen, setChosen] = useState<NeedAgency | null>(null)
  const { agencies, policies, year } = data
  const mayAllot = data.allowed.includes('allot')
  const nameOf = (id: string) => policies.find((one) => one.id === id)?.name ?? ''
  const columns: readonly Column<NeedAgency>[] = [
    {
      id: 'agency',
      head: t('needs.column.agency'),
      phone: 'title',
      cell: ({ name, isDepartment, byWords, statedAt, lines }) => (
        <>
          {name}
          <ForPhone
            needed={sum(lines.map(({ amount }) => amount))}
            allotted={sum(lines.map(({ allotted }) => allotted))}
            open={openOf(lines)}
            year={year}
          />
          <small>
            {[
              isDepartment && t('needs.department'),
              byWords &&
                statedAt &&
                t('needs.stated', { by: byWords, day: formatDate(dayOf(statedAt)) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
          <small>
            {lines
              .filter(({ amount }) => (amount ?? 0) > 0)
              .map(({ policyId, amount, note }) =>
                [`${nameOf(policyId)}: ${number(amount)}`, note && `(${note})`]
                  .filter(Boolean)
                  .join(' '),
              )
              .join('; ')}
          </small>
        </>
      ),
    },
    {
      id: 'thisYear',
      head: t('needs.column.thisYear', { year: year - 1 }),
      isFigure: true,
      cell: ({ lines }) => number(sum(lines.map((one) => one.thisYear))),
    },
    {
      id: 'needed',
      head: t('needs.column.needed', { year }),
      isFigure: true,
      cell: ({ lines }) => number(sum(lines.map((one) => one.amount))),
    },
    {
      id: 'given',
      head: t('needs.column.given'),
      isFigure: true,
      cell: ({ lines }) => number(sum(lines.map((one) => one.allotted))),
    },
    {
      id: 'open',
      head: t('needs.column.open'),
      isFigure: true,
      cell: ({ lines }) => {
        const open = openOf(lines)
        return <span className={open > 0 ? 'amber' : ''}>{number(open)}</span>
      },
    },
    {
      id: 'allot',
      head: '',
      phone: 'line',
      cell: (agency) => (
        <Button isSmall onPress={() => setChosen(agency)}>
          {t('needs.allot')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <Table
        label={t('needs.agencies')}
        columns={mayAllot ? columns : columns.filter(({ id }) => id !== 'allot')}
        rows={agencies}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        isTall
        empty={<EmptyState>{t('needs.agencies.none')}</EmptyState>}
      />
      {chosen && <AllotNeedsDialog data={data} agency={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
