import './security.css'
import { Role } from '@hopluc/shared/session'
import type { SignInRule, SignInRules } from '@hopluc/shared/sign-in-rules'
import type { PlainDate } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { rulesQuery, useChangeRule } from './queries.ts'

type Editing = SignInRule | 'factor' | null

/** Passwords, waits, sessions, links: what holds today, since when, and from which day otherwise. */
export function RulesPage() {
  const { data } = useSuspenseQuery(rulesQuery)
  const [editing, setEditing] = useState<Editing>(null)
  const roles = data.secondFactorRoles.map((role) => t(`accounts.role.${role}`)).join(', ')
  return (
    <Page
      title={t('security.rules')}
      lead={t('security.rules.lead')}
      crumbs={[{ label: t('accounts.title'), to: '/accounts' }]}
    >
      <Table
        label={t('security.rules')}
        columns={columns(data.mayChange, setEditing)}
        rows={data.rules}
        rowKey={({ name }) => name}
        rowName={({ name }) => t(`security.rule.${name}`)}
      />
      <Section
        title={t('security.rules.factor')}
        more={
          data.mayChange && (
            <Button isSmall onPress={() => setEditing('factor')}>
              {t('security.rules.change')}
            </Button>
          )
        }
      >
        <p>{roles || t('security.rules.factor.none')}</p>
      </Section>
      {editing !== null && (
        <RuleDialog rules={data} editing={editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  )
}

function columns(mayChange: boolean, edit: (rule: SignInRule) => void): Column<SignInRule>[] {
  const shown: Column<SignInRule>[] = [
    {
      id: 'rule',
      head: t('security.rules.rule'),
      phone: 'title',
      cell: ({ name }) => t(`security.rule.${name}`),
    },
    {
      id: 'value',
      head: t('security.rules.value'),
      isFigure: true,
      width: '120px',
      phone: 'end',
      cell: ({ value }) => <strong>{formatNumber(value)}</strong>,
    },
    {
      id: 'since',
      head: t('security.rules.since'),
      width: '220px',
      phone: 'line',
      cell: ({ fromOn, next }) => (
        <>
          {fromOn ? formatDate(fromOn) : t('security.rules.usual')}
          {next && (
            <small>
              {t('security.rules.next', { day: formatDate(next.fromOn), value: next.value })}
            </small>
          )}
        </>
      ),
    },
  ]
  if (!mayChange) return shown
  return [
    ...shown,
    {
      id: 'change',
      head: '',
      width: '90px',
      phone: 'end',
      cell: (rule) => (
        <Button
          isSmall
          kind="quiet"
          aria-label={t('security.rules.change.of', { name: t(`security.rule.${rule.name}`) })}
          onPress={() => edit(rule)}
        >
          {t('security.rules.change')}
        </Button>
      ),
    },
  ]
}

function RuleDialog(props: {
  rules: SignInRules
  editing: SignInRule | 'factor'
  onClose: () => void
}) {
  const { rules, editing, onClose } = props
  const { today } = useSession()
  const rule = editing === 'factor' ? null : editing
  const [value, setValue] = useState(rule?.value ?? 0)
  const [roles, setRoles] = useState<readonly Role[]>(rules.secondFactorRoles)
  const [fromOn, setFromOn] = useState<PlainDate | null>(today)
  const { mutate, isPending, error } = useChangeRule()
  const title = rule ? t(`security.rule.${rule.name}`) : t('security.rules.factor')
  const done = () => {
    onClose()
    toast(t('security.rules.saved'))
  }
  const save = () => {
    if (!fromOn) return
    if (!rule)
      mutate(
        {
          name: 'second_factor.roles',
          roles: Role.options.filter((role) => roles.includes(role)),
          fromOn,
          seen: rules.secondFactorRoles,
        },
        { onSuccess: done },
      )
    else if (!Number.isNaN(value))
      mutate({ name: rule.name, value, fromOn, seen: rule.value }, { onSuccess: done })
  }
  const toggle = (role: Role, isOn: boolean) =>
    setRoles(isOn ? [...roles, role] : roles.filter((one) => one !== role))
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {rule ? (
          <NumberField
            label={t('security.rules.value')}
            hint={t('security.rules.bounds', { least: rule.least, most: rule.most })}
            value={value}
            onChange={setValue}
            minValue={rule.least}
            maxValue={rule.most}
          />
        ) : (
          <fieldset className="security-parts" aria-label={title}>
            {Role.options.map((role) => (
              <Checkbox
                key={role}
                isSelected={roles.includes(role)}
                onChange={(isOn) => toggle(role, isOn)}
              >
                {t(`accounts.role.${role}`)}
              </Checkbox>
            ))}
          </fieldset>
        )}
        <DateField label={t('accounts.fromOn')} value={fromOn} onChange={setFromOn} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('security.rules.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
