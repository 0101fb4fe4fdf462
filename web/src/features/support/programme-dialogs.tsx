import type { Rule } from '@hopluc/shared/rules'
import {
  type NewSupportProgramme,
  SupportKind,
  type SupportProgramme,
  type SupportProgrammes,
} from '@hopluc/shared/support'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { useKeepProgramme, useOpenCall } from './queries.ts'
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
  const once = useOnce()
  const [id] = useState(() => programme?.id ?? newId())
  const [typed, setTyped] = useState<Typed>(() => typedOf(programme, today))
  const [isTried, setTried] = useState(false)
  const set = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }))
  const missing = (isThere: boolean) => (isTried && !isThere ? t('support.required') : undefined)
  const source = typed.sources[0]
  const save = () => {
    setTried(true)
    if (!typed.name.trim() || !typed.legalBasis.trim() || !once.begin()) return
    mutate(
      { ...typed, id, ...(programme && { version: programme.version }) },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('support.programme.kept'))
          onClose()
        },
      },
    )
  }
  const title = t(programme ? 'support.programme.edit.title' : 'support.programme.new')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
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
          onChange={(kind) => set({ kind })}
          options={SupportKind.options.map((value) => ({
            value,
            label: t(`support.kind.${value}`),
          }))}
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
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('support.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
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
      priority: ['members'],
      checklist: [],
      maxAmount: null,
      appraiserIds: [],
      isEnded: false,
    }
  const { kind, name, legalBasis, fromOn, untilOn, sources, rule, priority } = programme
  const { checklist, maxAmount, appraiserIds, isEnded } = programme
  const said = { kind, name, legalBasis, fromOn, untilOn, sources, rule, priority }
  return { ...said, checklist, maxAmount, appraiserIds, isEnded }
}

interface CallDialogProps {
  readonly programme: SupportProgramme
  readonly onClose: () => void
}

export function CallDialog({ programme, onClose }: CallDialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useOpenCall()
  const once = useOnce()
  const [id] = useState(newId)
  const [name, setName] = useState(t('support.call.name', { count: programme.calls.length + 1 }))
  const [opensOn, setOpens] = useState<string | null>(today)
  const [closesOn, setCloses] = useState<string | null>(null)
  const [budget, setBudget] = useState<number | null>(null)
  const [isTried, setTried] = useState(false)
  const missing = (isThere: boolean) => (isTried && !isThere ? t('support.required') : undefined)
  const save = () => {
    setTried(true)
    if (!name.trim() || !opensOn || !closesOn || !once.begin()) return
    mutate(
      {
        id,
        programmeId: programme.id,
        name: name.trim(),
        opensOn,
        closesOn,
        budget: budget || null,
      },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('support.call.kept'))
          onClose()
        },
      },
    )
  }
  const title = t('support.call.new')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <TextField
          label={t('support.call')}
          name="name"
          value={name}
          onChange={setName}
          error={missing(name.trim() !== '')}
          isRequired
        />
        <FormRow>
          <DatePicker
            label={t('support.opensOn')}
            value={opensOn}
            onChange={setOpens}
            error={missing(opensOn !== null)}
            isRequired
          />
          <DatePicker
            label={t('support.closesOn')}
            hint={t('support.closesOn.hint')}
            value={closesOn}
            onChange={setCloses}
            error={missing(closesOn !== null)}
            isRequired
          />
        </FormRow>
        <MoneyField label={t('support.budget')} name="budget" value={budget} onChange={setBudget} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('support.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
