import type { Rule } from '@hopluc/shared/rules'
import {
  type NewSupportProgramme,
  SupportKind,
  type SupportProgramme,
  type SupportProgrammes,
} from '@hopluc/shared/support'
import { LEGAL_PRIORITY, SUPPORT_KINDS } from '@hopluc/shared/support-kinds'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Checkbox } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useSession } from '../session/queries.ts'
import { FormDialog, useSave } from './form-dialog.tsx'
import { useKeepProgramme } from './queries.ts'
import { PriorityField } from './priority-field.tsx'
import { RuleField } from './rule-field.tsx'

type Typed = Omit<NewSupportProgramme, 'id'>

interface ProgrammeDialogProps {
  /** Null makes a new one. */
  readonly programme: SupportProgramme | null
  readonly data: SupportProgrammes
  readonly onClose: () => void
}

export function ProgrammeDialog({ programme, data, onClose }: ProgrammeDialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useKeepProgramme()
  const { save, missing } = useSave(mutate, onClose)
  const [id] = useState(() => programme?.id ?? newId())
  const [typed, setTyped] = useState<Typed>(() => typedOf(programme, today))
  const set = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }))
  const source = typed.sources[0]
  const send = () =>
    save(
      typed.name.trim() && typed.legalBasis.trim()
        ? { ...typed, id, ...(programme && { version: programme.version }) }
        : undefined,
    )
  return (
    <FormDialog
      title={t(programme ? 'support.programme.edit.title' : 'support.programme.new')}
      error={error}
      isPending={isPending}
      onSave={send}
      onClose={onClose}
    >
      <TextField
        label={t('support.programme.name')}
        name="name"
        value={typed.name}
        onChange={(name) => set({ name })}
        error={missing(typed.name.trim() !== '')}
        isRequired
      />
      <Select
        label={t('support.kind')}
        value={typed.kind}
        onChange={(kind) => set({ kind, checklist: checklistFor(kind, typed) })}
        options={SupportKind.options.map((value) => ({ value, label: t(`support.kind.${value}`) }))}
      />
      <TextArea
        label={t('support.legalBasis')}
        name="legalBasis"
        rows={2}
        value={typed.legalBasis}
        onChange={(legalBasis) => set({ legalBasis })}
        error={missing(typed.legalBasis.trim() !== '')}
        isRequired
      />
      <FormRow>
        <DatePicker
          label={t('support.fromOn')}
          value={typed.fromOn}
          onChange={(on) => on && set({ fromOn: on })}
          isRequired
        />
        <DatePicker
          label={t('support.untilOn')}
          value={typed.untilOn}
          onChange={(on) => on && set({ untilOn: on })}
          isRequired
        />
      </FormRow>
      <FormRow>
        <TextField
          label={t('support.source')}
          name="source"
          value={source?.name ?? ''}
          onChange={(name) => set({ sources: sourcesOf(typed, { name }) })}
        />
        <MoneyField
          label={t('support.source.amount')}
          name="sourceAmount"
          value={source?.amount ?? null}
          onChange={(amount) => set({ sources: sourcesOf(typed, { amount: amount ?? 0 }) })}
        />
        <MoneyField
          label={t('support.maxAmount')}
          name="maxAmount"
          value={typed.maxAmount}
          onChange={(maxAmount) => set({ maxAmount: maxAmount || null })}
        />
      </FormRow>
      <RuleField
        rule={typed.rule}
        measures={data.measures}
        onChange={(rule: Rule) => set({ rule })}
      />
      <PriorityField
        priority={typed.priority}
        measures={data.measures}
        onChange={(priority) => set({ priority })}
      />
      <TextArea
        label={t('support.checklist')}
        hint={t('support.checklist.hint')}
        name="checklist"
        rows={3}
        value={typed.checklist.join('\n')}
        onChange={(words) => set({ checklist: words === '' ? [] : words.split('\n') })}
      />
      <fieldset className="support-fields">
        <legend className="field-label">{t('support.appraisers')}</legend>
        {data.agencies.map((agency) => (
          <Checkbox
            key={agency.id}
            isSelected={typed.appraiserIds.includes(agency.id)}
            onChange={(isOn) =>
              set({
                appraiserIds: isOn
                  ? [...typed.appraiserIds, agency.id]
                  : typed.appraiserIds.filter((one) => one !== agency.id),
              })
            }
          >
            {agency.name}
          </Checkbox>
        ))}
      </fieldset>
      <Checkbox isSelected={typed.isEnded} onChange={(isEnded) => set({ isEnded })}>
        {t('support.ended')}
      </Checkbox>
    </FormDialog>
  )
}

/** The papers of the kind, unless others were typed. */
function checklistFor(kind: SupportKind, { kind: before, checklist }: Typed): string[] {
  const isUsual = checklist.join('\n') === SUPPORT_KINDS[before].checklist.join('\n')
  return isUsual ? [...SUPPORT_KINDS[kind].checklist] : [...checklist]
}

/** The first source as typed; the others stay. */
function sourcesOf({ sources }: Typed, next: Partial<Typed['sources'][number]>): Typed['sources'] {
  const [first = { name: '', amount: 0 }, ...others] = sources
  const changed = { ...first, ...next }
  return changed.name === '' && changed.amount === 0 ? others : [changed, ...others]
}

function typedOf(programme: SupportProgramme | null, today: string): Typed {
  if (!programme)
    return {
      kind: 'machinery',
      name: '',
      legalBasis: '',
      fromOn: `${today.slice(0, 4)}-01-01`,
      untilOn: `${today.slice(0, 4)}-12-31`,
      sources: [],
      rule: [],
      priority: [...LEGAL_PRIORITY],
      checklist: [...SUPPORT_KINDS.machinery.checklist],
      maxAmount: null,
      appraiserIds: [],
      isEnded: false,
    }
  const { kind, name, legalBasis, fromOn, untilOn, sources, rule, priority } = programme
  const { checklist, maxAmount, appraiserIds, isEnded } = programme
  const said = { kind, name, legalBasis, fromOn, untilOn, sources, rule, priority }
  return { ...said, checklist, maxAmount, appraiserIds, isEnded }
}
