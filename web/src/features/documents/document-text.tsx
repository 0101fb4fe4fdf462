import type { DocumentRecord } from '@hopluc/shared/documents'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { paragraphsOf, type Passage, passageIn } from './passage.ts'

const FIRST_PARAGRAPHS = 12

/** The text as received, in paragraphs; a long one is opened on demand, or where a passage lies. */
export function DocumentText({
  document: { text },
  at,
}: {
  document: DocumentRecord
  at?: string | undefined
}) {
  const [isOpened, setOpen] = useState(false)
  const passage = passageIn(at, text ?? '')
  const paragraphs = paragraphsOf(text ?? '')
  const isAbove = (passage?.start ?? 0) < (paragraphs[FIRST_PARAGRAPHS]?.start ?? Infinity)
  const isOpen = isOpened || !isAbove
  const shown = isOpen ? paragraphs : paragraphs.slice(0, FIRST_PARAGRAPHS)
  const isLong = paragraphs.length > FIRST_PARAGRAPHS
  return (
    <Section title={t('documents.page.text')}>
      {paragraphs.length === 0 && <p className="muted">{t('documents.page.noText')}</p>}
      <div className="documents-text">
        {shown.map(({ start, line }) => (
          <p key={start}>
            <Marked line={line} start={start} passage={passage} />
          </p>
        ))}
      </div>
      {isLong && isAbove && (
        <Button kind="quiet" onPress={() => setOpen(!isOpened)}>
          {t(isOpen ? 'documents.page.less' : 'documents.page.all')}
        </Button>
      )}
    </Section>
  )
}

/** A paragraph with the part of the passage that lies in it; the first comes into view. */
function Marked(props: { line: string; start: number; passage: Passage | undefined }) {
  const { line, start, passage } = props
  const mark = useRef<HTMLElement>(null)
  const from = Math.max(0, (passage?.start ?? 0) - start)
  const to = Math.min(line.length, (passage?.end ?? 0) - start)
  const isFirst = passage !== undefined && passage.start >= start && from < to
  useEffect(() => {
    if (isFirst) mark.current?.scrollIntoView({ block: 'center' })
  }, [isFirst, from, to])
  if (!passage || from >= to) return line
  return (
    <>
      {line.slice(0, from)}
      <mark ref={mark}>{line.slice(from, to)}</mark>
      {line.slice(to)}
    </>
  )
}
