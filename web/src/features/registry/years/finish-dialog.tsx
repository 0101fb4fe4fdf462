import { DONE_BY, type Work, type WorkDone } from '@hopluc/shared/entity-years'
import { CooperativeLaw } from '@hopluc/shared/entities'
import { LAW_WORDS, TRAIT_WORDS } from '@hopluc/shared/entity-words'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/states.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../../tasks/attempt.ts'
import { entityQuery } from '../queries.ts'
import { say } from '../words.ts'
import { OneEntityPicker } from './one-entity-picker.tsx'
import { useFinishWork } from './queries.ts'

const FRESH = 'fresh'

/** Done by the legal event: one that is recorded already, or the one that is recorded now. */
export function FinishDialog({ work, onClose }: { work: Work; onClose: () => void }) {
  const { today } = useSession()
  const attempt = useAttempt()
  const { mutate, isPending, error } = useFinishWork(work.id)
  const [entityId, setEntityId] = useState<Id | null>(work.entity?.id ?? null)
  const {
    data: entity,
    isLoading,
    error: unread,
  } = useQuery({ ...entityQuery(entityId ?? ''), enabled: entityId !== null })
  const [eventId, setEventId] = useState<string>(FRESH)
  const [onDay, setOnDay] = useState<PlainDate | null>(today)
  const [decisionNo, setDecisionNo] = useState('')
  const [decidedBy, setDecidedBy] = useState('')
  const [law, setLaw] = useState<CooperativeLaw>('2023')
  const [isTried, setTried] = useState(false)
  const kind = DONE_BY[work.kind]
  const known = (entity?.events ?? []).filter(
    (event) => event.kind === kind && event.voidReason === null,
  )
  // A founding is proved by the certificate of what came of it, which the register has already.
  const mayRecord = work.kind !== 'found'
  const chosen = eventId === FRESH && !mayRecord ? known[0]?.id : eventId
  const required = isTried ? t('registry.form.required') : undefined
  const bodyOf = (): WorkDone | undefined => {
    if (!entity || !chosen) return undefined
    const { version } = work
    if (chosen !== FRESH) return { version, entityId: entity.id, eventId: chosen }
    if (!onDay) return undefined
    return {
      version,
      event: {
        entityVersion: entity.version,
        onDay,
        decisionNo: decisionNo.trim() || null,
        decidedBy: decidedBy.trim() || null,
        note: null,
        details: {
          ...(work.kind === 'convert' && { law }),
          ...(work.kind === 'congress' && { congress: 'yearly' as const }),
        },
      },
    }
  }
  const save = () => {
    setTried(true)
    const body = bodyOf()
    if (!body || isPending) return
    mutate(
      { body, key: attempt.keyFor(body) },
      {
        onSuccess: () => {
          attempt.settle()
          onClose()
          toast(t('years.work.done.toast'))
        },
      },
    )
  }
  const title = t('years.work.finish.title', {
    kind: t(`years.work.${work.kind}`),
    name: work.entity?.name ?? work.candidateName ?? '',
  })
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {(error ?? unread) && <Notice kind="error">{sentence(error ?? unread)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {!work.entity && (
          <OneEntityPicker
            label={t('years.work.entity')}
            hint={t('years.work.entity.founded')}
            value={entityId}
            onChange={setEntityId}
            error={entityId ? undefined : required}
          />
        )}
        {entity && !mayRecord && known.length === 0 && (
          <Notice kind="info">{t('years.work.unregistered')}</Notice>
        )}
        {(known.length > 0 || mayRecord) && (
          <Select
            label={t('years.work.event')}
            value={chosen ?? null}
            onChange={setEventId}
            options={[
              ...(mayRecord ? [{ value: FRESH, label: t('years.work.event.fresh') }] : []),
              ...known.map((event) => ({
                value: event.id,
                label: [formatDate(event.onDay), event.decisionNo].filter(Boolean).join(', '),
              })),
            ]}
          />
        )}
        {chosen === FRESH && mayRecord && (
          <>
            <DatePicker
              label={t('years.work.onDay')}
              name="onDay"
              value={onDay}
              onChange={setOnDay}
              max={today}
              error={onDay ? undefined : required}
              isRequired
            />
            {work.kind === 'convert' && (
              <Select
                label={say(TRAIT_WORDS.law)}
                value={law}
                onChange={setLaw}
                options={CooperativeLaw.options
                  .toReversed()
                  .map((value) => ({ value, label: say(LAW_WORDS[value]) }))}
              />
            )}
            <TextField
              label={t('years.work.decision')}
              name="decisionNo"
              value={decisionNo}
              onChange={setDecisionNo}
            />
            <TextField
              label={t('years.work.decidedBy')}
              name="decidedBy"
              value={decidedBy}
              onChange={setDecidedBy}
            />
          </>
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending || isLoading}>
            {t('years.work.finish')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
