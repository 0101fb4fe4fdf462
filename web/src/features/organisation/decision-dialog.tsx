import type { Committee } from '@hopluc/shared/committees'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { areWhole, type Joining, MembersEditor } from './members-editor.tsx'
import { AgencyPicker } from './pickers.tsx'
import { useDecide } from './queries.ts'

/** Consolidation (kiện toàn): the paper, who leaves and who joins by it. */
export function DecisionDialog(props: {
  committee: Committee
  today: PlainDate
  onClose: () => void
}) {
  const { committee, today, onClose } = props
  const [decision, setDecision] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | null>(today)
  const [fromOn, setFromOn] = useState<PlainDate | null>(today)
  const [standingAgencyId, setStanding] = useState<Id | null>(committee.standingAgency.id)
  const [leaving, setLeaving] = useState<ReadonlySet<Id>>(new Set())
  const [joining, setJoining] = useState<Joining[]>([])
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useDecide(committee.id)
  const missing = (value: unknown) => (isTried && !value ? t('organisation.required') : undefined)
  const leave = (id: Id, isLeaving: boolean) => {
    const next = new Set(leaving)
    if (isLeaving) next.add(id)
    else next.delete(id)
    setLeaving(next)
  }
  const save = () => {
    setTried(true)
    if (!decision.trim() || !decidedOn || !fromOn || !standingAgencyId || !areWhole(joining)) return
    mutate(
      {
        version: committee.version,
        decision,
        decidedOn,
        fromOn,
        standingAgencyId,
        leaving: [...leaving],
        joining: joining.map(({ member }) => member),
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('organisation.committee.decide.done'))
        },
      },
    )
  }
  return (
    <Dialog title={t('organisation.committee.decide')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('organisation.committee.decide')}>
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
          error={missing(standingAgencyId)}
        />
        {committee.membersOn.length > 0 && (
          <Section title={t('organisation.committee.decide.leaving')}>
            {committee.membersOn.map(({ id, office, name }) => (
              <div key={id}>
                <Checkbox
                  isSelected={leaving.has(id)}
                  onChange={(isLeaving) => leave(id, isLeaving)}
                >
                  {name ? `${office}: ${name}` : office}
                </Checkbox>
              </div>
            ))}
          </Section>
        )}
        <Section title={t('organisation.committee.decide.joining')}>
          <MembersEditor joining={joining} onChange={setJoining} isTried={isTried} />
        </Section>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('organisation.committee.decide.do')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
