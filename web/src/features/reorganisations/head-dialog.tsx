import { type Reorganisation, ReorganisationPlan } from '@hopluc/shared/reorganisations'
import type { PlainDate } from '@hopluc/shared/values'
import { useRef, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDraft, useEdit } from './queries.ts'

export interface HeadDialogProps {
  /** Without it a new draft is made. */
  readonly of?: Reorganisation
  readonly onClose: () => void
  readonly onSaved: (saved: Reorganisation) => void
}

/** The act itself: its number, when it was decided, from which day it holds. */
export function HeadDialog({ of, onClose, onSaved }: HeadDialogProps) {
  const draft = useDraft()
  const edit = useEdit(of?.id ?? '')
  const key = useRef(newId())
  const [act, setAct] = useState(of?.act ?? '')
  const [title, setTitle] = useState(of?.title ?? '')
  const [decidedOn, setDecidedOn] = useState<PlainDate | null>(of?.decidedOn ?? null)
  const [onDay, setOnDay] = useState<PlainDate | null>(of?.onDay ?? null)
  const [isTried, setTried] = useState(false)
  const error = draft.error ?? edit.error
  const missing = (value: unknown) => (isTried && !value ? t('organisation.required') : undefined)
  const save = () => {
    setTried(true)
    if (!act.trim() || !title.trim() || !onDay) return
    const head = { act, title, decidedOn, onDay, documentId: of?.document?.id ?? null }
    const done = { onSuccess: onSaved }
    if (of) edit.mutate({ ...head, plan: of.plan, version: of.version }, done)
    else draft.mutate({ ...head, plan: ReorganisationPlan.parse({}), key: key.current }, done)
  }
  return (
    <Dialog
      title={t(of ? 'reorganisations.head' : 'reorganisations.new.open')}
      isOpen
      onClose={onClose}
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('reorganisations.head')}>
        <TextField
          label={t('reorganisations.field.title')}
          hint={t('reorganisations.field.title.hint')}
          name="title"
          value={title}
          onChange={setTitle}
          error={missing(title.trim())}
        />
        <TextField
          label={t('reorganisations.field.act')}
          hint={t('reorganisations.field.act.hint')}
          name="act"
          value={act}
          onChange={setAct}
          error={missing(act.trim())}
        />
        <FormRow>
          <DateField
            label={t('reorganisations.field.decidedOn')}
            value={decidedOn}
            onChange={setDecidedOn}
          />
          <DateField
            label={t('reorganisations.onDay')}
            hint={t('reorganisations.field.onDay.hint')}
            value={onDay}
            onChange={setOnDay}
            error={missing(onDay)}
          />
        </FormRow>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={draft.isPending || edit.isPending}>
            {t('reorganisations.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
