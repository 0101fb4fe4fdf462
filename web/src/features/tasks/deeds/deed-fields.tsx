import type { Task } from '@hopluc/shared/tasks'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { formatDate } from '../../../lib/format.ts'
import { type PlainKey, t } from '../../../lib/i18n.ts'
import { RadioGroup } from '../../../ui/choice.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { type Act, papersMissing } from '../acts.ts'
import { AgencyPicker } from '../agency-picker.tsx'
import { useDaysOff } from './calendar-days.ts'
import { type DeedDraft, type DeedFaults, type DeedField, isTextOptional } from './deed-draft.ts'
import { FilesField, PaperField, PapersField } from './evidence-fields.tsx'

export interface DeedFieldProps {
  readonly field: DeedField
  readonly act: Act
  readonly task: Task | undefined
  readonly draft: DeedDraft
  readonly set: (next: Partial<DeedDraft>) => void
  /** For what comes later than the present draft: files that arrive one by one. */
  readonly update: (change: (draft: DeedDraft) => DeedDraft) => void
  readonly onBusy: (isBusy: boolean) => void
  /** Only after a first attempt to send. */
  readonly faults: DeedFaults
  readonly today: PlainDate
}

/** One field of a deed's form. */
export function DeedFieldInput(props: DeedFieldProps) {
  const { field, act, draft, set, faults, today } = props
  switch (field) {
    case 'text':
      return (
        <TextArea
          label={t(textLabel(act))}
          value={draft.text}
          onChange={(text) => set({ text })}
          isRequired={!isTextOptional(act)}
          rows={act.action === 'confirm' || act.action === 'decide' ? 2 : 4}
          name="text"
          error={faults.text && t('tasks.fault.text')}
        />
      )
    case 'percent':
      return (
        <NumberField
          label={t('tasks.percent')}
          unit="%"
          minValue={0}
          maxValue={100}
          step={5}
          value={draft.percent}
          onChange={(percent) => set({ percent: Number.isNaN(percent) ? 0 : percent })}
        />
      )
    case 'evidence':
      return <EvidenceFields {...props} />
    case 'paper':
    case 'signed':
      return (
        <PaperField
          paper={draft.paper}
          today={today}
          isRequired={field === 'signed'}
          error={faults[field] && t('tasks.fault.paper')}
          onChange={(paper) => set({ paper })}
        />
      )
    case 'item':
      return (
        <TextField
          label={t('tasks.item')}
          placeholder={t('tasks.item.example')}
          value={draft.item}
          onChange={(item) => set({ item })}
        />
      )
    case 'wish':
      return <WishFields {...props} />
    case 'isObjective':
      return (
        <RadioGroup
          label={t('tasks.cause')}
          isRow
          choices={[
            { value: 'objective', label: t('tasks.cause.objective') },
            { value: 'subjective', label: t('tasks.cause.subjective') },
          ]}
          value={draft.isObjective ? 'objective' : 'subjective'}
          onChange={(value) => set({ isObjective: value === 'objective' })}
        />
      )
    case 'verdict':
      return (
        <RadioGroup
          label={t('tasks.verdict')}
          isRow
          isRequired
          choices={[
            { value: 'grant', label: t('tasks.verdict.grant') },
            { value: 'refuse', label: t('tasks.verdict.refuse') },
          ]}
          value={draft.verdict}
          onChange={(verdict) => set({ verdict })}
          error={faults.verdict && t('tasks.fault.verdict')}
        />
      )
    case 'untilOn':
      return <UntilField {...props} />
    case 'seq':
      return <SeqField {...props} />
  }
}

const TEXT_LABELS: Partial<Record<string, PlainKey>> = {
  answer: 'tasks.text.answer',
  question: 'tasks.text.question',
  explain: 'tasks.text.explain',
  progress: 'tasks.text.progress',
  submit: 'tasks.text.result',
  ask_explanation: 'tasks.text.askExplanation',
  judge_cause: 'tasks.text.cause',
  confirm: 'tasks.text.note',
  decide: 'tasks.text.note',
  start_by_word: 'tasks.text.word',
  issue: 'tasks.text.signedDue',
}

const textLabel = ({ action, prepared }: Act): PlainKey =>
  TEXT_LABELS[prepared ?? action] ?? 'tasks.text.reason'

function EvidenceFields({ draft, set, update, onBusy, faults, today }: DeedFieldProps) {
  return (
    <>
      <PapersField
        papers={draft.papers}
        today={today}
        error={faults.evidence === 'missing' ? t('tasks.fault.paper') : undefined}
        onChange={(papers) => set({ papers })}
      />
      <FilesField
        label={t('tasks.files')}
        files={draft.files}
        onBusy={onBusy}
        onChange={(change) => update((now) => ({ ...now, files: change(now.files) }))}
      />
      {faults.evidence === 'evidence' && (
        <p className="field-error" role="alert">
          {t('tasks.fault.evidence')}
        </p>
      )}
    </>
  )
}

function WishFields({ act, draft, set, faults, today, task }: DeedFieldProps) {
  if (act.wish === 'change_lead' && act.action !== 'decide')
    return (
      <AgencyPicker
        label={t('tasks.newLead')}
        value={draft.leadId}
        onChange={(leadId) => set({ leadId })}
        isRequired
      />
    )
  const isDue = act.wish === 'extend' || act.action === 'issue'
  if (!isDue || (act.action === 'decide' && draft.verdict === 'refuse')) return null
  return (
    <DueField
      label={t(DUE_LABELS[act.action] ?? 'tasks.newDue')}
      value={draft.dueOn}
      onChange={(dueOn) => set({ dueOn })}
      today={today}
      after={act.action === 'issue' ? null : (task ?? act.targets[0])?.dueOn}
      isRequired={act.action !== 'decide' && act.action !== 'issue'}
      error={faults.dueOn && t('tasks.fault.dueOn')}
    />
  )
}

const DUE_LABELS: Partial<Record<string, PlainKey>> = {
  decide: 'tasks.newDue.other',
  issue: 'tasks.newDue.signed',
}

export interface DueFieldProps {
  readonly label: string
  readonly value: PlainDate | null
  readonly onChange: (day: PlainDate | null) => void
  readonly today: PlainDate
  /** The term in force: another lies after it. */
  readonly after?: PlainDate | null | undefined
  readonly max?: PlainDate | undefined
  readonly isRequired?: boolean | undefined
  readonly error?: string | undefined
  readonly name?: string | undefined
}

/** A deadline: days that are not worked are marked, and said when chosen; they are not forbidden. */
export function DueField(props: DueFieldProps) {
  const { value, after, today } = props
  const dayOff = useDaysOff(today)
  const why = value && dayOff(value)
  const min = after && after >= today ? addDays(after, 1) : today
  return (
    <div>
      <DatePicker
        label={props.label}
        value={value}
        onChange={props.onChange}
        min={min}
        max={props.max}
        dayOff={dayOff}
        isRequired={props.isRequired}
        error={props.error}
        name={props.name}
        hint={after ? t('tasks.due.now', { day: formatDate(after) }) : undefined}
      />
      {why && value && (
        <output className="tasks-warning small amber">
          {t('tasks.due.off', { day: formatDate(value), why })}
        </output>
      )}
    </div>
  )
}

function UntilField({ draft, set, faults, today }: DeedFieldProps) {
  return (
    <DueField
      label={t('tasks.until')}
      value={draft.untilOn}
      onChange={(untilOn) => set({ untilOn })}
      today={today}
      isRequired
      error={faults.untilOn && t('tasks.fault.untilOn')}
    />
  )
}

function SeqField({ draft, set, faults, task }: DeedFieldProps) {
  const options = task
    ? papersMissing(task).map(({ seq, action, on }) => ({
        value: String(seq),
        label: `${formatDate(on)}: ${t(`tasks.did.${actionKey(action)}`)}`,
      }))
    : []
  return (
    <Select
      label={t('tasks.addPaper.of')}
      options={options}
      value={draft.seq === null ? null : String(draft.seq)}
      onChange={(seq) => set({ seq: Number(seq) })}
      isRequired
      error={faults.seq && t('tasks.fault.seq')}
    />
  )
}

const PAPER_DEEDS = ['request', 'propose', 'decide', 'order', 'submit'] as const
const actionKey = (action: string) => PAPER_DEEDS.find((one) => one === action) ?? 'submit'
