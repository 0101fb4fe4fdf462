import type {
  Recognition,
  RecognitionKind,
  RecognitionOptions,
  StatedFigure,
} from '@hopluc/shared/recognitions'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { useSession } from '../session/queries.ts'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import type { KeptFile } from '../tasks/deeds/deed-draft.ts'
import { FilesField } from '../tasks/deeds/evidence-fields.tsx'
import { type KeptPicture, PicturesField } from './pictures-field.tsx'
import { useKeep } from './queries.ts'
import { StatedField } from './stated-field.tsx'

interface FormProps {
  readonly kind: RecognitionKind
  readonly entityId: string | null
  /** What is changed; without it a new one. */
  readonly one?: Recognition
  readonly options: RecognitionOptions
}

/** Figures that are known are shown, not typed: the server takes them itself when it is kept. */
export function RecognitionForm({ kind, entityId, one, options }: FormProps) {
  const { today } = useSession()
  const navigate = useNavigate()
  const once = useOnce()
  const keep = useKeep()
  const [id] = useState(() => one?.id ?? newId())
  const [typed, setTyped] = useState(() => ({
    form: one?.form ?? '',
    title: one?.title ?? '',
    story: one?.story ?? '',
    toAgencyId: one?.to.id ?? options.usualAgencyId,
    year: one?.year ?? options.years[0]?.year ?? Number(today.slice(0, 4)) - 1,
  }))
  const [stated, setStated] = useState<readonly StatedFigure[]>(() => statedOf(one))
  const [pictures, setPictures] = useState<readonly KeptPicture[]>(() => one?.pictures ?? [])
  const [there, setThere] = useState<readonly string[]>(() => paperNames(one))
  const [files, setFiles] = useState<readonly KeptFile[]>(() => paperFiles(one))
  const [arePicturesBusy, setPicturesBusy] = useState(false)
  const [areFilesBusy, setFilesBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const set = (next: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...next }))
  const missing = (words: string | null) =>
    isTried && !words?.trim() ? t('recognition.required') : undefined
  const forms = kind === 'model' ? options.lists.models : options.lists.commendations
  const checklist = forms.find(({ name }) => name === typed.form)?.checklist ?? []
  // of what stands in the form: what is read anew meanwhile is another's
  const [version] = useState(one?.version)
  const save = () => {
    setTried(true)
    const { toAgencyId } = typed
    const [form, title, story] = [typed.form.trim(), typed.title.trim(), typed.story.trim()]
    if (!form || !title || !story || !toAgencyId || stated.some(isHalf) || !once.begin()) return
    const checks = [
      ...checklist.filter((name) => there.includes(name)).map((name) => ({ name, fileId: null })),
      ...files.map((file) => ({ name: file.name, fileId: file.id })),
    ]
    const said = { form, title, story, toAgencyId, year: typed.year, stated: [...stated] }
    const all = { ...said, id, pictures: [...pictures], checks }
    keep.mutate(one ? { ...all, version: version ?? one.version } : { ...all, kind, entityId }, {
      onSettled: once.end,
      onSuccess: () => {
        toast(t('recognition.kept'))
        void navigate({ to: '/recognitions/$id', params: { id } })
      },
    })
  }
  return (
    <Form onSubmit={save} error={keep.error} label={t(`recognition.new.${kind}`)}>
      {keep.error && <Notice kind="error">{sentence(keep.error)}</Notice>}
      {forms.length > 0 ? (
        <Select
          label={t(`recognition.form.${kind}`)}
          name="form"
          value={typed.form || null}
          options={forms.map(({ name }) => ({ value: name, label: name }))}
          onChange={(form) => set({ form })}
          error={missing(typed.form)}
          isRequired
        />
      ) : (
        <TextField
          label={t(`recognition.form.${kind}`)}
          name="form"
          value={typed.form}
          onChange={(form) => set({ form })}
          hint={t('recognition.form.none')}
          error={missing(typed.form)}
          isRequired
        />
      )}
      <TextField
        label={t(`recognition.name.${kind}`)}
        name="title"
        value={typed.title}
        onChange={(title) => set({ title })}
        error={missing(typed.title)}
        isRequired
      />
      <TextArea
        label={t(`recognition.story.${kind}`)}
        name="story"
        rows={6}
        value={typed.story}
        onChange={(story) => set({ story })}
        error={missing(typed.story)}
        isRequired
      />
      <Select
        label={t('recognition.to')}
        name="toAgencyId"
        value={typed.toAgencyId}
        options={options.agencies.map(({ id: value, name }) => ({ value, label: name }))}
        onChange={(toAgencyId) => set({ toAgencyId })}
        hint={t('recognition.to.hint')}
        error={missing(typed.toAgencyId)}
        isRequired
      />
      <Select
        label={t('recognition.figures.year')}
        name="year"
        value={String(typed.year)}
        options={options.years.map(({ year }) => ({ value: String(year), label: String(year) }))}
        onChange={(year) => set({ year: Number(year) })}
      />
      <Known options={options} year={typed.year} />
      <StatedField stated={stated} onChange={setStated} isTried={isTried} year={typed.year} />
      <PicturesField pictures={pictures} onChange={setPictures} onBusy={setPicturesBusy} />
      <fieldset className="recognition-stated">
        <legend className="field-label">{t('recognition.checks')}</legend>
        {checklist.map((name) => (
          <Checkbox
            key={name}
            isSelected={there.includes(name)}
            onChange={(isOn) =>
              setThere(isOn ? [...there, name] : there.filter((other) => other !== name))
            }
          >
            {name}
          </Checkbox>
        ))}
        <FilesField
          label={t('recognition.checks.files')}
          files={files}
          onChange={setFiles}
          onBusy={setFilesBusy}
        />
      </fieldset>
      <FormActions>
        <Button
          type="submit"
          kind="primary"
          isPending={keep.isPending}
          isDisabled={arePicturesBusy || areFilesBusy}
        >
          {t('recognition.keep')}
        </Button>
      </FormActions>
    </Form>
  )
}

function Known({ options, year }: { options: RecognitionOptions; year: number }) {
  const figures = options.years.find((one) => one.year === year)?.figures ?? []
  if (figures.length === 0)
    return <p className="muted small">{t('recognition.figures.none', { year })}</p>
  return (
    <p className="muted small">
      {t('recognition.figures.known')}{' '}
      {figures
        .map(({ name, value, unit }) => `${name}: ${formatNumber(value)} ${unit}`)
        .join(' · ')}
    </p>
  )
}

const isHalf = ({ name, source }: StatedFigure) => !name.trim() || !source.trim()

const statedOf = (one: Recognition | undefined): StatedFigure[] =>
  (one?.figures ?? []).flatMap(({ isKnown, ...figure }) => (isKnown ? [] : [figure]))

const paperNames = (one: Recognition | undefined): string[] =>
  (one?.checks ?? []).flatMap(({ name, fileId }) => (fileId === null ? [name] : []))

const paperFiles = (one: Recognition | undefined): KeptFile[] =>
  (one?.checks ?? []).flatMap(({ name, fileId, fileName }) =>
    fileId === null ? [] : [{ id: fileId, name: fileName ?? name, size: 0 }],
  )
