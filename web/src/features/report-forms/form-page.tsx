import './report-forms.css'
import { FormDefinition, type ReportFormDetail } from '@hopluc/shared/report-forms'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useDeferredValue } from 'react'
import * as z from 'zod'
import { sentence } from '../../lib/api-error.ts'
import { useDraft } from '../../lib/draft.ts'
import { dayOf, formatDate, formatInstant } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormRow } from '../../ui/form.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { DraftNotice, ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { ChecksEditor } from './checks-editor.tsx'
import { EMPTY } from './form-model.ts'
import { FormPreview } from './form-preview.tsx'
import { findingsQuery, formQuery, useAddForm, useChangeForm, useRetireForm } from './queries.ts'
import { SectionsEditor } from './section-editor.tsx'

const Fields = z.object({
  code: z.string(),
  name: z.string(),
  note: z.string(),
  // What is being made may be incomplete: the server says what is wrong with it.
  definition: z.custom<FormDefinition>((value) => typeof value === 'object' && value !== null),
})
type Fields = z.infer<typeof Fields>

const route = getRouteApi('/app/report-forms/$id')
const newRoute = getRouteApi('/app/report-forms/new')

/** A form that is there: a version that a round uses stays, its change becomes the next. */
export function FormPage() {
  const { id } = route.useParams()
  const { no } = route.useSearch()
  const { data, error, refetch } = useQuery(formQuery(id, no))
  if (data) return <OneForm key={`${data.id} ${data.shown} ${data.version}`} form={data} />
  if (!error) return <PageSkeleton />
  return (
    <Page title={t('forms.one')} crumbs={[{ label: t('forms.title'), to: '/report-forms' }]}>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </Page>
  )
}

function OneForm({ form }: { form: ReportFormDetail }) {
  const navigate = route.useNavigate()
  const { today } = useSession()
  const { code, name, definition, version, mayChange, shown, no } = form
  const isNewest = shown === no
  const mayEdit = mayChange && isNewest && !form.isRetired
  const draft = useDraft(`form.${form.id}.${version}`, Fields, { code, name, note: '', definition })
  const change = useChangeForm(form.id)
  const retire = useRetireForm(form.id)
  const save = () => {
    const { note, ...fields } = draft.value
    change.mutate(
      { ...fields, note: note.trim() || null, version },
      {
        onSuccess: (saved) => {
          draft.drop()
          toast(t('forms.saved', { no: saved.no }))
        },
      },
    )
  }
  return (
    <Editor
      title={`${code}: ${name}`}
      fields={draft.value}
      onChange={draft.set}
      mayEdit={mayEdit}
      error={change.error}
      isPending={change.isPending}
      onSave={save}
      saveWords={form.isFrozen ? t('forms.save.next', { no: no + 1 }) : t('rounds.save')}
      above={
        <>
          {draft.restoredAt !== null && mayEdit && (
            <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
          )}
          {form.isFrozen && mayEdit && <Notice kind="info">{t('forms.frozen')}</Notice>}
          {!isNewest && <Notice kind="warning">{t('forms.older', { no: shown })}</Notice>}
        </>
      }
      actions={
        <>
          {form.versions.length > 1 && (
            <Select
              label={t('forms.version')}
              prefix={t('forms.version')}
              value={String(shown)}
              onChange={(next) => void navigate({ search: { no: Number(next) } })}
              options={form.versions.map((one) => ({
                value: String(one.no),
                label: String(one.no),
                note: `${formatDate(dayOf(one.madeAt))}, ${one.byWords}`,
              }))}
            />
          )}
          {mayChange && (
            <Button
              isPending={retire.isPending}
              onPress={() =>
                retire.mutate(
                  { version, isRetired: !form.isRetired },
                  { onError: (error) => toast(sentence(error), { kind: 'late' }) },
                )
              }
            >
              {t(form.isRetired ? 'forms.unretire' : 'forms.retire')}
            </Button>
          )}
        </>
      }
    />
  )
}

/** A form from nothing. */
export function NewFormPage() {
  const navigate = newRoute.useNavigate()
  const draft = useDraft('form.new', Fields, { code: '', name: '', note: '', definition: EMPTY })
  const add = useAddForm()
  const { keyFor } = useAttempt()
  const save = () => {
    const { note, ...fields } = draft.value
    const form = { ...fields, note: note.trim() || null }
    add.mutate(
      { form, key: keyFor(form) },
      {
        onSuccess: ({ id, no }) => {
          draft.drop()
          toast(t('forms.saved', { no }))
          void navigate({ to: '/report-forms/$id', params: { id } })
        },
      },
    )
  }
  return (
    <Editor
      title={t('forms.new')}
      fields={draft.value}
      onChange={draft.set}
      mayEdit
      error={add.error}
      isPending={add.isPending}
      onSave={save}
      saveWords={t('forms.add')}
    />
  )
}

interface EditorProps {
  readonly title: string
  readonly fields: Fields
  readonly onChange: (fields: Fields) => void
  readonly mayEdit: boolean
  readonly error: unknown
  readonly isPending: boolean
  readonly onSave: () => void
  readonly saveWords: string
  readonly above?: ReactNode
  readonly actions?: ReactNode
}

function Editor(props: EditorProps) {
  const { title, fields, onChange, mayEdit, error, isPending, onSave, saveWords } = props
  const { code, name, note, definition } = fields
  const set = (next: FormDefinition) => onChange({ ...fields, definition: next })
  const settled = useDeferredValue(definition)
  const parsed = FormDefinition.safeParse(settled)
  const check = useQuery({ ...findingsQuery(parsed.success && mayEdit ? parsed.data : null) })
  const findings = parsed.success ? (check.data?.findings ?? []) : []
  return (
    <Page
      title={title}
      crumbs={[{ label: t('forms.title'), to: '/report-forms' }]}
      actions={props.actions}
      bar={
        mayEdit && (
          <>
            <span className="muted">
              {parsed.success
                ? findings.length > 0
                  ? t('forms.findings', { count: findings.length })
                  : t('forms.fine')
                : t('forms.incomplete')}
            </span>
            <span className="bar-gap" />
            <Button
              kind="primary"
              isPending={isPending}
              isDisabled={!parsed.success || findings.length > 0 || !code.trim() || !name.trim()}
              onPress={onSave}
            >
              {saveWords}
            </Button>
          </>
        )
      }
    >
      {props.above}
      {error !== null && <Notice kind="error">{sentence(error)}</Notice>}
      <Columns
        width={420}
        aside={
          <>
            <FormPreview definition={definition} />
            {findings.length > 0 && (
              <Section title={t('forms.wrong')}>
                <ul className="form-findings">
                  {findings.map(({ path, vi, en }) => (
                    <li key={path}>{language() === 'en' ? en : vi}</li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        }
      >
        {mayEdit && (
          <Form onSubmit={() => undefined} error={error} label={title}>
            <FormRow>
              <TextField
                label={t('forms.code')}
                name="code"
                isRequired
                value={code}
                onChange={(next) => onChange({ ...fields, code: next })}
              />
              <TextField
                label={t('forms.name')}
                name="name"
                isRequired
                value={name}
                onChange={(next) => onChange({ ...fields, name: next })}
              />
            </FormRow>
            <TextField
              label={t('forms.note')}
              name="note"
              hint={t('forms.note.hint')}
              value={note}
              onChange={(next) => onChange({ ...fields, note: next })}
            />
          </Form>
        )}
        <SectionsEditor definition={definition} mayEdit={mayEdit} onChange={set} />
        <ChecksEditor definition={definition} mayEdit={mayEdit} onChange={set} />
      </Columns>
    </Page>
  )
}
