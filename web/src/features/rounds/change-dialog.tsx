import type { Round } from '@hopluc/shared/rounds'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Confirm, Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useChangeRound, useCloseRound } from './queries.ts'

interface DialogProps {
  readonly round: Round
  readonly onClose: () => void
}

/** Title, deadlines and the paper that the print names; what is asked stays as it was opened. */
export function ChangeDialog({ round, onClose }: DialogProps) {
  const change = useChangeRound(round.id)
  const [title, setTitle] = useState(round.title)
  const [paper, setPaper] = useState(round.paper ?? '')
  const [deadlines, setDeadlines] = useState(round.deadlines)
  const [checkDueOn, setCheckDueOn] = useState(round.checkDueOn)
  const save = () =>
    change.mutate(
      {
        version: round.version,
        title: title.trim(),
        paper: paper.trim() || null,
        checkDueOn,
        deadlines: deadlines.map(({ level, dueOn }) => ({ level, dueOn })),
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('rounds.changed'))
        },
      },
    )
  return (
    <Dialog title={t('rounds.change')} isOpen onClose={onClose} isKept={change.isPending}>
      {change.error && <Notice kind="error">{sentence(change.error)}</Notice>}
      <Form onSubmit={save} error={change.error} label={t('rounds.change')}>
        <TextField
          label={t('rounds.name')}
          name="title"
          isRequired
          value={title}
          onChange={setTitle}
        />
        {deadlines.map(({ level, dueOn }) => (
          <DatePicker
            key={level}
            label={t('rounds.due.of', { level: t(`rounds.level.${level}`) })}
            value={dueOn}
            isRequired
            onChange={(next) =>
              next &&
              setDeadlines((before) =>
                before.map((one) => (one.level === level ? { ...one, dueOn: next } : one)),
              )
            }
          />
        ))}
        {round.checker && (
          <DatePicker label={t('rounds.check.due')} value={checkDueOn} onChange={setCheckDueOn} />
        )}
        <TextField
          label={t('rounds.paper')}
          name="paper"
          hint={t('rounds.paper.hint')}
          value={paper}
          onChange={setPaper}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={change.isPending}>
            {t('rounds.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** A closed round takes no more returns; it can be opened again. */
export function CloseDialog({ round, onClose }: DialogProps) {
  const close = useCloseRound(round.id)
  const isOpen = round.state === 'open'
  return (
    <Confirm
      title={t(isOpen ? 'rounds.close' : 'rounds.reopen')}
      action={t(isOpen ? 'rounds.close' : 'rounds.reopen')}
      isOpen
      isPending={close.isPending}
      onClose={onClose}
      onConfirm={() =>
        close.mutate(
          { version: round.version, isClosed: isOpen },
          { onSuccess: onClose, onError: (error) => toast(sentence(error), { kind: 'late' }) },
        )
      }
    >
      <p>{t(isOpen ? 'rounds.close.words' : 'rounds.reopen.words')}</p>
    </Confirm>
  )
}
