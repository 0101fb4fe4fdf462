import './assessments.css'
import type { Assessment, AssessmentAction, AssessmentStep } from '@hopluc/shared/assessments'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { unitWords } from '../organisation/words.ts'
import { WordsDialog } from './deed-dialogs.tsx'
import { assessmentQuery } from './queries.ts'
import { ScoreForm } from './score-form.tsx'
import { Sheet } from './sheet.tsx'
import { AssessmentStatus, points, setWords } from './words.tsx'

const route = getRouteApi('/app/assessments/$id')

/** The score sheet of one cooperative in one round, with everything that became of it. */
export function AssessmentPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(assessmentQuery(id))
  const [deed, setDeed] = useState<AssessmentAction | 'change' | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const isScoring = deed === 'score' || deed === 'change'
  const close = () => setDeed(null)
  return (
    <Page
      title={data.entity.name}
      crumbs={[
        { label: t('assess.title'), to: '/assessments' },
        ...(data.level === 'self' || data.level === null
          ? []
          : [{ label: data.round.name, to: `/assessments/rounds/${data.roundId}` }]),
      ]}
      lead={
        <>
          <AssessmentStatus one={data} /> {data.isDemo && <DemoMark />}
        </>
      }
      actions={!isScoring && <Deeds one={data} onChoose={setDeed} />}
    >
      <Told one={data} />
      {isScoring ? (
        <ScoreForm one={data} action={deed === 'score' ? 'score' : 'decide'} onClose={close} />
      ) : (
        <Columns aside={<About one={data} />}>
          <Sheet one={data} />
          <Section title={t('assess.trail')}>
            {data.steps.length === 0 && <p className="muted small">{t('assess.trail.none')}</p>}
            <ol className="assess-trail">
              {data.steps.map((step) => (
                <Step key={step.seq} step={step} />
              ))}
            </ol>
          </Section>
        </Columns>
      )}
      {deed !== null && deed !== 'score' && deed !== 'change' && (
        <WordsDialog one={data} action={deed} onClose={close} />
      )}
    </Page>
  )
}

function Deeds({
  one,
  onChoose,
}: {
  one: Assessment
  onChoose: (deed: AssessmentAction | 'change') => void
}) {
  const buttons: (AssessmentAction | 'change')[] = one.allowed.flatMap((action) =>
    action === 'decide' ? (['change', 'decide'] as const) : [action],
  )
  return buttons.map((action, at) => (
    <Button key={action} kind={at === 0 ? 'primary' : 'plain'} onPress={() => onChoose(action)}>
      {t(`assess.action.${action}`)}
    </Button>
  ))
}

/** What decides beside the points: cases told by the rules, why it is not rated, an appeal. */
function Told({ one }: { one: Assessment }) {
  const { exclusions, notRated, appeal, round, state } = one
  const holds = exclusions.filter(({ outcome }) => outcome === 'met')
  return (
    <>
      {notRated !== null && (
        <Notice kind="info">{t('assess.notRated.why', { why: notRated })}</Notice>
      )}
      {state !== 'decided' &&
        holds.map(({ key, words, why }) => (
          <Notice key={key} kind="warning">
            {words}. {why}
          </Notice>
        ))}
      {state === 'decided' && appeal === null && round.appealUntilOn && one.level === 'self' && (
        <Notice kind="info">
          {t('assess.appeal.until', { day: formatDate(round.appealUntilOn) })}
        </Notice>
      )}
    </>
  )
}

function About({ one }: { one: Assessment }) {
  const { round, total, most, entity, unit, lift } = one
  return (
    <>
      <Section title={t('assess.about')}>
        <dl className="assess-about">
          <dt>{t('assess.total')}</dt>
          <dd className="figures">
            {points(total)} / {points(most)}
          </dd>
          <dt>{t('assess.round')}</dt>
          <dd>
            {round.name}
            <small>{setWords(round.set)}</small>
          </dd>
          <dt>{t('assess.entity')}</dt>
          <dd>
            {one.level === 'self' ? (
              entity.name
            ) : (
              <Link to="/registry/$id" params={{ id: entity.id }}>
                {entity.name}
              </Link>
            )}
            <small>{unitWords(unit)}</small>
          </dd>
          <dt>{t('assess.terms.short')}</dt>
          <dd className="figures">
            {t('assess.terms', {
              self: formatDate(round.selfUntilOn),
              commune: formatDate(round.communeUntilOn),
              until: formatDate(round.untilOn),
            })}
          </dd>
        </dl>
      </Section>
      {lift && (
        <Section title={t('assess.lift', { band: lift.bandName })}>
          <p className="small">{t('assess.lift.missing', { points: points(lift.missing) })}</p>
          {lift.gains.length === 0 ? (
            <p className="muted small">{t('assess.lift.none')}</p>
          ) : (
            <ul className="assess-lift">
              {lift.gains.map(({ key, gain, vi }) => (
                <li key={key}>
                  <b className="figures">+{points(gain)}</b> {vi}
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </>
  )
}

function Step({ step }: { step: AssessmentStep }) {
  const { action, level, onDay, byWords, text, total, bandName, files } = step
  return (
    <li>
      <p>
        <b>
          {action === 'score' ? t(`assess.step.score.${level}`) : t(`assess.step.${action}`)}
          {total !== null && `: ${points(total)}`}
          {bandName && ` (${bandName})`}
        </b>
        <small>
          <time className="figures" dateTime={onDay}>
            {formatDate(onDay)}
          </time>
          {byWords && ` · ${byWords}`}
        </small>
      </p>
      {text && <p className="assess-said">{text}</p>}
      {files.map(({ id, name }) => (
        <p key={id} className="small">
          <a href={`/api/files/${id}`} download>
            {name}
          </a>
        </p>
      ))}
    </li>
  )
}
