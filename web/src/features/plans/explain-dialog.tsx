import type { Target } from '@hopluc/shared/plans'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { useAskExplanation } from './queries.ts'

const TERM_DAYS = 14

/** A task from a red light to whoever answers for it, with its deadline. */
export function ExplainDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const { today } = useSession()
  const attempt = useAttempt()
  const ask = useAskExplanation(target.target.id)
  const silent = new Set(target.silent.map(({ id }) => id))
  const lead = target.target.lead?.id
  const [chosen, setChosen] = useState(
    new Set(
      target.agencies
        .filter(({ id, unitId }) =>
          silent.size > 0 ? silent.has(unitId) && id !== lead : id === lead,
        )
        .map(({ id }) => id),
    ),
  )
  const [dueOn, setDue] = useState<PlainDate | null>(addDays(today, TERM_DAYS))
  const { words, measure, verdict } = target.target
  const [text, setText] = useState(
    t('targets.explain.default', { words, missing: `${formatNumber(verdict.missing)} ${measure}` }),
  )
  const [isTried, setTried] = useState(false)
  const required = isTried ? t('plans.required') : undefined
  const save = () => {
    setTried(true)
    if (!dueOn || !text.trim() || chosen.size === 0) return
    const body = {
      version: target.target.version,
      agencyIds: [...chosen],
      dueOn,
      text: text.trim(),
    }
    ask.mutate(
      { body, key: attempt.keyFor(body) },
      {
        onSuccess: () => {
          attempt.settle()
          toast(t('targets.explain.done'))
          onClose()
        },
      },
    )
  }
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen)
    if (isOn) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const title = t('targets.act.ask_explanation')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={ask.isPending}>
      {ask.error && <Notice kind="error">{sentence(ask.error)}</Notice>}
      <Form onSubmit={save} error={ask.error} label={title}>
        <fieldset className="plans-plain">
          <legend className="small">{t('targets.explain.whom')}</legend>
          {target.agencies.map(({ id, name }) => (
            <Checkbox key={id} isSelected={chosen.has(id)} onChange={(isOn) => toggle(id, isOn)}>
              {name}
            </Checkbox>
          ))}
          {chosen.size === 0 && required && <p className="red small">{required}</p>}
        </fieldset>
        <DatePicker
          label={t('targets.explain.due')}
          name="dueOn"
          value={dueOn}
          onChange={setDue}
          min={addDays(today, 1)}
          isRequired
        />
        <TextArea
          label={t('targets.explain.text')}
          name="text"
          value={text}
          onChange={setText}
          error={text.trim() ? undefined : required}
          isRequired
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={ask.isPending}>
            {title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
