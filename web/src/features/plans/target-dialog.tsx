import { type Plan, readExpression, type Target, type TargetProposals } from '@hopluc/shared/plans'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Notice } from '../../ui/states.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { AgencyPicker } from '../organisation/pickers.tsx'
import { useAttempt } from '../tasks/attempt.ts'
import { CountedFields } from './counted-fields.tsx'
import { contentOf, EMPTY, formOf, type TargetForm } from './form-model.ts'
import { proposalsQuery, useAddTarget, useChangeTarget } from './queries.ts'

const OPS = ['at_least', 'at_most', 'exact', 'range'] as const

interface TargetDialogProps {
  readonly plan: Pick<Plan, 'id' | 'version' | 'rows' | 'state'>
  readonly target: Target | null
  readonly onClose: () => void
}

/** A target as the document words it, with what it aims at and how it is counted. */
export function TargetDialog({ plan, target, onClose }: TargetDialogProps) {
  const attempt = useAttempt()
  const add = useAddTarget(plan.id)
  const change = useChangeTarget(target?.target.id ?? '')
  const [form, setForm] = useState<TargetForm>(target ? formOf(target.target, target.quote) : EMPTY)
  const [paper, setPaper] = useState('')
  const [reason, setReason] = useState('')
  const [bad, setBad] = useState<{ bad: string; line?: string }>()
  const { data: proposals } = useQuery({ ...proposalsQuery(plan.id), enabled: target === null })
  const set = (next: Partial<TargetForm>) => setForm((before) => ({ ...before, ...next }))
  const isIssued = plan.state === 'issued'
  const isPending = add.isPending || change.isPending
  const error = add.error ?? change.error
  const required = (field: string) => (bad?.bad === field ? t('plans.required') : undefined)
  const done = () => {
    attempt.settle()
    toast(t('plans.saved'))
    onClose()
  }
  const save = () => {
    const rows = plan.rows
    const position = target?.target.position ?? (rows.at(-1)?.position ?? 0) + 1
    const made = contentOf(form, position, (code) => t('targets.field.code') + ' ' + code)
    if ('bad' in made) return setBad(made)
    if (isIssued && !paper.trim()) return setBad({ bad: 'paper' })
    setBad(undefined)
    if (target) {
      const body = {
        ...made.content,
        version: target.target.version,
        paper: paper.trim() || null,
        reason: reason.trim() || null,
      }
      return change.mutate(body, { onSuccess: done })
    }
    const body = { ...made.content, planVersion: plan.version }
    add.mutate({ body, key: attempt.keyFor(body) }, { onSuccess: done })
  }
  const title = t(
    target ? (isIssued ? 'targets.act.adjust' : 'targets.act.edit') : 'plans.addTarget',
  )
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {proposals && proposals.items.length > 0 && (
        <Proposals items={proposals.items} onUse={(next) => set(next)} />
      )}
      <Form onSubmit={save} error={error} label={title}>
        <TextField
          label={t('targets.field.words')}
          hint={t('targets.field.words.hint')}
          name="words"
          value={form.words}
          onChange={(words) => set({ words, ...(form.value === null && aimOf(words)) })}
          error={required('words')}
          isRequired
        />
        <TextArea
          label={t('targets.field.quote')}
          name="quote"
          value={form.quote}
          onChange={(quote) => set({ quote })}
        />
        <FormRow>
          <Select
            label={t('targets.field.op')}
            value={form.op}
            onChange={(op) => set({ op })}
            options={OPS.map((value) => ({ value, label: t(`targets.op.${value}`) }))}
          />
          <NumberField
            label={t('targets.field.value')}
            name="value"
            value={form.value ?? NaN}
            onChange={(value) => set({ value: Number.isNaN(value) ? null : value })}
            error={required('value')}
            unit={form.isShare ? '%' : undefined}
          />
          {form.op === 'range' && (
            <NumberField
              label={t('targets.field.to')}
              name="to"
              value={form.to ?? NaN}
              onChange={(to) => set({ to: Number.isNaN(to) ? null : to })}
              unit={form.isShare ? '%' : undefined}
            />
          )}
          {!form.isShare && (
            <TextField
              label={t('targets.field.measure')}
              name="measure"
              value={form.measure}
              onChange={(measure) => set({ measure })}
            />
          )}
        </FormRow>
        <Checkbox isSelected={form.isShare} onChange={(isShare) => set({ isShare })}>
          {t('targets.field.isShare')}
        </Checkbox>
        <TextArea
          label={t('targets.field.years')}
          hint={t('targets.field.years.hint')}
          name="years"
          value={form.years}
          onChange={(years) => set({ years })}
          error={
            bad?.bad === 'years'
              ? t('targets.field.years.bad', { line: bad.line ?? '' })
              : undefined
          }
        />
        <CountedFields form={form} set={set} required={required} />
        <Select
          label={t('targets.field.parent')}
          value={form.parentId || 'none'}
          onChange={(next) => set({ parentId: next === 'none' ? '' : next })}
          options={[
            { value: 'none', label: t('targets.field.parent.none') },
            ...plan.rows
              .filter(({ id, parentId }) => parentId === null && id !== target?.target.id)
              .map(({ id, words }) => ({ value: id, label: words })),
          ]}
        />
        <AgencyPicker
          label={t('targets.field.lead')}
          value={form.leadId}
          onChange={(leadId) => set({ leadId })}
        />
        {isIssued && (
          <>
            <TextField
              label={t('targets.field.paper')}
              name="paper"
              value={paper}
              onChange={setPaper}
              error={required('paper')}
              isRequired
            />
            <TextArea
              label={t('targets.field.reason')}
              name="reason"
              value={reason}
              onChange={setReason}
            />
          </>
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('plans.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** What the words aim at, as far as they can be read. */
function aimOf(words: string): Partial<TargetForm> {
  const expression = readExpression(words)
  const bound = expression?.bounds[0]?.bound
  if (!bound) return {}
  return {
    op: bound.op,
    value: bound.value,
    to: bound.op === 'range' ? bound.to : null,
    isShare: expression.as === 'share',
  }
}

function Proposals({
  items,
  onUse,
}: {
  items: TargetProposals['items']
  onUse: (form: Partial<TargetForm>) => void
}) {
  return (
    <section aria-label={t('targets.proposals')}>
      <h3 className="small">{t('targets.proposals')}</h3>
      <ul className="plans-lines">
        {items.map(({ words, quote, measure, expression }) => (
          <li key={`${words} ${quote}`}>
            <span>
              {words}
              <small>{quote}</small>
            </span>
            <Button
              isSmall
              onPress={() => {
                const bound = expression.bounds[0]?.bound
                onUse({
                  words,
                  quote,
                  measure,
                  isShare: expression.as === 'share',
                  ...(bound && {
                    op: bound.op,
                    value: bound.value,
                    to: bound.op === 'range' ? bound.to : null,
                  }),
                })
              }}
            >
              {t('targets.proposals.use')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
