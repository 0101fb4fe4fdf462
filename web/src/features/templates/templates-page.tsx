import './templates.css'
import { IconFileTypeDocx } from '@tabler/icons-react'
import { type PaperTemplate, TEMPLATE_FIELDS, TemplateWords } from '@hopluc/shared/templates'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { fieldErrors, sentence } from '../../lib/api-error.ts'
import { useDraft } from '../../lib/draft.ts'
import { formatDate, formatTime } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ActionList, Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { DraftNotice, Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { AgencyPicker } from '../organisation/pickers.tsx'
import { useSession } from '../session/queries.ts'
import { NumberingPart } from './numbering-part.tsx'
import { templateQuery, usePreview, useTemplate } from './queries.ts'
import { TemplateFields } from './template-fields.tsx'

const route = getRouteApi('/app/templates')

const CRUMBS = () => [{ label: t('organisation.short'), to: '/organisation' }]

/** How a body words its notices and letters; for who keeps the installation, of any body. */
export function TemplatesPage() {
  const { agency } = route.useSearch()
  const { post } = useSession()
  const navigate = useNavigate()
  const isAdmin = post?.role === 'admin'
  const own = post && !isAdmin ? (post.committee ?? post.agency).id : null
  const id = agency ?? own
  const choice = isAdmin && (
    <div className="templates-body">
      <AgencyPicker
        label={t('templates.body')}
        value={id}
        onChange={(next) =>
          void navigate({ to: '/templates', search: { agency: next ?? undefined } })
        }
      />
    </div>
  )
  if (id === null)
    return (
      <Page title={t('templates.title')} crumbs={CRUMBS()}>
        {choice}
        <NumberingPart />
      </Page>
    )
  return <Body key={id} agencyId={id} choice={choice} />
}

function Body({ agencyId, choice }: { agencyId: string; choice: ReactNode }) {
  const { data: template } = useSuspenseQuery(templateQuery(agencyId))
  return <Wording key={template.version} template={template} choice={choice} />
}

const clean = (words: TemplateWords): TemplateWords => ({
  ...words,
  recipients: words.recipients.filter((line) => line.trim() !== ''),
})

function Wording({ template, choice }: { template: PaperTemplate; choice: ReactNode }) {
  const { agency, version, allowed, since } = template
  const draft = useDraft(`templates.${agency.id}.${version}`, TemplateWords, template.words)
  const change = useTemplate(agency.id)
  const [isResetting, setResetting] = useState(false)
  const mayChange = allowed.includes('change')
  const isChanged = JSON.stringify(draft.value) !== JSON.stringify(template.words)
  const save = () =>
    change.mutate(
      { version, words: clean(draft.value) },
      {
        onSuccess: () => {
          draft.drop()
          toast(t('templates.saved'))
        },
      },
    )
  const reset = () =>
    change.mutate(
      { version },
      {
        onSuccess: () => {
          setResetting(false)
          draft.drop()
          toast(t('templates.reset.done'))
        },
        onError: () => setResetting(false),
      },
    )
  return (
    <Page
      title={t('templates.title')}
      crumbs={CRUMBS()}
      lead={
        <p>
          {since
            ? t('templates.lead.own', { body: agency.name, day: formatDate(since) })
            : t('templates.lead.shipped', { body: agency.name })}
        </p>
      }
      bar={
        mayChange && (
          <>
            <output className="muted">{isChanged && t('templates.changed')}</output>
            <span className="bar-gap" />
            {allowed.includes('reset') && (
              <Button onPress={() => setResetting(true)}>{t('templates.reset')}</Button>
            )}
            <Button isDisabled={!isChanged} onPress={draft.reset}>
              {t('templates.undo')}
            </Button>
            <Button
              kind="primary"
              isPending={change.isPending}
              isDisabled={!isChanged}
              onPress={save}
            >
              {t('templates.save')}
            </Button>
          </>
        )
      }
    >
      {choice}
      {!mayChange && <Notice kind="info">{t('templates.readOnly')}</Notice>}
      {draft.restoredAt !== null && (
        <DraftNotice when={formatTime(new Date(draft.restoredAt))} onDiscard={draft.reset} />
      )}
      {change.error && <Notice kind="error">{sentence(change.error)}</Notice>}
      <Columns width={300} aside={<Aside agencyId={agency.id} words={draft.value} />}>
        <Form onSubmit={save} error={change.error} label={t('templates.title')}>
          <TemplateFields
            value={draft.value}
            onChange={draft.set}
            isDisabled={!mayChange}
            faults={fieldErrors(change.error)}
          />
        </Form>
        <NumberingPart />
      </Columns>
      <Confirm
        title={t('templates.reset')}
        action={t('templates.reset')}
        isOpen={isResetting}
        isPending={change.isPending}
        onConfirm={reset}
        onClose={() => setResetting(false)}
      >
        {t('templates.reset.text')}
      </Confirm>
    </Page>
  )
}

const LETTER_FIELDS = [...TEMPLATE_FIELDS.letterOpening, ...TEMPLATE_FIELDS.letterClosing]

function Aside({ agencyId, words }: { agencyId: string; words: TemplateWords }) {
  const preview = usePreview(agencyId)
  const show = (paper: 'notice' | 'letter') => preview.mutate({ paper, words: clean(words) })
  return (
    <>
      <Section title={t('templates.preview')}>
        <ActionList>
          {(['notice', 'letter'] as const).map((paper) => (
            <Button
              key={paper}
              icon={IconFileTypeDocx}
              isWide
              isPending={preview.isPending && preview.variables.paper === paper}
              onPress={() => show(paper)}
            >
              {t(`templates.preview.${paper}`)}
            </Button>
          ))}
        </ActionList>
        <p className="muted small">{t('templates.preview.note')}</p>
        {preview.error && <Notice kind="error">{sentence(preview.error)}</Notice>}
      </Section>
      <Section title={t('templates.fields')} note={t('templates.fields.note')}>
        <FieldList title={t('templates.fields.notice')} fields={TEMPLATE_FIELDS.notice} />
        <FieldList title={t('templates.fields.letter')} fields={LETTER_FIELDS} />
      </Section>
      <RecordHistory subject={agencyId} />
    </>
  )
}

type Field = (typeof TEMPLATE_FIELDS)[keyof typeof TEMPLATE_FIELDS][number]

function FieldList({ title, fields }: { title: string; fields: readonly Field[] }) {
  return (
    <>
      <h3 className="templates-fields-title">{title}</h3>
      <dl className="templates-fields">
        {fields.map((field) => (
          <div key={field}>
            <dt>
              <code>{`{${field}}`}</code>
            </dt>
            <dd>{t(`templates.field.${field}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
