import './assessments.css'
import type { CriteriaSet } from '@hopluc/shared/criteria'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { toast } from '../../ui/toast.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { CriteriaEditor } from './criteria-editor.tsx'
import { measuresQuery, setQuery, useIssueSet } from './queries.ts'
import { ruleLines } from './rule-words.ts'
import { points, setWords } from './words.tsx'

const route = getRouteApi('/app/assessments/criteria/$id')

/** One set: its criteria with their rules, bands and exclusions; a draft is edited here. */
export function CriteriaPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(setQuery(id))
  const [deed, setDeed] = useState<'edit' | 'issue' | 'copy' | null>(null)
  const { mutate, isPending } = useIssueSet(id)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const close = () => setDeed(null)
  const issue = () =>
    mutate(data.version, {
      onSuccess: () => toast(t('assess.set.issue.done')),
      onError: (problem) => toast(sentence(problem), { kind: 'late' }),
      onSettled: close,
    })
  const isReady = data.problems.length === 0
  return (
    <Page
      title={setWords(data)}
      crumbs={[
        { label: t('assess.title'), to: '/assessments' },
        { label: t('assess.sets'), to: '/assessments/criteria' },
      ]}
      lead={
        <>
          {data.unit === null ? (
            <Status kind="standing">{t('assess.set.form')}</Status>
          ) : (
            <Status kind={data.state === 'issued' ? 'done' : 'draft'}>
              {t(`assess.set.${data.state}`)}
            </Status>
          )}{' '}
          {data.isDemo && <DemoMark />}
        </>
      }
      actions={
        deed !== 'edit' && (
          <>
            {data.allowed.includes('copy') && (
              <Button onPress={() => setDeed('copy')}>{t('assess.set.copy')}</Button>
            )}
            {data.allowed.includes('edit') && (
              <Button kind={isReady ? 'plain' : 'primary'} onPress={() => setDeed('edit')}>
                {t('assess.set.edit')}
              </Button>
            )}
            {data.allowed.includes('issue') && isReady && (
              <Button kind="primary" onPress={() => setDeed('issue')}>
                {t('assess.set.issue')}
              </Button>
            )}
          </>
        )
      }
    >
      {deed === 'edit' ? <CriteriaEditor set={data} onClose={close} /> : <Content set={data} />}
      {deed === 'copy' && <CopyDialog set={data} onClose={close} />}
      {deed === 'issue' && (
        <Confirm
          title={t('assess.set.issue')}
          isOpen
          onClose={close}
          onConfirm={issue}
          action={t('assess.set.issue')}
          isPending={isPending}
        >
          {t('assess.set.issue.ask')}
        </Confirm>
      )}
    </Page>
  )
}

function Content({ set }: { set: CriteriaSet }) {
  return (
    <>
      {set.note && <Notice kind="info">{set.note}</Notice>}
      {set.problems.length > 0 && (
        <Notice kind="warning">{set.problems.map((one) => one[language()]).join(' ')}</Notice>
      )}
      <Columns aside={<About set={set} />}>
        <Criteria set={set} />
      </Columns>
    </>
  )
}

function Criteria({ set }: { set: CriteriaSet }) {
  const { data: measures } = useQuery(measuresQuery)
  const groups = new Set(set.criteria.map(({ above }) => above))
  return (
    <table className="assess-sheet" aria-label={t('assess.criteria')}>
      <thead>
        <tr>
          <th scope="col">{t('assess.criterion')}</th>
          <th scope="col">{t('assess.max')}</th>
        </tr>
      </thead>
      <tbody>
        {set.criteria.map((one) => {
          const isGroup = groups.has(one.key)
          return (
            <tr key={one.key} className={isGroup ? 'assess-group' : ''}>
              <th scope="row">
                <span className="assess-key">{one.key}</span> {one.name}
                {!isGroup &&
                  ruleLines(one.rule, measures?.items ?? []).map((line) => (
                    <small key={line}>{line}</small>
                  ))}
                {set.open.includes(one.key) && (
                  <small className="assess-open">{t('assess.set.open')}</small>
                )}
              </th>
              <td className="figures" data-head={t('assess.max')}>
                {one.max === null ? t('assess.max.none') : points(one.max)}
              </td>
            </tr>
          )
        })}
        <tr className="assess-group">
          <th scope="row">{t('assess.all')}</th>
          <td className="figures" data-head={t('assess.max')}>
            {points(set.most)}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function About({ set }: { set: CriteriaSet }) {
  const { data: measures } = useQuery(measuresQuery)
  return (
    <>
      <Section title={t('assess.about')}>
        <dl className="assess-about">
          <dt>{t('assess.set.basis')}</dt>
          <dd>{set.basis || '–'}</dd>
          <dt>{t('assess.set.years')}</dt>
          <dd className="figures">
            {set.fromYear} – {set.untilYear ?? t('assess.set.endless')}
          </dd>
          {set.issuedOn && (
            <>
              <dt>{t('assess.set.issued')}</dt>
              <dd className="figures">{formatDate(set.issuedOn)}</dd>
            </>
          )}
        </dl>
      </Section>
      <Section title={t('assess.bands')}>
        <ul className="assess-lift">
          {set.bands.map((band) => (
            <li key={band.code}>
              <b>{band.name}</b> {t('assess.band.from', { points: points(band.from) })}
              {band.isFair && `, ${t('assess.band.fair')}`}
              {band.isEffective && `, ${t('assess.band.effective')}`}
            </li>
          ))}
        </ul>
      </Section>
      {set.exclusions.length > 0 && (
        <Section title={t('assess.exclusions')}>
          <ul className="assess-lift">
            {set.exclusions.map(({ key, words, rule, band }) => (
              <li key={key}>
                {words}:{' '}
                {band === null
                  ? t('assess.notRated')
                  : set.bands.find(({ code }) => code === band)?.name}
                <small className="muted">
                  {rule === null
                    ? t('assess.exclusion.byHand')
                    : ruleLines({ by: 'rule', rule }, measures?.items ?? []).join('; ')}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
