import { dayOf, formatDate } from '../../lib/format.ts'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SecretDialog } from '../accounts/secret.tsx'
import { useMakeToken } from './queries.ts'

const USUAL_DAYS = 90

/** What for, how much, how long; then the token, once. */
export function NewTokenDialog(props: { nouns: readonly string[]; onClose: () => void }) {
  const { nouns, onClose } = props
  const [name, setName] = useState('')
  const [access, setAccess] = useState<'read' | 'write'>('read')
  const [scope, setScope] = useState<'all' | 'some'>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [days, setDays] = useState(USUAL_DAYS)
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error, data } = useMakeToken()
  const isWhole = name.trim() !== '' && days >= 1 && (scope === 'all' || chosen.size > 0)
  const toggle = (noun: string, isOn: boolean) =>
    setChosen(new Set(isOn ? [...chosen, noun] : [...chosen].filter((one) => one !== noun)))
  const make = () => {
    setTried(true)
    if (!isWhole) return
    mutate({
      name,
      days,
      isReadOnly: access === 'read',
      nouns: scope === 'all' ? null : [...chosen],
    })
  }
  if (data)
    return (
      <SecretDialog
        title={t('security.tokens.made')}
        text={t('security.tokens.made.text', { until: formatDate(dayOf(data.expiresAt)) })}
        secret={data.token}
        onDone={onClose}
      />
    )
  return (
    <Dialog title={t('security.tokens.new')} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={make} error={error} label={t('security.tokens.new')}>
        <TextField
          label={t('security.tokens.name')}
          hint={t('security.tokens.name.hint')}
          name="name"
          autoComplete="off"
          value={name}
          onChange={setName}
          error={isTried && !name.trim() ? t('accounts.required') : undefined}
        />
        <RadioGroup
          label={t('security.tokens.access')}
          choices={(['read', 'write'] as const).map((value) => ({
            value,
            label: t(`security.tokens.${value}`),
          }))}
          value={access}
          onChange={setAccess}
          isRow
        />
        <RadioGroup
          label={t('security.tokens.scope')}
          choices={(['all', 'some'] as const).map((value) => ({
            value,
            label: t(`security.tokens.${value}`),
          }))}
          value={scope}
          onChange={setScope}
          isRow
        />
        {scope === 'some' && (
          <fieldset className="security-parts" aria-label={t('security.tokens.parts')}>
            {nouns.map((noun) => (
              <Checkbox
                key={noun}
                isSelected={chosen.has(noun)}
                onChange={(isOn) => toggle(noun, isOn)}
              >
                <code>{noun}</code>
              </Checkbox>
            ))}
          </fieldset>
        )}
        <NumberField
          label={t('security.tokens.days')}
          unit={t('security.tokens.days.unit')}
          value={days}
          onChange={setDays}
          minValue={1}
          maxValue={730}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('security.tokens.new')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
