import type { Directive, Notice } from '@hopluc/shared/directives'
import type { PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { formatDate, formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { AskBackDialog } from './ask-back-dialog.tsx'
import { ItemEditor } from './item-editor.tsx'

type Open = { what: 'edit' | 'ask' | 'answer'; directive: Directive } | null

/** The items with their passage, bodies and terms; what is missing stands out. */
export function NoticeItems({ notice, today }: { notice: Notice; today: PlainDate }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const { directives } = notice
  return (
    <Section
      title={t('readings.notice.items')}
      note={t('readings.notice.itemsNote', { count: directives.length })}
    >
      <ol className="notice-items">
        {directives.map((directive) => (
          <li key={directive.id}>
            <span className="card-number figures">{directive.position}</span>
            <div className="card-main">
              <p className="item-text">{directive.text}</p>
              <dl className="card-facts">
                <div>
                  <dt>{t(`readings.card.lead.${directive.manner}`)}</dt>
                  <dd>{directive.leadWords ?? names(directive.leads)}</dd>
                </div>
                <div>
                  <dt>{t(`readings.card.co.${directive.manner}`)}</dt>
                  <dd>{names(directive.cos)}</dd>
                </div>
                <div>
                  <dt>{t('readings.card.due')}</dt>
                  <dd>
                    {directive.dueOn ? formatDate(directive.dueOn) : (directive.dueText ?? '–')}
                    {directive.dueSource && (
                      <small>{t(`readings.due.${directive.dueSource}`)}</small>
                    )}
                  </dd>
                </div>
              </dl>
              {directive.quote && directive.quote !== directive.text && (
                <p className="card-quote">“{directive.quote}”</p>
              )}
              {directive.gaps.map((gap) => (
                <Status key={gap} kind="soon">
                  {t(`readings.notice.gap.${gap}`)}
                </Status>
              ))}
              {directive.askedBack && <Asked directive={directive} today={today} />}
              <p className="card-buttons">
                {directive.allowed.includes('answer') && (
                  <Button isSmall onPress={() => setOpen({ what: 'answer', directive })}>
                    {t('readings.asked.answer')}
                  </Button>
                )}
                {directive.allowed.includes('edit') && (
                  <Button isSmall kind="quiet" onPress={() => setOpen({ what: 'edit', directive })}>
                    {t('readings.card.edit')}
                  </Button>
                )}
                {directive.allowed.includes('ask') && directive.gaps.length > 0 && (
                  <Button isSmall kind="quiet" onPress={() => setOpen({ what: 'ask', directive })}>
                    {t('readings.answer.ask_chair')}
                  </Button>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {open?.what === 'answer' && <AnswerDialog directive={open.directive} onClose={close} />}
      {open?.what === 'ask' && <AskBackDialog directive={open.directive} onClose={close} />}
      {open?.what === 'edit' && <ItemEditor directive={open.directive} onClose={close} />}
    </Section>
  )
}

const names = (bodies: Directive['leads']) =>
  bodies.length === 0
    ? '–'
    : bodies.length > 5
      ? t('readings.body.more', {
          shown: bodies
            .slice(0, 4)
            .map(({ shortName }) => shortName)
            .join(', '),
          count: bodies.length - 4,
        })
      : bodies.map(({ shortName }) => shortName).join(', ')

function Asked({ directive, today }: { directive: Directive; today: PlainDate }) {
  const { askedBack } = directive
  if (!askedBack) return null
  return (
    <p className="asked-question">
      “{askedBack.question}”{' '}
      {askedBack.answer ? (
        <span className="green">
          → {askedBack.answer} ({askedBack.answeredBy},{' '}
          {askedBack.answeredAt && formatInstant(askedBack.answeredAt, today)})
        </span>
      ) : (
        <span className="muted">{t('readings.notice.waitsForChair')}</span>
      )}
    </p>
  )
}
