import type { SupportAction, SupportApplication, SupportDeed } from '@hopluc/shared/support'
import { SUPPORT_KINDS } from '@hopluc/shared/support-kinds'
import { useState } from 'react'
import { language, type PlainKey, t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useSession } from '../session/queries.ts'
import type { KeptFile } from '../tasks/deeds/deed-draft.ts'
import { FilesField } from '../tasks/deeds/evidence-fields.tsx'
import { FormDialog, useSave } from './form-dialog.tsx'
import { useDeed } from './queries.ts'

interface DialogProps {
  readonly one: SupportApplication
  readonly action: SupportAction
  readonly onClose: () => void
}

interface Typed {
  amount: number | null
  on: string | null
  paper: string
  text: string
  nextDueOn: string | null
  results: Readonly<Record<string, number>>
  files: readonly KeptFile[]
}
type Asked = 'amount' | 'on' | 'paper' | 'text'

const TEXT_LABELS: Partial<Record<SupportAction, PlainKey>> = {
  accept: 'support.result',
  complete: 'support.completed',
}

/** What each deed asks for, and what of it may be left out. */
const FIELDS: Record<SupportAction, { asks: readonly Asked[]; free: readonly Asked[] }> = {
  approve: { asks: ['amount', 'on', 'paper', 'text'], free: ['text'] },
  refuse: { asks: ['text'], free: [] },
  return: { asks: ['text'], free: [] },
  complete: { asks: ['text'], free: [] },
  withdraw: { asks: ['text'], free: ['text'] },
  contract: { asks: ['on', 'paper'], free: [] },
  disburse: { asks: ['amount', 'on', 'paper'], free: ['paper'] },
  accept: { asks: ['on', 'paper', 'text'], free: ['paper'] },
}

/** A dialog of one deed: the fields that it asks for, its button, what went wrong. */
export function DeedDialogFor({ one, action, onClose }: DialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useDeed(one.id)
  const { save, missing } = useSave(mutate, onClose)
  const [id] = useState(newId)
  const [typed, setTyped] = useState<Typed>(() => ({
    amount: firstAmount(one, action),
    on: today,
    paper: '',
    text: '',
    nextDueOn: null,
    results: {},
    files: [],
  }))
  const [isBusy, setBusy] = useState(false)
  const { asks, free } = FIELDS[action]
  const needsReason = action === 'approve' && one.outcome !== 'met'
  const isFree = (key: Asked) => free.includes(key) && !(key === 'text' && needsReason)
  const isThere = (key: Asked) => isFree(key) || Boolean(wordsOf(typed[key]))
  const errorOf = (key: Asked) => missing(isThere(key))
  const send = () => save(asks.every(isThere) ? deedOf(action, one.version, id, typed) : undefined)
  return (
    <FormDialog
      title={t(`support.action.${action}`)}
      error={error}
      isPending={isPending}
      isBusy={isBusy}
      onSave={send}
      onClose={onClose}
    >
      {asks.includes('amount') && (
        <MoneyField
          label={t(action === 'approve' ? 'support.approved' : 'support.money')}
          name="amount"
          value={typed.amount}
          onChange={(amount) => setTyped({ ...typed, amount })}
          error={errorOf('amount')}
          isRequired
        />
      )}
      {asks.includes('on') && (
        <FormRow>
          <DatePicker
            label={t('support.on')}
            name="on"
            value={typed.on}
            onChange={(on) => setTyped({ ...typed, on })}
            max={today}
            error={errorOf('on')}
            isRequired
          />
          <TextField
            label={t(`support.paper.${action === 'approve' ? 'decision' : 'other'}`)}
            name="paper"
            value={typed.paper}
            onChange={(paper) => setTyped({ ...typed, paper })}
            error={errorOf('paper')}
            isRequired={!isFree('paper')}
          />
        </FormRow>
      )}
      {asks.includes('text') && (
        <TextArea
          label={t(TEXT_LABELS[action] ?? 'support.reason')}
          hint={needsReason ? t('support.reason.hint') : undefined}
          name="text"
          value={typed.text}
          onChange={(text) => setTyped({ ...typed, text })}
          error={errorOf('text')}
          isRequired={!isFree('text')}
        />
      )}
      {action === 'complete' && (
        <FilesField
          label={t('support.files')}
          files={typed.files}
          onChange={(change) => setTyped((now) => ({ ...now, files: change(now.files) }))}
          onBusy={setBusy}
        />
      )}
      {(action === 'contract' || action === 'disburse') && (
        <DatePicker
          label={t('support.nextDueOn')}
          hint={t('support.nextDueOn.hint')}
          name="nextDueOn"
          value={typed.nextDueOn}
          onChange={(nextDueOn) => setTyped({ ...typed, nextDueOn })}
        />
      )}
      {action === 'accept' && (
        <ResultFields
          one={one}
          results={typed.results}
          onChange={(results) => setTyped({ ...typed, results })}
        />
      )}
    </FormDialog>
  )
}

interface ResultFieldsProps {
  readonly one: SupportApplication
  readonly results: Readonly<Record<string, number>>
  readonly onChange: (results: Readonly<Record<string, number>>) => void
}

/** A figure for each result of its kind; what is left empty is not said. */
function ResultFields({ one, results, onChange }: ResultFieldsProps) {
  return (
    <fieldset className="support-fields">
      <legend className="field-label">{t('support.results')}</legend>
      {SUPPORT_KINDS[one.kind].results.map(({ code, vi, en, unit }) => (
        <NumberField
          key={code}
          label={language() === 'en' ? en : vi}
          name={code}
          unit={unit}
          minValue={0}
          value={results[code] ?? Number.NaN}
          onChange={(value) => {
            const { [code]: _before, ...others } = results
            onChange(Number.isFinite(value) ? { ...others, [code]: value } : others)
          }}
        />
      ))}
    </fieldset>
  )
}

const wordsOf = (value: string | number | null): string | number | null =>
  typeof value === 'string' ? value.trim() : value

function firstAmount(one: SupportApplication, action: SupportAction): number | null {
  if (action === 'disburse') return (one.approved ?? 0) - one.disbursed
  return action === 'approve' ? one.asked : null
}

function deedOf(
  action: SupportAction,
  version: number,
  id: string,
  { amount, on, nextDueOn, ...said }: Typed,
): SupportDeed | undefined {
  const paper = said.paper.trim()
  const text = said.text.trim()
  if (action === 'refuse' || action === 'return') return { action, version, reason: text }
  if (action === 'complete') {
    const checks = said.files.map((file) => ({ name: file.name, fileId: file.id }))
    return { action, version, reason: text, checks }
  }
  if (action === 'withdraw') return { action, version, reason: text || null }
  if (!on) return undefined
  if (action === 'contract') return { action, version, paper, on, nextDueOn }
  if (action === 'accept') {
    const results = Object.entries(said.results).map(([code, value]) => ({ code, value }))
    return { action, version, on, paper: paper || null, text, results }
  }
  if (!amount) return undefined
  return action === 'approve'
    ? { action, version, amount, paper, on, reason: text || null }
    : { action, version, id, amount, on, paper: paper || null, nextDueOn }
}
