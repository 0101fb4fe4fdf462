import type { Unit } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { areWhole, type Joining, MembersEditor } from './members-editor.tsx'
import { AgencyPicker } from './pickers.tsx'
import { useFoundCommittee } from './queries.ts'
import { unitWords } from './words.ts'

/** The founding decision of a unit's committee. */
export function FoundDialog(props: { unit: Unit; today: PlainDate; onClose: () => void }) {
  const { unit, today, onClose } = props
  const place = unitWords(unit)
  const [name, setName] = useState(`Ban Chỉ đạo phát triển kinh tế tập thể ${inSentence(place)}`)
  const [shortName, setShortName] = useState(`BCĐ KTTT ${unit.name}`)
  const [symbol, setSymbol] = useState('BCĐ')
  const [decision, setDecision] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | null>(today)
  const [fromOn, setFromOn] = useState<PlainDate | null>(today)
  const [standingAgencyId, setStanding] = useState<Id | null>(null)
  const [joining, setJoining] = useState<Joining[]>([])
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useFoundCommittee()
  const navigate = useNavigate()
  const missing = (value: unknown) => (isTried && !value ? t('organisation.required') : undefined)
  const save = () => {
    setTried(true)
    const isNamed = name.trim() && shortName.trim() && decision.trim()
    if (!isNamed || !decidedOn || !fromOn || !standingAgencyId || !areWhole(joining)) return
    mutate(
      {
        unitId: unit.id,
        name,
        shortName,
        symbol: symbol.trim() || null,
        decision,
        decidedOn,
        fromOn,
        standingAgencyId,
        members: joining.map(({ member }) => member),
      },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/organisation/committees/$id', params: { id } }),
      },
    )
  }
  return (
    <Dialog title={t('organisation.addCommittee')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('organisation.addCommittee')}>
        <TextField
          label={t('organisation.field.fullName')}
          name="name"
          value={name}
          onChange={setName}
          error={missing(name.trim())}
        />
        <FormRow>
          <TextField
            label={t('organisation.shortName')}
            name="shortName"
            value={shortName}
            onChange={setShortName}
            error={missing(shortName.trim())}
          />
          <TextField
            label={t('organisation.symbol')}
            name="symbol"
            value={symbol}
            onChange={setSymbol}
          />
        </FormRow>
        <FormRow>
          <TextField
            label={t('organisation.committee.decision.number')}
            name="decision"
            value={decision}
            onChange={setDecision}
            error={missing(decision.trim())}
          />
          <DateField
            label={t('organisation.committee.decision.day')}
            value={decidedOn}
            onChange={setDecidedOn}
            error={missing(decidedOn)}
          />
          <DateField
            label={t('organisation.field.fromOn')}
            value={fromOn}
            onChange={setFromOn}
            error={missing(fromOn)}
          />
        </FormRow>
        <AgencyPicker
          label={t('organisation.committee.standing')}
          value={standingAgencyId}
          onChange={setStanding}
          under={unit.id}
          error={missing(standingAgencyId)}
        />
        <Section title={t('organisation.committee.count')}>
          <MembersEditor joining={joining} onChange={setJoining} isTried={isTried} />
        </Section>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('organisation.addCommittee')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

const inSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
