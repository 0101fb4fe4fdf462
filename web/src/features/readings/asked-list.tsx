import type { Directive } from '@hopluc/shared/directives'
import type { PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Section } from '../../ui/page.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { askedQuery } from './queries.ts'

/** Directives that wait for the chair's word; where there is none, nothing stands here. */
export function AskedList({ today }: { today: PlainDate }) {
  const { data } = useQuery(askedQuery)
  const [answering, setAnswering] = useState<Directive | null>(null)
  if (!data || data.items.length === 0) return null
  return (
    <Section
      title={t('readings.asked.title')}
      note={t('readings.asked.note', { count: data.items.length })}
      more={<ExcelButton isSmall path="/directives" search={{ pending: 'asked' }} />}
    >
      <ul className="asked">
        {data.items.map((directive) => (
          <li key={directive.id}>
            <div>
              {directive.noticeId ? (
                <Link to="/documents/$id/notice" params={{ id: directive.noticeId }}>
                  {directive.text}
                </Link>
              ) : (
                directive.text
              )}
              {directive.askedBack && (
                <p className="asked-question">
                  “{directive.askedBack.question}”{' '}
                  <span className="muted">
                    {directive.askedBack.by}, {formatInstant(directive.askedBack.askedAt, today)}
                  </span>
                </p>
              )}
            </div>
            {directive.allowed.includes('answer') && (
              <Button isSmall onPress={() => setAnswering(directive)}>
                {t('readings.asked.answer')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {answering && <AnswerDialog directive={answering} onClose={() => setAnswering(null)} />}
    </Section>
  )
}
