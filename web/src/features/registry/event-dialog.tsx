import { EVENT_WORDS } from '@hopluc/shared/entity-words'
import type { Entity } from '@hopluc/shared/entities'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { DocumentPicker } from '../documents/document-picker.tsx'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { useOnce } from './use-once.ts'
import {
  ENDING,
  EVENT_GROUPS,
  eventFaults,
  eventOf,
  NO_EVENT,
  offers,
  type TypedEvent,
} from './event-model.ts'
import { eventWords } from './event-words.ts'
import { KindFields } from './event-fields.tsx'
import { entityQuery, useAddEvent } from './queries.ts'
import { say } from './words.ts'

const GROUPS = ['founding', 'running', 'reorganising', 'ending'] as const

/** A step of its legal life; what it asks for depends on the step. */
export function EventDialog({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const { today } = useSession()
  const queries = useQueryClient()
  const attempt = useAttempt()
  const once = useOnce()
  const { mutate, isPending, error } = useAddEvent(entity.id)
  const [typed, setTyped] = useState<TypedEvent>({ ...NO_EVENT, onDay: today })
  const [version, setVersion] = useState(entity.version)
  const [isTried, setTried] = useState(false)
  const found = eventFaults(typed)
  const set = (change: Partial<TypedEvent>) => setTyped({ ...typed, ...change })
  const save = () => {
    setTried(true)
    const event = eventOf(typed)
    if (!event || Object.keys(found).length > 0 || !once.begin()) return
    const body = { ...event, version }
    mutate(
      { body, key: attempt.keyFor(body) },
      {
        onSettled: once.end,
        onSuccess: () => {
          attempt.settle()
          onClose()
          toast(t('registry.addEvent.done', { what: eventWords(event) }))
        },
        onError: (refusal) => {
          if (!(refusal instanceof ApiError) || refusal.status !== 409) return
          void queries
            .fetchQuery({ ...entityQuery(entity.id), staleTime: 0 })
            .then((now) => setVersion(now.version))
        },
      },
    )
  }
  const isStale = version !== entity.version || (error instanceof ApiError && error.status === 409)
  const { kind } = entity.attributes
  return (
    <Dialog title={t('registry.addEvent.title')} isOpen onClose={onClose} isKept={isPending}>
      {error && (
        <Notice kind={isStale ? 'warning' : 'error'}>
          {sentence(error)} {isStale && t('registry.conflict.event')}
        </Notice>
      )}
      <Form onSubmit={save} error={error} label={t('registry.addEvent.title')}>
        <ComboBox
          label={t('registry.addEvent.kind')}
          value={typed.kind}
          onChange={(value) => {
            const next = GROUPS.flatMap((group) => [...EVENT_GROUPS[group]]).find(
              (one) => one === value,
            )
            if (next) set({ kind: next, others: [] })
          }}
          options={GROUPS.flatMap((group) =>
            EVENT_GROUPS[group]
              .filter((one) => offers(kind, one))
              .map((one) => ({
                value: one,
                label: say(EVENT_WORDS[one]),
                note: t(`registry.event.group.${group}`),
              })),
          )}
          isRequired
        />
        <DatePicker
          label={t('registry.addEvent.on')}
          name="onDay"
          value={typed.onDay}
          onChange={(onDay) => set({ onDay })}
          error={isTried ? found.onDay : undefined}
          isRequired
        />
        <KindFields typed={typed} set={set} faults={isTried ? found : {}} except={entity.id} />
        {ENDING.includes(typed.kind) && (
          <Notice kind="info">{t('registry.addEvent.effect')}</Notice>
        )}
        <FormRow>
          <TextField
            label={t('registry.addEvent.decisionNo')}
            name="decisionNo"
            value={typed.decisionNo ?? ''}
            onChange={(decisionNo) => set({ decisionNo: decisionNo || null })}
          />
          <DatePicker
            label={t('registry.addEvent.decidedOn')}
            name="decidedOn"
            value={typed.decidedOn}
            onChange={(decidedOn) => set({ decidedOn })}
          />
        </FormRow>
        <TextField
          label={t('registry.addEvent.decidedBy')}
          name="decidedBy"
          value={typed.decidedBy ?? ''}
          onChange={(decidedBy) => set({ decidedBy: decidedBy || null })}
        />
        <DocumentPicker
          label={t('registry.addEvent.document')}
          value={typed.documentId}
          onChange={(documentId) => set({ documentId })}
        />
        <TextArea
          label={t('registry.addEvent.note')}
          name="note"
          rows={2}
          value={typed.note ?? ''}
          onChange={(note) => set({ note: note || null })}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('registry.addEvent.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
