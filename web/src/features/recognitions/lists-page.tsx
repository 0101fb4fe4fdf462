import './recognitions.css'
import { IconPlus } from '@tabler/icons-react'
import type { RecognitionForm, RecognitionListsAnswer } from '@hopluc/shared/recognitions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import { listsQuery, useKeepLists } from './queries.ts'

const LISTS = ['models', 'commendations'] as const
type ListName = (typeof LISTS)[number]

interface Edited {
  readonly list: ListName
  /** Null makes a new one. */
  readonly form: RecognitionForm | null
}

/** What the province recognises: kinds of models, titles and forms of commendation with their papers. */
export function RecognitionListsPage() {
  const { data, error, refetch } = useQuery(listsQuery)
  const [edited, setEdited] = useState<Edited | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Page
      title={t('recognition.lists.title')}
      crumbs={[{ label: t('recognition.title'), to: '/recognitions' }]}
      lead={t('recognition.lists.lead')}
    >
      {LISTS.map((list) => (
        <Section
          key={list}
          title={t(`recognition.lists.${list}`)}
          more={
            data.mayKeep && (
              <Button isSmall icon={IconPlus} onPress={() => setEdited({ list, form: null })}>
                {t('recognition.lists.add')}
              </Button>
            )
          }
        >
          {data[list].length === 0 && <EmptyState>{t('recognition.lists.none')}</EmptyState>}
          <ul className="recognition-list">
            {data[list].map((form) => (
              <li key={form.name}>
                <div className="recognition-head">
                  <span>
                    {form.name}
                    <small>
                      {t('recognition.lists.papers', { count: form.checklist.length })}
                      {form.checklist.length > 0 && `: ${form.checklist.join('; ')}`}
                    </small>
                  </span>
                  {data.mayKeep && (
                    <Button isSmall onPress={() => setEdited({ list, form })}>
                      {t('recognition.lists.change', { name: form.name })}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {edited && <FormDialog {...edited} data={data} onClose={() => setEdited(null)} />}
    </Page>
  )
}

interface FormDialogProps extends Edited {
  readonly data: RecognitionListsAnswer
  readonly onClose: () => void
}

function FormDialog({ list, form, data, onClose }: FormDialogProps) {
  const { mutate, error, isPending } = useKeepLists()
  const once = useOnce()
  const [name, setName] = useState(form?.name ?? '')
  const [papers, setPapers] = useState(form?.checklist.join('\n') ?? '')
  const [isTried, setTried] = useState(false)
  const others = data[list].filter((one) => one !== form)
  const isTwice = others.some((one) => one.name === name.trim())
  const keep = (forms: RecognitionForm[]) => {
    if (!once.begin()) return
    const { models, commendations, version } = data
    mutate(
      { models, commendations, version, [list]: forms },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('recognition.done'))
          onClose()
        },
      },
    )
  }
  const save = () => {
    setTried(true)
    if (!name.trim() || isTwice) return
    const checklist = papers.split('\n').flatMap((one) => one.trim() || [])
    const place = form ? data[list].indexOf(form) : data[list].length
    keep(data[list].toSpliced(place, form ? 1 : 0, { name: name.trim(), checklist }))
  }
  const fault = name.trim() ? isTwice && t('recognition.lists.twice') : t('recognition.required')
  const title = t(`recognition.lists.${list}`)
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <TextField
          label={t('recognition.lists.name')}
          name="name"
          value={name}
          onChange={setName}
          error={isTried && fault ? fault : undefined}
          isRequired
        />
        <TextArea
          label={t('recognition.lists.checklist')}
          name="checklist"
          rows={5}
          value={papers}
          onChange={setPapers}
        />
        <FormActions>
          {form && (
            <Button kind="danger" isPending={isPending} onPress={() => keep(others)}>
              {t('recognition.lists.remove')}
            </Button>
          )}
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('recognition.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
