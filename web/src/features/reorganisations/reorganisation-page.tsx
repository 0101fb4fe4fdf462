import './reorganisations.css'
import type { Reorganisation } from '@hopluc/shared/reorganisations'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../../lib/i18n.ts'
import { Progress } from '../../ui/bar.tsx'
import { Page } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { DonePart, UndoButton } from './done-part.tsx'
import { DraftPage } from './draft-page.tsx'
import { HeadLine } from './head-line.tsx'
import { reorganisationQuery, useRereading } from './queries.ts'
import { inWords } from './words.ts'

const route = getRouteApi('/app/reorganisations/$id')

/** One act: drafted with its questions, set down for its day, applied with its report, undone while nothing rests on it. */
export function ReorganisationPage() {
  const { id } = route.useParams()
  const { data } = useSuspenseQuery(reorganisationQuery(id))
  useRereading(data.state)
  if (data.state === 'draft' || data.state === 'scheduled')
    return <DraftPage reorganisation={data} />
  const isDone = data.state === 'applied' || data.state === 'undone'
  return (
    <Shell reorganisation={data} actions={<UndoButton reorganisation={data} />}>
      {data.progress && !isDone && <Going progress={data.progress} />}
      {data.progress?.failure && <Notice kind="error">{inWords(data.progress.failure)}</Notice>}
      {isDone && <DonePart id={data.id} />}
      {isDone && <RecordHistory subject={data.id} />}
    </Shell>
  )
}

function Shell(props: { reorganisation: Reorganisation; actions: ReactNode; children: ReactNode }) {
  const { title } = props.reorganisation
  return (
    <Page
      title={title}
      crumbs={[{ label: t('reorganisations.title'), to: '/reorganisations' }]}
      lead={<HeadLine reorganisation={props.reorganisation} />}
      actions={props.actions}
    >
      {props.children}
    </Page>
  )
}

function Going({ progress }: { progress: NonNullable<Reorganisation['progress']> }) {
  const { step, steps, doing } = progress
  return (
    <div className="going" aria-live="polite">
      <p>{inWords(doing)}</p>
      <Progress label={inWords(doing)} share={steps === 0 ? 0 : step / steps} />
    </div>
  )
}
