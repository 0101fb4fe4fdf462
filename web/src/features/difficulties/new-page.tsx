import './difficulties.css'
import { DifficultyWay, type NewDifficulty } from '@hopluc/shared/difficulties'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { entitySearchQuery } from '../registry/queries.ts'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import type { KeptFile } from '../tasks/deeds/deed-draft.ts'
import { FilesField } from '../tasks/deeds/evidence-fields.tsx'
import { choicesQuery, useRaise } from './queries.ts'
import { topicWords } from './words.tsx'

const EMPTY: NewDifficulty = {
  topicId: '',
  text: '',
  unitId: null,
  entityId: null,
  way: 'meeting',
  raisedOn: null,
  meetingId: null,
  returnId: null,
  fileIds: [],
}

const route = getRouteApi('/app/difficulties/new')

/** Three fields for a cooperative; an officer also says where, whose and how it was raised. */
export function NewDifficultyPage() {
  const { data: choices, error, refetch } = useQuery(choicesQuery)
  const navigate = useNavigate()
  const { meeting, return: answered } = route.useSearch()
  const attempt = useAttempt()
  const once = useOnce()
  const raise = useRaise()
  const [typed, setTyped] = useState(EMPTY)
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!choices) return <PageSkeleton />
  const { isCooperative, topics, units } = choices
  const only = units.length === 1 ? units[0]?.id : undefined
  const body: NewDifficulty = {
    ...typed,
    text: typed.text.trim(),
    unitId: isCooperative ? null : (typed.unitId ?? only ?? null),
    way: isCooperative ? 'own' : meeting ? 'meeting' : answered ? 'return' : typed.way,
    meetingId: meeting ?? null,
    returnId: answered ?? null,
    fileIds: files.map(({ id }) => id),
  }
  const set = (next: Partial<NewDifficulty>) => setTyped((before) => ({ ...before, ...next }))
  const required = (isThere: boolean) =>
    isTried && !isThere ? t('difficulties.required') : undefined
  const save = () => {
    setTried(true)
    if (!body.topicId || !body.text || (!isCooperative && body.unitId === null)) return
    if (!once.begin()) return
    raise.mutate(
      { body, key: attempt.keyFor(body) },
      {
        onSettled: once.end,
        onSuccess: ({ id, handler }) => {
          attempt.settle()
          toast(t('difficulties.sent', { name: handler.name }))
          void (meeting
            ? navigate({ to: '/meetings/$id', params: { id: meeting } })
            : navigate({ to: '/difficulties/$id', params: { id } }))
        },
      },
    )
  }
  const title = t('difficulties.raise')
  return (
    <Page title={title} crumbs={[{ label: t('difficulties.own'), to: '/difficulties' }]}>
      <div className="difficulties-form">
        {raise.error && <Notice kind="error">{sentence(raise.error)}</Notice>}
        <Form onSubmit={save} error={raise.error} label={title}>
          <Select
            label={t('difficulties.topic')}
            name="topicId"
            value={typed.topicId || null}
            onChange={(topicId) => set({ topicId })}
            options={topics.map((one) => ({ value: one.id, label: topicWords(one) }))}
            error={required(body.topicId !== '')}
            isRequired
          />
          <TextArea
            label={t('difficulties.text')}
            hint={t('difficulties.text.hint')}
            name="text"
            rows={5}
            value={typed.text}
            onChange={(text) => set({ text })}
            error={required(body.text !== '')}
            isRequired
          />
          {!isCooperative && (
            <OfficerFields
              value={body}
              set={set}
              isFixed={meeting !== undefined || answered !== undefined}
              units={units.map((one) => ({ value: one.id, label: unitWords(one) }))}
              unitError={required(body.unitId !== null)}
            />
          )}
          <FilesField
            label={t('difficulties.files')}
            files={files}
            onChange={setFiles}
            onBusy={setBusy}
          />
          <FormActions>
            <Button type="submit" kind="primary" isPending={raise.isPending} isDisabled={isBusy}>
              {t('difficulties.send')}
            </Button>
          </FormActions>
        </Form>
      </div>
    </Page>
  )
}

interface OfficerProps {
  readonly value: NewDifficulty
  readonly set: (next: Partial<NewDifficulty>) => void
  readonly units: readonly { value: Id; label: string }[]
  readonly unitError: string | undefined
  /** How it came is known from where one comes. */
  readonly isFixed: boolean
}

/** On behalf of a cooperative: where, whose, when and how. */
function OfficerFields({ value, set, units, unitError, isFixed }: OfficerProps) {
  const { today } = useSession()
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  return (
    <>
      <FormRow>
        <ComboBox
          label={t('difficulties.unit')}
          name="unitId"
          value={value.unitId}
          onChange={(unitId) => set({ unitId, entityId: null })}
          options={units}
          error={unitError}
          isRequired
        />
        <ComboBox
          label={t('difficulties.entity')}
          name="entityId"
          value={value.entityId}
          onChange={(entityId) => set({ entityId })}
          options={(data?.items ?? [])
            .filter(({ unit }) => value.unitId === null || unit.id === value.unitId)
            .map(({ id, name, unit }) => ({ value: id, label: name, note: unitWords(unit) }))}
          onSearch={setWords}
          isSearching={isFetching}
        />
      </FormRow>
      <FormRow>
        {!isFixed && (
          <Select
            label={t('difficulties.way')}
            name="way"
            value={value.way}
            onChange={(way) => set({ way })}
            options={DifficultyWay.options.map((way) => ({
              value: way,
              label: t(`difficulties.way.${way}`),
            }))}
          />
        )}
        <DatePicker
          label={t('difficulties.raisedOn')}
          name="raisedOn"
          value={value.raisedOn ?? today}
          onChange={(raisedOn) => set({ raisedOn })}
        />
      </FormRow>
    </>
  )
}
