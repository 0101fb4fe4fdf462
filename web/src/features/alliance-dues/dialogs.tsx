import type { AllianceDue } from '@hopluc/shared/alliance-dues'
import type { Id } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { useKeeping, useOpening } from './queries.ts'

interface OpenDialogProps {
  readonly allianceId: Id
  readonly year: number
  readonly unlisted: number
  readonly onClose: () => void
}

/** One amount for all members of the year that have no line yet. */
export function OpenDialog({ allianceId, year, unlisted, onClose }: OpenDialogProps) {
  const { mutate, error, isPending } = useOpening(allianceId)
  const once = useOnce()
  const [due, setDue] = useState<number | null>(null)
  const [isTried, setTried] = useState(false)
  const title = t('dues.open.title', { year })
  const save = () => {
    setTried(true)
    if (due === null || !once.begin()) return
    mutate(
      { year, due },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('dues.opened'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <p>{t('dues.open.note', { count: formatNumber(unlisted) })}</p>
        <MoneyField
          label={t('dues.amount')}
          name="due"
          value={due}
          onChange={setDue}
          error={isTried && due === null ? t('dues.required') : undefined}
          isRequired
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('dues.open')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** What one member paid so far. */
export function KeepDialog({ line, onClose }: { line: AllianceDue; onClose: () => void }) {
  const { today } = useSession()
  const { mutate, error, isPending } = useKeeping(line.id)
  const once = useOnce()
  const [due, setDue] = useState<number | null>(line.due)
  const [paid, setPaid] = useState<number | null>(line.paid || null)
  const [paidOn, setPaidOn] = useState<string | null>(line.paidOn ?? today)
  const [note, setNote] = useState(line.note ?? '')
  const [isTried, setTried] = useState(false)
  const title = t('dues.keep.of', { name: line.entity.name })
  const isPaid = (paid ?? 0) > 0
  const save = () => {
    setTried(true)
    if (due === null || (isPaid && paidOn === null) || !once.begin()) return
    const day = isPaid ? paidOn : null
    mutate(
      { version: line.version, due, paid: paid ?? 0, paidOn: day, note: note.trim() || null },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('dues.kept'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <MoneyField
          label={t('dues.due')}
          name="due"
          value={due}
          onChange={setDue}
          error={isTried && due === null ? t('dues.required') : undefined}
          isRequired
        />
        <MoneyField label={t('dues.paid')} name="paid" value={paid} onChange={setPaid} />
        {due !== null && (paid ?? 0) < due && (
          <p>
            <Button isSmall onPress={() => setPaid(due)}>
              {t('dues.whole')}
            </Button>
          </p>
        )}
        {isPaid && (
          <DatePicker
            label={t('dues.paidOn')}
            name="paidOn"
            value={paidOn}
            onChange={setPaidOn}
            max={today}
            error={isTried && paidOn === null ? t('dues.paidOn.needed') : undefined}
            isRequired
          />
        )}
        <TextField label={t('dues.note')} name="note" value={note} onChange={setNote} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('dues.keep.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
