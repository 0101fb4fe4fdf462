import './reports.css'
import { PeriodKind } from '@hopluc/shared/periods'
import type { ReportTemplate, TemplateCheck } from '@hopluc/shared/reports'
import { IconFileTypeDocx } from '@tabler/icons-react'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { type DroppedFile, FileDrop } from '../../ui/file-drop.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { sendFile } from '../tasks/deeds/evidence-fields.tsx'
import { templatesQuery, useTemplates, wordsQuery } from './queries.ts'

const MAX_FILE = 25_000_000

/** Templates in Word: shipped ones to begin with, and those of one's own body. */
export function ReportTemplatesPage() {
  const { data } = useSuspenseQuery(templatesQuery)
  const [ending, setEnding] = useState<ReportTemplate | null>(null)
  const { end } = useTemplates()
  const save = useMutation({
    mutationFn: (key: string) => api.download(`/report-templates/${key}/file`),
  })
  return (
    <Page
      title={t('reports.templates')}
      crumbs={[{ label: t('reports.title'), to: '/reports' }]}
      lead={t('reports.templates.lead')}
    >
      {save.error && <Notice kind="error">{sentence(save.error)}</Notice>}
      {end.error && <Notice kind="error">{sentence(end.error)}</Notice>}
      <Table
        label={t('reports.templates')}
        columns={columns(save.mutate, setEnding)}
        rows={data.items}
        rowKey={({ key }) => key}
        rowName={({ name }) => name}
        isTall
        empty={<EmptyState>{t('reports.templates.none')}</EmptyState>}
      />
      {data.mayAdd && <NewTemplate />}
      <TemplateWords />
      {ending && (
        <Confirm
          title={t('reports.template.end')}
          action={t('reports.template.end')}
          isOpen
          isPending={end.isPending}
          onConfirm={() => end.mutate(ending, { onSettled: () => setEnding(null) })}
          onClose={() => setEnding(null)}
        >
          <p>{t('reports.template.end.note', { name: ending.name })}</p>
        </Confirm>
      )}
    </Page>
  )
}

function columns(
  save: (key: string) => void,
  end: (template: ReportTemplate) => void,
): Column<ReportTemplate>[] {
  return [
    {
      id: 'name',
      head: t('reports.template'),
      phone: 'title',
      cell: ({ name, agency, changedBy }) => (
        <>
          {name}
          <small>
            {agency ? `${agency.name} · ${changedBy ?? ''}` : t('reports.template.shipped')}
          </small>
        </>
      ),
    },
    {
      id: 'kind',
      head: t('reports.period'),
      width: '120px',
      phone: 'line',
      cell: ({ periodKind }) => t(`reports.kind.${periodKind}`),
    },
    {
      id: 'deeds',
      head: <span className="for-readers">{t('reports.deeds')}</span>,
      width: '250px',
      phone: 'end',
      cell: (template) => (
        <span className="reports-deeds">
          <Button isSmall icon={IconFileTypeDocx} onPress={() => save(template.key)}>
            {t('reports.template.take')}
          </Button>
          {template.allowed.includes('end') && (
            <Button isSmall kind="quiet" onPress={() => end(template)}>
              {t('reports.template.end')}
            </Button>
          )}
        </span>
      ),
    },
  ]
}

/** A file is checked as soon as it is there; what is wrong is told by its place. */
function NewTemplate() {
  const { check, add } = useTemplates()
  const [file, setFile] = useState<DroppedFile | null>(null)
  const [fileId, setFileId] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [periodKind, setKind] = useState<PeriodKind>('half')
  const [isForBelow, setForBelow] = useState(false)
  const send = useMutation({
    mutationFn: async (given: File) => {
      const shown = { id: 'template', name: given.name, size: given.size }
      const sent = await sendFile(given, (share) => setFile({ ...shown, share }))
      setFile({ ...shown, share: 1 })
      setFileId(sent.id)
      if (name === '') setName(given.name.replace(/\.docx$/i, ''))
      check.mutate({ fileId: sent.id, periodKind })
    },
  })
  const clear = () => {
    setFile(null)
    setFileId(null)
    check.reset()
    send.reset()
  }
  const isSound = check.data && !check.data.findings.some(({ isError }) => isError)
  const keep = () => {
    if (fileId === null) return
    add.mutate(
      { fileId, name, periodKind, isForBelow },
      {
        onSuccess: () => {
          clear()
          setName('')
          toast(t('reports.template.added'))
        },
      },
    )
  }
  return (
    <Section title={t('reports.template.new')} note={t('reports.template.new.note')}>
      <Form onSubmit={keep} error={add.error} label={t('reports.template.new')}>
        <FormRow>
          <Select
            label={t('reports.period')}
            value={periodKind}
            options={PeriodKind.options.map((value) => ({
              value,
              label: t(`reports.kind.${value}`),
            }))}
            onChange={setKind}
          />
          <TextField
            label={t('reports.template.name')}
            name="name"
            value={name}
            onChange={setName}
            isRequired
          />
        </FormRow>
        <FileDrop
          label={t('reports.template.file')}
          accept={['.docx']}
          maxBytes={MAX_FILE}
          files={file ? [{ ...file, ...(send.error && { error: sentence(send.error) }) }] : []}
          onFiles={([given]) => given && send.mutate(given)}
          onRemove={clear}
        />
        {check.error && <Notice kind="error">{sentence(check.error)}</Notice>}
        {check.data && <Findings check={check.data} />}
        <Checkbox isSelected={isForBelow} onChange={setForBelow}>
          {t('reports.template.forBelow')}
        </Checkbox>
        {add.error && <Notice kind="error">{sentence(add.error)}</Notice>}
        <FormActions>
          <Button
            kind="primary"
            type="submit"
            isPending={add.isPending}
            isDisabled={!isSound || name.trim() === ''}
          >
            {t('reports.template.add')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Findings({ check: { findings, figures, ownTexts } }: { check: TemplateCheck }) {
  const errors = findings.filter(({ isError }) => isError).length
  return (
    <div aria-live="polite">
      <Notice kind={errors > 0 ? 'error' : 'info'}>
        {errors > 0
          ? t('reports.template.errors', { count: errors })
          : t('reports.template.sound', { figures, texts: ownTexts.length })}
      </Notice>
      <ul className="reports-findings">
        {findings.map((one, index) => (
          <li key={`${index} ${one.place}`} data-error={one.isError}>
            <b>{one.place}</b> {language() === 'vi' ? one.vi : one.en}
            {one.text && <q>{one.text}</q>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What may be typed, to look up beside Word. */
function TemplateWords() {
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({ ...wordsQuery, enabled: isOpen })
  return (
    <Section title={t('reports.words')}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('reports.words.open')}</summary>
        {data && (
          <dl className="description-list reports-words">
            {[...data.loops, ...data.texts].map(({ typed, meaning }) => (
              <div key={typed}>
                <dt>
                  <code>{typed}</code>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
            {data.indicators.map(({ code, name, measure }) => (
              <div key={code}>
                <dt>
                  <code>{`{{${code}}}`}</code>
                </dt>
                <dd>
                  {name} ({measure})
                </dd>
              </div>
            ))}
          </dl>
        )}
      </details>
    </Section>
  )
}
