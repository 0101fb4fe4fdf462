import type { Report } from '@hopluc/shared/reports'
import { useState } from 'react'
import * as z from 'zod'
import { sentence } from '../../lib/api-error.ts'
import { useDraft } from '../../lib/draft.ts'
import { formatTime } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { DraftNotice, Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useReport } from './queries.ts'

const Texts = z.record(z.string(), z.string())

/** The paragraphs that only a person can write; they stand in the paper once it is made again. */
export function ReportTextsPart({ report }: { report: Report }) {
  const { id, version, ownTexts, allowed } = report
  const saved = Object.fromEntries(ownTexts.map(({ title, text }) => [title, text]))
  const draft = useDraft(`report.texts.${id}`, Texts, saved)
  const { write } = useReport(id)
  const [isSaved, setSaved] = useState(draft.restoredAt === null)
  const mayWrite = allowed.includes('write')
  if (!mayWrite) return <Written report={report} />
  const save = () =>
    write.mutate(
      { version, texts: ownTexts.map(({ title }) => ({ title, text: draft.value[title] ?? '' })) },
      {
        onSuccess: () => {
          draft.drop()
          setSaved(true)
          toast(t('reports.texts.saved'))
        },
      },
    )
  return (
    <Section title={t('reports.texts')} note={t('reports.texts.note')}>
      {draft.restoredAt !== null && (
        <DraftNotice when={formatTime(draft.restoredAt)} onDiscard={draft.reset} />
      )}
      {write.error && <Notice kind="error">{sentence(write.error)}</Notice>}
      <div className="form">
        {ownTexts.map(({ title }) => (
          <TextArea
            key={title}
            label={title}
            rows={4}
            value={draft.value[title] ?? ''}
            onChange={(text) => {
              setSaved(false)
              draft.set({ ...draft.value, [title]: text })
            }}
          />
        ))}
        <FormActions>
          <Button isPending={write.isPending} isDisabled={isSaved} onPress={save}>
            {t('reports.texts.save')}
          </Button>
        </FormActions>
      </div>
    </Section>
  )
}

/** As it was written, to be read. */
function Written({ report: { ownTexts } }: { report: Report }) {
  return (
    <Section title={t('reports.texts')}>
      {ownTexts.map(({ title, text }) => (
        <div key={title} className="reports-written">
          <h3>{title}</h3>
          {text ? <p>{text}</p> : <p className="muted">{t('reports.texts.none')}</p>}
        </div>
      ))}
    </Section>
  )
}
