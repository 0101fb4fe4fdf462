import { type Opinion, OpinionHandling, type OpinionRound } from '@hopluc/shared/opinions'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { Notice } from '../../../ui/states.tsx'
import { Status, type StatusKind } from '../../../ui/status.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useRoundWrite } from './queries.ts'

/** Who was asked and what was said; silence is shown. */
export function OpinionList({ round }: { round: OpinionRound }) {
  return (
    <Section title={t('tasks.opinion.all')}>
      <ul className="tasks-lines">
        {round.opinions.map((opinion) => (
          <li key={opinion.agency.id}>
            <div className="tasks-opinion-head">
              <b>{opinion.agency.name}</b>
              <Status kind={kindOf(opinion)}>{stateWords(opinion)}</Status>
              <span className="small muted">
                {[
                  opinion.answeredOn && formatDate(opinion.answeredOn),
                  opinion.byWords,
                  opinion.paper,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            {opinion.remarks.length > 0 &&
              (round.allowed.includes('reply') ? (
                <Replies round={round} opinion={opinion} />
              ) : (
                <Remarks opinion={opinion} />
              ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function kindOf({ answer, isSilent, isLate }: Opinion): StatusKind {
  if (isSilent) return 'missingLate'
  if (answer === null) return 'waiting'
  return isLate ? 'doneLate' : 'done'
}

function stateWords({ answer, isSilent, isLate }: Opinion): string {
  if (isSilent) return t('tasks.opinion.silent')
  if (answer === null) return t('tasks.opinion.waiting')
  const words = t(`tasks.opinion.${answer}`)
  return isLate ? t('tasks.opinion.late', { words }) : words
}

function Remarks({ opinion: { remarks } }: { opinion: Opinion }) {
  return (
    <ol className="tasks-remarks">
      {remarks.map(({ place, text, handling, reply }) => (
        <li key={`${place} ${text}`}>
          <b>{place}</b>: {text}
          {handling && (
            <small>
              {t(`tasks.opinion.handling.${handling}`)}
              {reply && `: ${reply}`}
            </small>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What becomes of each remark: taken over, or explained. */
function Replies({ round, opinion }: { round: OpinionRound; opinion: Opinion }) {
  const [replies, setReplies] = useState(() =>
    opinion.remarks.map(({ handling, reply }) => ({ handling, reply: reply ?? '' })),
  )
  const write = useRoundWrite(round.id)
  const change = (index: number, next: Partial<(typeof replies)[number]>) =>
    setReplies(replies.map((one, at) => (at === index ? { ...one, ...next } : one)))
  const save = () =>
    write.mutate(
      {
        what: 'replies',
        body: {
          version: round.version,
          agencyId: opinion.agency.id,
          replies: replies.map(({ handling, reply }) => ({
            handling,
            reply: reply.trim() || null,
          })),
        },
      },
      { onSuccess: () => toast(t('tasks.opinion.kept')) },
    )
  return (
    <>
      <ol className="tasks-remarks">
        {opinion.remarks.map(({ place, text }, index) => (
          <li key={`${place} ${text}`}>
            <p>
              <b>{place}</b>: {text}
            </p>
            <div className="tasks-reply">
              <Select
                label={t('tasks.opinion.handling')}
                isLabelHidden
                value={replies[index]?.handling ?? null}
                options={OpinionHandling.options.map((value) => ({
                  value,
                  label: t(`tasks.opinion.handling.${value}`),
                }))}
                onChange={(handling) => change(index, { handling })}
              />
              <TextField
                label={t('tasks.opinion.reply')}
                isLabelHidden
                placeholder={t('tasks.opinion.reply')}
                value={replies[index]?.reply ?? ''}
                onChange={(reply) => change(index, { reply })}
              />
            </div>
          </li>
        ))}
      </ol>
      {write.error && <Notice kind="error">{sentence(write.error)}</Notice>}
      <Button isSmall isPending={write.isPending} onPress={save}>
        {t('tasks.opinion.keep')}
      </Button>
    </>
  )
}
