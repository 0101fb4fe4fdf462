import './checks.css'
import { CheckKind } from '@hopluc/shared/entity-checks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { entitySearchQuery } from '../registry/queries.ts'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { usePlan } from './queries.ts'

interface Chosen {
  id: Id
  entityId: Id
  name: string
}

/** One matter and day for one or several cooperatives. */
export function PlanChecksPage() {
  const { today } = useSession()
  const navigate = useNavigate()
  const { mutate, error, isPending } = usePlan()
  const once = useOnce()
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [kind, setKind] = useState<CheckKind>('inspection')
  const [subject, setSubject] = useState('')
  const [plannedOn, setPlannedOn] = useState<PlainDate | null>(null)
  const [paper, setPaper] = useState('')
  const [isTried, setTried] = useState(false)
  const missing = (isThere: boolean) => (isTried && !isThere ? t('checks.required') : undefined)
  const save = () => {
    setTried(true)
    if (chosen.length === 0 || !subject.trim() || !plannedOn || !once.begin()) return
    mutate(
      {
        items: chosen.map(({ id, entityId }) => ({ id, entityId })),
        kind,
        subject: subject.trim(),
        plannedOn,
        planPaper: paper.trim() || null,
      },
      {
        onSettled: once.end,
        onSuccess: ({ items }) => {
          toast(t('checks.plan.done', { count: items.length }))
          void navigate({ to: '/entity-checks', search: { year: Number(plannedOn.slice(0, 4)) } })
        },
      },
    )
  }
  const title = t('checks.plan.title')
  return (
    <Page title={title} crumbs={[{ label: t('checks.title'), to: '/entity-checks' }]}>
      <div className="checks-form">
        {error && <Notice kind="error">{sentence(error)}</Notice>}
        <Form onSubmit={save} error={error} label={title}>
          <EntitiesField chosen={chosen} onChange={setChosen} error={missing(chosen.length > 0)} />
          <TextField
            label={t('checks.subject')}
            hint={t('checks.subject.hint')}
            name="subject"
            value={subject}
            onChange={setSubject}
            error={missing(subject.trim() !== '')}
            isRequired
          />
          <FormRow>
            <Select
              label={t('checks.kind')}
              name="kind"
              value={kind}
              onChange={setKind}
              options={CheckKind.options.map((value) => ({
                value,
                label: t(`checks.kind.${value}`),
              }))}
            />
            <DatePicker
              label={t('checks.plannedOn')}
              name="plannedOn"
              value={plannedOn}
              onChange={setPlannedOn}
              min={today}
              error={missing(plannedOn !== null)}
              isRequired
            />
          </FormRow>
          <TextField
            label={t('checks.planPaper')}
            name="planPaper"
            value={paper}
            onChange={setPaper}
          />
          <FormActions>
            <Button type="submit" kind="primary" isPending={isPending}>
              {t('checks.plan.send')}
            </Button>
          </FormActions>
        </Form>
      </div>
    </Page>
  )
}

interface FieldProps {
  readonly chosen: readonly Chosen[]
  readonly onChange: (next: readonly Chosen[]) => void
  readonly error: string | undefined
}

/** Each choice joins the list below the field. */
function EntitiesField({ chosen, onChange, error }: FieldProps) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  const has = new Set(chosen.map(({ entityId }) => entityId))
  const add = (entityId: string | null) => {
    const found = data?.items.find(({ id }) => id === entityId)
    if (found) onChange([...chosen, { id: newId(), entityId: found.id, name: found.name }])
  }
  return (
    <>
      <ComboBox
        key={chosen.length}
        label={t('checks.entity.add')}
        name="entityId"
        value={null}
        onChange={add}
        options={(data?.items ?? [])
          .filter(({ id }) => !has.has(id))
          .map(({ id, name, unit }) => ({ value: id, label: name, note: unitWords(unit) }))}
        onSearch={setWords}
        isSearching={isFetching}
        error={error}
        isRequired
      />
      {chosen.length === 0 ? (
        <p className="muted small">{t('checks.entity.none')}</p>
      ) : (
        <ul className="checks-chosen">
          {chosen.map((one) => (
            <li key={one.id}>
              {one.name}
              <Button
                kind="plain"
                onPress={() => onChange(chosen.filter(({ id }) => id !== one.id))}
              >
                {t('checks.entity.remove', { name: one.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
