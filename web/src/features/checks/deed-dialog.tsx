import type { CheckAction, CheckDeed, EntityCheck } from '@hopluc/shared/entity-checks'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { useDeed } from './queries.ts'

interface Props {
  readonly one: EntityCheck
  readonly action: CheckAction
  readonly onClose: () => void
}

const TEXT = {
  record: 'checks.findings',
  conclude: 'checks.conclusion',
  close: 'checks.close.text',
  move: 'checks.reason',
  cancel: 'checks.reason',
} as const

/** The dialog of a deed: its day, its words, and what else that deed needs. */
export function CheckDeedDialog({ one, action, onClose }: Props) {
  const { today } = useSession()
  const { mutate, error, isPending } = useDeed(one.id)
  const once = useOnce()
  const [on, setOn] = useState<string | null>(action === 'move' ? one.plannedOn : today)
  const [text, setText] = useState('')
  const [members, setMembers] = useState('')
  const [paper, setPaper] = useState('')
  const [isTried, setTried] = useState(false)
  const missing = (isThere: boolean) => (isTried && !isThere ? t('checks.required') : undefined)
  const deed = (): CheckDeed | undefined => {
    const said = text.trim()
    const { version } = one
    if (!said || !on) return undefined
    switch (action) {
      case 'record':
        return members.trim()
          ? { action, version, on, members: members.trim(), findings: said }
          : undefined
      case 'conclude':
        return paper.trim() ? { action, version, on, paper: paper.trim(), text: said } : undefined
      case 'close':
        return { action, version, on, text: said }
      case 'move':
        return { action, version, on, reason: said }
      default:
        return { action, version, reason: said }
    }
  }
  const save = () => {
    setTried(true)
    const command = deed()
    if (!command || !once.begin()) return
    mutate(command, {
      onSettled: once.end,
      onSuccess: () => {
        toast(t(`checks.done.${action}`))
        onClose()
      },
    })
  }
  const title = t(`checks.action.${action}`)
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {action !== 'cancel' && (
          <DatePicker
            label={t(action === 'move' ? 'checks.plannedOn' : 'checks.on')}
            name="on"
            value={on}
            onChange={setOn}
            {...(action === 'move' ? { min: today } : { max: today })}
            error={missing(on !== null)}
            isRequired
          />
        )}
        {action === 'record' && (
          <TextArea
            label={t('checks.members')}
            hint={t('checks.members.hint')}
            name="members"
            value={members}
            onChange={setMembers}
            error={missing(members.trim() !== '')}
            isRequired
          />
        )}
        {action === 'conclude' && (
          <TextField
            label={t('checks.paper')}
            name="paper"
            value={paper}
            onChange={setPaper}
            error={missing(paper.trim() !== '')}
            isRequired
          />
        )}
        <TextArea
          label={t(TEXT[action])}
          name="text"
          rows={5}
          value={text}
          onChange={setText}
          error={missing(text.trim() !== '')}
          isRequired
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('checks.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
