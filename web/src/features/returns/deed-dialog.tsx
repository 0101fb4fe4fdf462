import type { ReturnDeed } from '@hopluc/shared/return-deeds'
import type { ReturnAction } from '@hopluc/shared/returns'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import type { DialogsProps } from './desk-dialogs.tsx'
import { useDeed } from './queries.ts'
import { placeOf } from './use-remarks.ts'

type DeedProps = Omit<DialogsProps, 'dialog'> & { readonly action: ReturnAction }

/** Deeds by which remarks leave; a check may leave without any. */
const REMARKS = new Set<ReturnAction>(['return', 'give_back', 'check'])

/** Asks for what a deed needs, sends first what is not saved yet, and does it. */
export function DeedDialog(props: DeedProps) {
  const { action, data, sync, remarks, owner, onClose } = props
  const deed = useDeed(owner, data.id)
  const [text, setText] = useState('')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | null>(props.today)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const hasRemarks = REMARKS.has(action)
  const isCorrection = action === 'correct'
  const isMissing =
    (hasRemarks && action !== 'check' && remarks.list.length === 0 && !text.trim()) ||
    (isCorrection && (!text.trim() || !number.trim() || on === null))

  const bodyOf = (): ReturnDeed | null => {
    const { version } = data
    const words = text.trim()
    switch (action) {
      case 'return':
      case 'give_back':
      case 'check': {
        const said = [
          ...remarks.list.map((one) => ({ cell: placeOf(one.cell), text: one.text.trim() })),
          ...(words ? [{ cell: null, text: words }] : []),
        ]
        return { action, version, remarks: said }
      }
      case 'correct':
        return on === null ? null : { action, version, number: number.trim(), on, reason: words }
      case 'present':
      case 'send':
      case 'take_back':
      case 'accept':
      case 'drop_correction':
        return { action, version, text: words || null }
      case 'invite':
      case 'take_offers':
        return null
    }
  }
  const act = async () => {
    setTried(true)
    if (isMissing || isBusy || deed.isPending) return
    setBusy(true)
    const isSaved = await sync.flush()
    setBusy(false)
    const body = bodyOf()
    if (!body) return
    if (!isSaved) return toast(t('returns.deed.unsaved'), { kind: 'late' })
    deed.mutate(body, {
      onSuccess: () => {
        if (hasRemarks) remarks.forget()
        onClose()
        toast(t(`returns.done.${body.action}`, { receiver: data.receiver.shortName }))
      },
    })
  }
  const title = t(`returns.deed.${action}`)
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={deed.isPending}>
      {deed.error && <Notice kind="error">{sentence(deed.error)}</Notice>}
      <Form onSubmit={() => void act()} error={deed.error} label={title}>
        <p>{t(`returns.ask.${action}`, { receiver: data.receiver.name })}</p>
        {hasRemarks && <RemarkWords {...props} />}
        {isCorrection && (
          <FormRow>
            <TextField
              label={t('returns.correct.number')}
              name="number"
              isRequired
              value={number}
              onChange={setNumber}
              error={isTried && !number.trim() ? t('returns.missing') : undefined}
            />
            <DatePicker
              label={t('returns.correct.on')}
              value={on}
              onChange={setOn}
              isRequired
              error={isTried && on === null ? t('returns.missing') : undefined}
            />
          </FormRow>
        )}
        {hasRemarks || isCorrection ? (
          <TextArea
            label={t(isCorrection ? 'returns.correct.reason' : 'returns.remarks.whole')}
            name="text"
            rows={3}
            isRequired={isCorrection}
            value={text}
            onChange={setText}
            error={isTried && isMissing ? t('returns.missing') : undefined}
          />
        ) : (
          <TextField
            label={t('returns.deed.words')}
            name="text"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- Enter then does it
            autoFocus
            value={text}
            onChange={setText}
          />
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={deed.isPending || isBusy}>
            {action === 'send' && data.state === 'with_leader' ? t('returns.deed.approve') : title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function RemarkWords({ remarks, entry }: DeedProps) {
  if (remarks.list.length === 0) return null
  return (
    <ul className="return-checks">
      {remarks.list.map(({ cell: key, text }) => {
        const cell = entry.byKey.get(key)
        return (
          <li key={key}>
            <b>{cell ? `${entry.rowName(cell)}, ${entry.columnWords(cell)}` : key}</b>
            <p>{text}</p>
          </li>
        )
      })}
    </ul>
  )
}
