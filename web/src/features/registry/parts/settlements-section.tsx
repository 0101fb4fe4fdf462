import { type Debt, type Settlement, Settlements } from '@hopluc/shared/entity-parts-debts'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import type { Column } from '../../../ui/table.tsx'
import type { EntityPartProps } from '../sections.ts'
import type { FieldRow } from './fields.tsx'
import { PartSection } from './part-section.tsx'
import { million, options } from './words.ts'

const nameOf = (debts: readonly Debt[], id: string) => {
  const debt = debts.find((one) => one.id === id)
  return debt
    ? [debt.partyName ?? t(`parts.party.${debt.party}`), debt.subject].filter(Boolean).join(', ')
    : ''
}

/** What was paid, set off and written off, newest first. */
export function SettlementsSection({
  part,
  debts,
}: {
  part: EntityPartProps
  debts: readonly Debt[]
}) {
  if (debts.length === 0) return null
  const columns: readonly Column<Settlement>[] = [
    {
      id: 'day',
      head: t('parts.settlement.onDay'),
      phone: 'line',
      cell: ({ onDay }) => <span className="figures">{formatDate(onDay)}</span>,
    },
    {
      id: 'debt',
      head: t('parts.settlement.debt'),
      phone: 'title',
      cell: ({ debtId }) => nameOf(debts, debtId),
    },
    {
      id: 'kind',
      head: t('parts.settlement.kind'),
      cell: ({ kind }) => t(`parts.settlement.${kind}`),
    },
    {
      id: 'amount',
      head: t('parts.debt.amount'),
      isFigure: true,
      phone: 'end',
      cell: ({ amount }) => million(amount),
    },
    { id: 'decision', head: t('parts.decisionNo'), cell: ({ decisionNo }) => decisionNo ?? '–' },
  ]
  const choices = debts
    .filter(({ left }) => left > 0)
    .map(({ id, left }) => ({
      value: id,
      label: nameOf(debts, id),
      note: t('parts.debts.left', { amount: million(left) }),
    }))
  const settled = debts.map(({ id }) => ({ value: id, label: nameOf(debts, id) }))
  const rows: readonly FieldRow[] = [
    [
      {
        key: 'debtId',
        label: 'parts.settlement.debt',
        kind: 'choice',
        isRequired: true,
        options: choices.length > 0 ? choices : settled,
      },
    ],
    [
      {
        key: 'kind',
        label: 'parts.settlement.kind',
        kind: 'choice',
        isRequired: true,
        options: options.settlement(),
      },
      { key: 'onDay', label: 'parts.settlement.onDay', kind: 'day', isRequired: true },
    ],
    [
      { key: 'amount', label: 'parts.debt.amountDong', kind: 'money', isRequired: true },
      { key: 'decisionNo', label: 'parts.decisionNo', kind: 'text' },
    ],
    [{ key: 'documentId', label: 'parts.document', kind: 'paper' }],
    [{ key: 'note', label: 'parts.note', kind: 'text' }],
  ]
  return (
    <PartSection<Settlement>
      part={part}
      noun="settlements"
      list={Settlements}
      columns={columns}
      rows={rows}
      initial={{ kind: 'paid', onDay: part.day }}
      words={{
        title: t('parts.settlements'),
        none: t('parts.settlements.none'),
        add: t('parts.settlements.add'),
        edit: t('parts.settlements.edit'),
      }}
    />
  )
}
