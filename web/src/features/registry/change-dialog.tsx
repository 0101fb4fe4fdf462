import type { Entity } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice, Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { useOnce } from './use-once.ts'
import { ChangeConflict } from './change-conflict.tsx'
import { ChangeFields, subjectWords } from './change-fields.tsx'
import {
  changeOf,
  type Later,
  laterOf,
  placeOf,
  placeOn,
  type Subject,
  versionOn,
} from './change-model.ts'
import { attributeFaults, type Faults, placeFaults, type TypedSource } from './form-model.ts'
import { entityHistoryQuery, entityQuery, useChangeEntity } from './queries.ts'
import { SourceFields } from './source-fields.tsx'

/** From a day on something is otherwise: beside each field stands what holds on that day. */
export function ChangeDialog({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const { today } = useSession()
  const queries = useQueryClient()
  const attempt = useAttempt()
  const once = useOnce()
  const { data: history } = useQuery(entityHistoryQuery(entity.id))
  const { mutate, isPending, error } = useChangeEntity(entity.id)
  const [base, setBase] = useState(entity)
  const [theirs, setTheirs] = useState<Entity | null>(null)
  const [fromOn, setFromOn] = useState<PlainDate | null>(today)
  const [subjects, setSubjects] = useState<readonly Subject[]>([])
  const [attributes, setAttributes] = useState(entity.attributes)
  const [place, setPlace] = useState(placeOf(entity))
  const [source, setSource] = useState<TypedSource>({
    from: 'certificate',
    on: today,
    documentId: null,
    note: null,
  })
  const [isTried, setTried] = useState(false)
  const form = { version: base.version, fromOn, subjects, attributes, place, source }
  const then = history && fromOn ? versionOn(history, fromOn) : undefined
  const placeThen = history && fromOn ? placeOn(history, fromOn) : undefined
  const found: Faults = {
    ...attributeFaults(
      Object.fromEntries(subjects.map((one) => [one, one === 'place' ? null : attributes[one]])),
    ),
    ...(subjects.includes('place') && placeFaults(place)),
    ...(!fromOn && { fromOn: t('registry.form.required') }),
    ...(history && fromOn && !then && { fromOn: t('registry.change.before') }),
    ...(!source.on && { sourceOn: t('registry.form.required') }),
    ...(subjects.length === 0 && { subjects: t('registry.change.none') }),
  }
  const faults = isTried ? found : {}

  const save = () => {
    setTried(true)
    const body = changeOf(form)
    if (!body || Object.keys(found).length > 0 || !once.begin()) return
    mutate(
      { body, key: attempt.keyFor(body) },
      {
        onSettled: once.end,
        onSuccess: () => {
          attempt.settle()
          onClose()
          toast(t('registry.change.done', { day: formatDate(body.fromOn) }))
        },
        onError: (refusal) => {
          if (!(refusal instanceof ApiError) || refusal.status !== 409) return
          void queries.fetchQuery({ ...entityQuery(entity.id), staleTime: 0 }).then(setTheirs)
        },
      },
    )
  }
  const goOn = (kept: readonly Subject[], now: Entity) => {
    setSubjects(kept)
    setBase(now)
    setTheirs(null)
    void queries.invalidateQueries({ queryKey: entityHistoryQuery(entity.id).queryKey })
  }

  return (
    <Dialog
      title={t('registry.change.title')}
      isOpen
      onClose={onClose}
      shape="wide"
      isKept={isPending}
    >
      {error && !theirs && <Notice kind="error">{sentence(error)}</Notice>}
      {theirs ? (
        <ChangeConflict
          subjects={subjects}
          mine={{ attributes, place }}
          seen={base}
          theirs={theirs}
          onGoOn={(kept) => goOn(kept, theirs)}
        />
      ) : (
        <Form onSubmit={save} error={error} label={t('registry.change.title')}>
          <DatePicker
            label={t('registry.change.from')}
            name="fromOn"
            value={fromOn}
            onChange={setFromOn}
            max={today}
            hint={t('registry.change.from.hint')}
            error={faults.fromOn}
            isRequired
          />
          {history ? (
            <ChangeFields
              subjects={subjects}
              setSubjects={setSubjects}
              attributes={attributes}
              setAttributes={(change) => setAttributes({ ...attributes, ...change })}
              place={place}
              setPlace={setPlace}
              then={then?.attributes}
              placeThen={placeThen}
              day={fromOn ?? today}
              faults={faults}
            />
          ) : (
            <Skeleton rows={3} />
          )}
          {history && fromOn && <LaterLine later={laterOf(history, subjects, fromOn)} />}
          <SourceFields source={source} set={setSource} faults={faults} today={today} />
          <FormActions>
            <Button onPress={onClose}>{t('ui.cancel')}</Button>
            <Button kind="primary" type="submit" isPending={isPending}>
              {t('registry.change.save')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  )
}

function LaterLine({ later }: { later: readonly Later[] }) {
  if (later.length === 0) return null
  const list = later.map(({ subject, fromOn }) =>
    t('registry.change.later.one', { what: subjectWords(subject), day: formatDate(fromOn) }),
  )
  return <Notice kind="info">{t('registry.change.later', { list: list.join('; ') })}</Notice>
}
