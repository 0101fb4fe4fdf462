import type { Plan, PlanDeed } from '@hopluc/shared/plans'
import type { PlainDate } from '@hopluc/shared/values'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Confirm, Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { NearField } from './near-field.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { useDropPlan, usePlanDeed } from './queries.ts'

type Open = 'edit' | 'issue' | 'return' | 'set_near' | 'drop' | null

/** What may be done with the plan now; one of them is filled. */
export function PlanActions({ plan }: { plan: Plan }) {
  const [open, setOpen] = useState<Open>(null)
  const deed = usePlanDeed(plan.id)
  const drop = useDropPlan(plan.id)
  const navigate = useNavigate()
  const close = () => setOpen(null)
  const send = (body: PlanDeed) =>
    deed.mutate(body, {
      onSuccess: () => {
        toast(t(`plans.done.${body.action}`))
        close()
      },
      onError: (error) => toast(sentence(error), { kind: 'late' }),
    })
  const { version, allowed } = plan
  const main = allowed.includes('issue') ? 'issue' : allowed.includes('submit') ? 'submit' : 'open'
  return (
    <>
      {allowed.includes('drop') && (
        <Button kind="quiet" onPress={() => setOpen('drop')}>
          {t('plans.act.drop')}
        </Button>
      )}
      {allowed.includes('edit') && (
        <Button onPress={() => setOpen('edit')}>{t('plans.edit')}</Button>
      )}
      {allowed.includes('set_near') && (
        <Button kind="quiet" onPress={() => setOpen('set_near')}>
          {t('plans.act.set_near')}
        </Button>
      )}
      {(['open', 'return', 'submit', 'issue'] as const)
        .filter((action) => allowed.includes(action))
        .map((action) => (
          <Button
            key={action}
            kind={action === main ? 'primary' : 'plain'}
            isPending={deed.isPending}
            onPress={() =>
              action === 'issue' || action === 'return'
                ? setOpen(action)
                : send({ action, version })
            }
          >
            {t(`plans.act.${action}`)}
          </Button>
        ))}
      {open === 'edit' && <PlanDialog plan={plan} bodies={[]} onClose={close} />}
      {(open === 'issue' || open === 'return' || open === 'set_near') && (
        <DeedDialog
          action={open}
          plan={plan}
          error={deed.error}
          isPending={deed.isPending}
          onSend={send}
          onClose={close}
        />
      )}
      <Confirm
        title={t('plans.act.drop')}
        action={t('plans.act.drop')}
        kind="danger"
        isOpen={open === 'drop'}
        isPending={drop.isPending}
        onConfirm={() => drop.mutate(version, { onSuccess: () => void navigate({ to: '/plans' }) })}
        onClose={close}
      >
        {t('plans.drop.text')}
      </Confirm>
    </>
  )
}

interface DeedProps {
  readonly action: 'issue' | 'return' | 'set_near'
  readonly plan: Plan
  readonly error: unknown
  readonly isPending: boolean
  readonly onSend: (deed: PlanDeed) => void
  readonly onClose: () => void
}

/** The number and day under which it is issued; why it goes back; or how great a gap is amber. */
function DeedDialog({ action, plan, error, isPending, onSend, onClose }: DeedProps) {
  const { today } = useSession()
  const [number, setNumber] = useState('')
  const [issuedOn, setIssuedOn] = useState<PlainDate | null>(today)
  const [reason, setReason] = useState('')
  const [near, setNear] = useState(plan.nearPercent)
  const [isTried, setTried] = useState(false)
  const required = isTried ? t('plans.required') : undefined
  const { version } = plan
  const save = () => {
    setTried(true)
    if (action === 'set_near') {
      if (!Number.isNaN(near)) onSend({ action, version, nearPercent: near })
    } else if (action === 'return') {
      if (reason.trim()) onSend({ action, version, reason: reason.trim() })
    } else if (number.trim() && issuedOn)
      onSend({ action, version, number: number.trim(), issuedOn })
  }
  return (
    <Dialog title={t(`plans.act.${action}`)} isOpen onClose={onClose} isKept={isPending}>
      {error ? <Notice kind="error">{sentence(error)}</Notice> : null}
      <Form onSubmit={save} error={error} label={t(`plans.act.${action}`)}>
        {action === 'set_near' && (
          <NearField
            value={near}
            onChange={setNear}
            error={Number.isNaN(near) ? required : undefined}
          />
        )}
        {action === 'issue' && (
          <>
            <TextField
              label={t('plans.issue.number')}
              name="number"
              value={number}
              onChange={setNumber}
              error={number.trim() ? undefined : required}
              isRequired
            />
            <DatePicker
              label={t('plans.issue.on')}
              name="issuedOn"
              value={issuedOn}
              onChange={setIssuedOn}
              max={today}
              isRequired
            />
          </>
        )}
        {action === 'return' && (
          <TextArea
            label={t('plans.return.reason')}
            name="reason"
            value={reason}
            onChange={setReason}
            error={reason.trim() ? undefined : required}
            isRequired
          />
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t(`plans.act.${action}`)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
