import { PaperKind } from '@hopluc/shared/documents'
import type { NewRetentionRule, RetentionRule } from '@hopluc/shared/purges'
import { addDays } from '@hopluc/shared/values'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { rulesQuery, useRules } from './queries.ts'

export function ruleWords({ kind, paperKind }: Pick<RetentionRule, 'kind' | 'paperKind'>): string {
  if (paperKind === null) return t(`purges.kind.${kind}`)
  return t(`documents.kind.${paperKind}`)
}

/** How long records are kept, as data: each rule with its basis and the day from which it holds. */
export function RulesSection() {
  const { data } = useSuspenseQuery(rulesQuery)
  const [isOpen, setOpen] = useState(false)
  const { end } = useRules()
  const { today } = useSession()
  const finish = (rule: RetentionRule) =>
    end.mutate(
      { id: rule.id, untilOn: addDays(today, -1) },
      {
        onSuccess: () => toast(t('purges.rules.ended')),
        onError: (error) => toast(sentence(error), { kind: 'late' }),
      },
    )
  return (
    <Section
      title={t('purges.rules')}
      more={
        <Button kind="quiet" isSmall icon={IconPlus} onPress={() => setOpen(true)}>
          {t('purges.rules.add')}
        </Button>
      }
    >
      <Table
        label={t('purges.rules')}
        columns={columns(finish)}
        rows={data.items}
        rowKey={({ id }) => id}
        rowName={ruleWords}
        empty={<EmptyState>{t('purges.rules.none')}</EmptyState>}
      />
      {isOpen && <RuleDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

const columns = (finish: (rule: RetentionRule) => void): Column<RetentionRule>[] => [
  { id: 'kind', head: t('purges.rules.kind'), phone: 'title', cell: ruleWords },
  {
    id: 'years',
    head: t('purges.rules.years'),
    width: '110px',
    phone: 'end',
    cell: ({ years }) => t('purges.rules.years.of', { count: years }),
  },
  { id: 'basis', head: t('purges.rules.basis'), phone: 'line', cell: ({ basis }) => basis },
  {
    id: 'fromOn',
    head: t('purges.rules.fromOn'),
    width: '140px',
    cell: ({ fromOn }) => <span className="figures">{formatDate(fromOn)}</span>,
  },
  {
    id: 'end',
    head: '',
    width: '110px',
    phone: 'line',
    cell: (rule) => (
      <Button
        kind="quiet"
        isSmall
        aria-label={t('purges.rules.end.label', { rule: ruleWords(rule) })}
        onPress={() => finish(rule)}
      >
        {t('purges.rules.end')}
      </Button>
    ),
  },
]

const RULED = ['document', 'meeting', 'task'] as const

function RuleDialog({ onClose }: { onClose: () => void }) {
  const { today } = useSession()
  const { add } = useRules()
  const [rule, setRule] = useState<NewRetentionRule>({
    kind: 'document',
    paperKind: null,
    years: 10,
    basis: '',
    fromOn: today,
  })
  const change = (next: Partial<NewRetentionRule>) => setRule((now) => ({ ...now, ...next }))
  const save = () =>
    add.mutate(rule, {
      onSuccess: () => {
        toast(t('purges.rules.saved'))
        onClose()
      },
    })
  return (
    <Dialog
      title={t('purges.rules.add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isPending={add.isPending}
            isDisabled={rule.basis.trim() === ''}
            onPress={save}
          >
            {t('purges.rules.add')}
          </Button>
        </>
      }
    >
      <Form onSubmit={save} error={add.error} label={t('purges.rules.add')}>
        <Select
          label={t('purges.rules.kind')}
          value={rule.kind}
          options={RULED.map((kind) => ({ value: kind, label: t(`purges.kind.${kind}`) }))}
          onChange={(kind) => change({ kind, paperKind: null })}
        />
        {rule.kind === 'document' && (
          <Select
            label={t('purges.rules.paperKind')}
            value={rule.paperKind ?? ''}
            options={[
              { value: '', label: t('purges.rules.paperKind.all') },
              ...PaperKind.options.map((kind) => ({
                value: kind,
                label: t(`documents.kind.${kind}`),
              })),
            ]}
            onChange={(kind) => change({ paperKind: kind === '' ? null : kind })}
          />
        )}
        <NumberField
          label={t('purges.rules.years')}
          unit={t('purges.rules.years.unit')}
          value={rule.years}
          minValue={1}
          maxValue={100}
          onChange={(years) => change({ years: years ?? 1 })}
        />
        <TextField
          label={t('purges.rules.basis')}
          value={rule.basis}
          isRequired
          onChange={(basis) => change({ basis })}
        />
        <DateField
          label={t('purges.rules.fromOn')}
          value={rule.fromOn}
          onChange={(fromOn) => fromOn && change({ fromOn })}
        />
      </Form>
      {add.error && <Notice kind="error">{sentence(add.error)}</Notice>}
    </Dialog>
  )
}
