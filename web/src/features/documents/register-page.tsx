import './documents.css'
import { Direction } from '@hopluc/shared/documents'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError, sentence } from '../../lib/api-error.ts'
import { useDraft } from '../../lib/draft.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { DraftNotice, Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { newId } from '../../lib/new-id.ts'
import { useSession } from '../session/queries.ts'
import { useRegister } from './queries.ts'
import { HeadFields, RegisterFields, TextFields } from './register-fields.tsx'
import { asCommand, freshRegistration, Registration, withHints } from './registration.ts'
import { ACCEPTED, MAX_BYTES, useUploads } from './use-uploads.ts'

const route = getRouteApi('/app/documents/new')

/** Registers a paper: dropped, it fills most of the form by itself. */
export function RegisterPage() {
  const { direction } = route.useSearch()
  const { today } = useSession()
  const navigate = useNavigate()
  const fresh = freshRegistration(direction ?? 'incoming', today)
  const draft = useDraft('documents.new', Registration, fresh)
  const [text, setText] = useState('')
  const [same, setSame] = useState<readonly { id: string; name: string }[]>([])
  const [isRead, setRead] = useState(false)
  const { mutate, isPending, error } = useRegister()
  const { value: form, set } = draft
  const { uploads, isSending, send, forget } = useUploads((file, done) => {
    const { id, name, size, mediaType, hints, text: found } = file
    const withFile = { ...form, files: [...form.files, { id, name, size, mediaType }] }
    set(hints ? withHints(withFile, hints) : withFile)
    if (found && form.files.length === 0) setText(found)
    setSame(file.same)
    setRead(hints !== null)
    done()
  })
  const register = () =>
    mutate(asCommand(form, text), {
      onSuccess: ({ id }) => {
        draft.drop()
        toast(t('documents.saved'), { kind: 'done' })
        void navigate({ to: '/documents/$id', params: { id } })
      },
      // Refused, nothing was recorded under this key: the next try is another one.
      onError: () => set({ ...form, key: newId() }),
    })
  const removeFile = (id: string) => {
    forget(id)
    set({ ...form, files: form.files.filter((file) => file.id !== id) })
  }
  const kept = form.files.map(({ id, name, size }) => ({ id, name, size, share: 1 }))
  return (
    <Page
      title={t('documents.new')}
      crumbs={[{ label: t('documents.title'), to: '/documents' }, { label: t('documents.new') }]}
    >
      {draft.restoredAt !== null && (
        <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
      )}
      <Form onSubmit={register} error={error} label={t('documents.new')}>
        <RadioGroup
          label={t('documents.form.direction')}
          choices={Direction.options.map((one) => ({
            value: one,
            label: t(`documents.form.direction.${one}`),
          }))}
          value={form.direction}
          onChange={(one) => set({ ...form, direction: Direction.parse(one) })}
        />
        {!form.isStub && (
          <FileDrop
            label={t('documents.form.file')}
            accept={ACCEPTED}
            maxBytes={MAX_BYTES}
            isMultiple
            onFiles={send}
            onText={setText}
            files={[...kept, ...uploads]}
            onRemove={removeFile}
            hint={t('documents.form.file.hint')}
          />
        )}
        {isRead && same.length === 0 && <Notice kind="info">{t('documents.form.read')}</Notice>}
        {same.map(({ id, name }) => (
          <Notice key={id} kind="warning">
            {t('documents.form.same')}{' '}
            <Link to="/documents/$id" params={{ id }}>
              {name}
            </Link>
          </Notice>
        ))}
        <HeadFields form={form} set={set} today={today} />
        <TextFields form={form} set={set} text={text} setText={setText} />
        <RegisterFields form={form} set={set} today={today} />
        {error && <Refusal error={error} />}
        <FormActions>
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={isSending}>
            {t('documents.form.save')}
          </Button>
          {isSending && <span className="muted">{t('documents.form.sending')}</span>}
        </FormActions>
      </Form>
    </Page>
  )
}

/** Why it was refused, with the way to the paper that is there already. */
function Refusal({ error }: { error: Error }) {
  const issues = error instanceof ApiError ? error.issues : []
  const known = issues.map(({ path }) => /^known\.(.+)$/.exec(path)?.[1]).find(Boolean)
  return (
    <Notice kind="error">
      {sentence(error)}{' '}
      {known && (
        <Link to="/documents/$id" params={{ id: known }}>
          {t('documents.form.open')}
        </Link>
      )}
    </Notice>
  )
}
