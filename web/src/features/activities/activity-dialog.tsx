import type { Activity, ActivityKind, ActivityWords } from '@hopluc/shared/activities'
import { ActivityState, AdviceTopic } from '@hopluc/shared/activities'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import { OneEntityPicker } from '../registry/years/one-entity-picker.tsx'
import { useSession } from '../session/queries.ts'
import { ActivityLines } from './activity-lines.tsx'
import { useKeep } from './queries.ts'
import { FIELDS } from './words.tsx'

interface ActivityDialogProps {
  readonly kind: ActivityKind
  /** What is changed; without it a new one. */
  readonly one?: Activity
  readonly onClose: () => void
}

/** The fields that the kind asks for. */
export function ActivityDialog({ kind, one, onClose }: ActivityDialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useKeep()
  const once = useOnce()
  const [id] = useState(() => one?.id ?? newId())
  const [entityId, setEntity] = useState<string | null>(one?.entity?.id ?? null)
  const [typed, setTyped] = useState(() => (one ? wordsOf(one) : blank(today)))
  const [isTried, setTried] = useState(false)
  const set = (next: Partial<ActivityWords>) => setTyped((before) => ({ ...before, ...next }))
  const has = (field: (typeof FIELDS)[typeof kind][number]) => FIELDS[kind].includes(field)
  const missing = (words: string | null) =>
    isTried && !words?.trim() ? t('activity.required') : undefined
  const needsEntity = kind === 'advice' && !one
  // of what stands in the form: what is read anew meanwhile is another's
  const [version] = useState(one?.version)
  const save = () => {
    setTried(true)
    const words = {
      ...typed,
      untilOn: has('untilOn') ? typed.untilOn : typed.fromOn,
      partners: linesOf(typed.partners),
      channels: linesOf(typed.channels),
    }
    if (!words.title.trim() || !hasWholeLines(words) || (needsEntity && !entityId) || !once.begin())
      return
    mutate(
      one
        ? { ...words, id, version: version ?? one.version }
        : { ...words, id, kind, entityId: needsEntity ? entityId : null },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('activity.kept'))
          onClose()
        },
      },
    )
  }
  const title = one ? t('activity.edit') : t(`activity.new.${kind}`)
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {isTried && !hasWholeLines(typed) && <Notice kind="error">{t('activity.half')}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {needsEntity && (
          <OneEntityPicker
            label={t('activity.entity')}
            value={entityId}
            onChange={setEntity}
            error={missing(entityId)}
          />
        )}
        <TextField
          label={t('activity.name')}
          name="title"
          value={typed.title}
          onChange={(words) => set({ title: words })}
          error={missing(typed.title)}
          isRequired
        />
        <FormRow>
          <DatePicker
            label={t(kind === 'advice' ? 'activity.on' : 'activity.fromOn')}
            name="fromOn"
            value={typed.fromOn}
            onChange={(fromOn) => set({ fromOn: fromOn ?? today })}
            isRequired
          />
          {has('untilOn') && (
            <DatePicker
              label={t('activity.untilOn')}
              name="untilOn"
              value={typed.untilOn}
              onChange={(untilOn) => set({ untilOn: untilOn ?? typed.fromOn })}
              min={typed.fromOn}
              isRequired
            />
          )}
          <Select
            label={t('activity.state')}
            name="state"
            value={typed.state}
            options={ActivityState.options.map((value) => ({
              value,
              label: t(`activity.state.${value}`),
            }))}
            onChange={(state) => set({ state })}
          />
        </FormRow>
        {has('topic') && (
          <Select
            label={t('activity.topic')}
            name="topic"
            value={typed.topic}
            options={AdviceTopic.options.map((value) => ({
              value,
              label: t(`activity.topic.${value}`),
            }))}
            onChange={(topic) => set({ topic })}
          />
        )}
        {has('document') && (
          <TextField
            label={t('activity.document')}
            name="document"
            value={typed.document ?? ''}
            onChange={(words) => set({ document: words || null })}
          />
        )}
        {(['partners', 'channels'] as const).filter(has).map((field) => (
          <TextArea
            key={field}
            label={t(`activity.${field}`)}
            name={field}
            rows={2}
            hint={t('activity.lines')}
            value={typed[field].join('\n')}
            onChange={(words) => set({ [field]: words.split('\n') })}
          />
        ))}
        {has('content') && (
          <TextArea
            label={t('activity.content')}
            name="content"
            rows={4}
            value={typed.content ?? ''}
            onChange={(words) => set({ content: words || null })}
          />
        )}
        <ActivityLines typed={typed} set={set} has={has} today={today} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('activity.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

const blank = (today: string): ActivityWords => ({
  title: '',
  topic: null,
  fromOn: today,
  untilOn: today,
  document: null,
  partners: [],
  channels: [],
  content: null,
  tasks: [],
  reach: [],
  results: [],
  state: 'running',
})

const wordsOf = (one: Activity): ActivityWords => ({
  title: one.title,
  topic: one.topic,
  fromOn: one.fromOn,
  untilOn: one.untilOn,
  document: one.document,
  partners: one.partners,
  channels: one.channels,
  content: one.content,
  tasks: one.tasks,
  reach: one.reach,
  results: one.results,
  state: one.state,
})

const linesOf = (lines: readonly string[]) => lines.flatMap((one) => one.trim() || [])

/** Lines are whole or left out. */
const hasWholeLines = ({ tasks, reach, results }: ActivityWords): boolean =>
  tasks.every(({ what, lead }) => what.trim() && lead.trim()) &&
  reach.every(({ name }) => name.trim()) &&
  results.every(({ text }) => text.trim())
