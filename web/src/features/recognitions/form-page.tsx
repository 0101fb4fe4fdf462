import './recognitions.css'
import type { Recognition, RecognitionKind } from '@hopluc/shared/recognitions'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { OneEntityPicker } from '../registry/years/one-entity-picker.tsx'
import { useSession } from '../session/queries.ts'
import { RecognitionForm } from './form.tsx'
import { optionsQuery, recognitionQuery } from './queries.ts'

const fresh = getRouteApi('/app/recognitions/new')
const known = getRouteApi('/app/recognitions/$id/edit')

/** About a cooperative of the area, chosen first; a cooperative speaks of itself. */
export function NewRecognitionPage() {
  const { kind = 'model', entity } = fresh.useSearch()
  const { post } = useSession()
  const [entityId, setEntity] = useState(entity ?? null)
  const isOwn = post?.role === 'cooperative'
  return (
    <Page
      title={t(`recognition.new.${kind}`)}
      crumbs={[{ label: t('recognition.title'), to: '/recognitions' }]}
    >
      <div className="recognition-form">
        {!isOwn && (
          <OneEntityPicker label={t('recognition.who')} value={entityId} onChange={setEntity} />
        )}
        {(isOwn || entityId !== null) && (
          <About key={entityId} kind={kind} entityId={isOwn ? null : entityId} />
        )}
      </div>
    </Page>
  )
}

export function EditRecognitionPage() {
  const { id } = known.useParams()
  const { data, error, refetch } = useQuery(recognitionQuery(id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Page
      title={t('recognition.edit.title')}
      crumbs={[{ label: t('recognition.title'), to: '/recognitions' }, { label: data.title }]}
      lead={data.entity.name}
    >
      <div className="recognition-form">
        <About kind={data.kind} entityId={data.entity.id} one={data} />
      </div>
    </Page>
  )
}

interface AboutProps {
  readonly kind: RecognitionKind
  readonly entityId: string | null
  readonly one?: Recognition
}

function About(props: AboutProps) {
  const { data, error, refetch } = useQuery(optionsQuery(props.entityId))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <RecognitionForm {...props} options={data} />
}
