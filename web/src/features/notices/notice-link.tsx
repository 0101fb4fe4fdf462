import type { Notice } from '@hopluc/shared/notices'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Leads to what the notice is about. */
export function NoticeLink({
  notice: { kind, subjectKind, subjectId },
  onOpen,
  children,
}: {
  notice: Notice
  onOpen: () => void
  children: ReactNode
}) {
  const look = { className: 'notice-link', onClick: onOpen }
  if (kind === 'export.ready' && subjectId !== null)
    return (
      <a href={`/api/files/${subjectId}`} download {...look}>
        {children}
      </a>
    )
  if (kind === 'personal.requested' && subjectId !== null)
    return (
      <Link to="/personal-data/requests/$id" params={{ id: subjectId }} {...look}>
        {children}
      </Link>
    )
  if (kind === 'dialogue.due')
    return (
      <Link to="/dialogues" {...look}>
        {children}
      </Link>
    )
  if (subjectKind === 'digest' || subjectKind === 'dialogue' || subjectId === null)
    return (
      <Link to={kind === 'digest.week' ? '/' : '/tasks'} {...look}>
        {children}
      </Link>
    )
  const params = { id: subjectId }
  switch (subjectKind) {
    case 'task':
      return (
        <Link to="/tasks/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'document':
      return (
        <Link to="/documents/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'meeting':
      return (
        <Link to="/meetings/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'committee':
      return (
        <Link to="/organisation/committees" search={{ under: subjectId }} {...look}>
          {children}
        </Link>
      )
    case 'reading':
      return (
        <Link to="/readings/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'entity':
      return (
        <Link to="/registry/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'register':
      return (
        <Link to="/registry/confirmations" search={{ state: 'missing' }} {...look}>
          {children}
        </Link>
      )
    case 'return':
      return (
        <Link to="/returns/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'plan':
      return (
        <Link to="/plans/$id/needs" params={params} {...look}>
          {children}
        </Link>
      )
    case 'assessment':
      return (
        <Link to="/assessments/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'assessment_round':
      return (
        <Link to="/assessments/rounds/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'loan':
      return (
        <Link to="/loans/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'support':
      return (
        <Link to="/support/applications/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'difficulty':
      return (
        <Link to="/difficulties/$id" params={params} {...look}>
          {children}
        </Link>
      )
    case 'reorganisation':
      return (
        <Link to="/reorganisations/$id" params={params} {...look}>
          {children}
        </Link>
      )
  }
}
