import type { Id } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { newId } from '../../../lib/new-id.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { bodyOf, type FieldRow, FieldRows, missingIn, type Values, valuesOf } from './fields.tsx'
import { useRemovePart, useSavePart } from './queries.ts'

/** A record as it stands; what is new has none. */
export interface Known {
  readonly id: Id
  readonly version: number
}

export interface PartDialogProps {
  readonly title: string
  readonly entityId: Id
  readonly noun: string
  readonly rows: readonly FieldRow[]
  readonly record: (Known & Values) | null
  /** Of what is new. */
  readonly initial?: Values | undefined
  readonly onClose: () => void
}

/** A record is added or changed; what was entered by mistake is removed, with one more question. */
export function PartDialog({
  title,
  entityId,
  noun,
  rows,
  record,
  initial = {},
  onClose,
}: PartDialogProps) {
  const [values, setValues] = useState(() => valuesOf(record ?? initial, rows))
  const [isTried, setTried] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const [key] = useState(newId)
  const save = useSavePart(entityId, noun)
  const remove = useRemovePart(entityId, noun)
  const error = save.error ?? remove.error
  const done = () => {
    onClose()
    toast(t('parts.saved'))
  }
  const submit = () => {
    setTried(true)
    if (missingIn(values, rows).length > 0) return
    const body = { ...fixed(initial, rows), ...bodyOf(values, rows) }
    save.mutate({ body, one: record ?? undefined, key }, { onSuccess: done })
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={submit} error={error} label={title}>
        <FieldRows
          rows={rows}
          values={values}
          onChange={(change) => setValues((now) => ({ ...now, ...change }))}
          isTried={isTried}
        />
        <FormActions>
          {record && !isRemoving && (
            <Button kind="quiet" onPress={() => setRemoving(true)}>
              {t('parts.remove.mistake')}
            </Button>
          )}
          {record && isRemoving && (
            <Button
              kind="danger"
              isPending={remove.isPending}
              onPress={() => remove.mutate(record, { onSuccess: done })}
            >
              {t('parts.remove.sure')}
            </Button>
          )}
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={save.isPending}>
            {t('parts.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** What goes along without a field of its own: to which debt a settlement belongs. */
function fixed(initial: Values, rows: readonly FieldRow[]): Values {
  const shown = new Set(rows.flat().map(({ key }) => key))
  return Object.fromEntries(Object.entries(initial).filter(([key]) => !shown.has(key)))
}
