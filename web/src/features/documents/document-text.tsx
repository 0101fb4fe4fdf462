import type { DocumentRecord } from '@hopluc/shared/documents'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'

const FIRST_PARAGRAPHS = 12

/** The text as received, in paragraphs; a long one is opened on demand. */
export function DocumentText({ document: { text } }: { document: DocumentRecord }) {
  const [isOpen, setOpen] = useState(false)
  const paragraphs = (text ?? '').split(/\n+/).filter((line) => line.trim() !== '')
  const shown = isOpen ? paragraphs : paragraphs.slice(0, FIRST_PARAGRAPHS)
  const isLong = paragraphs.length > FIRST_PARAGRAPHS
  return (
    <Section title={t('documents.page.text')}>
      {paragraphs.length === 0 && <p className="muted">{t('documents.page.noText')}</p>}
      <div className="documents-text">
        {shown.map((line, index) => (
          <p key={`${index} ${line.slice(0, 20)}`}>{line}</p>
        ))}
      </div>
      {isLong && (
        <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'documents.page.less' : 'documents.page.all')}
        </Button>
      )}
    </Section>
  )
}
