import './review.css'
import type { ReviewSetting } from '@hopluc/shared/reading-review'
import type { ReadingAgencies, ReadingDetail, Review } from '@hopluc/shared/readings'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { formatInstant } from '../../lib/format.ts'
import { DraftNotice } from '../../ui/states.tsx'
import { useSession } from '../session/queries.ts'
import { readingAgenciesQuery, readingQuery } from './queries.ts'
import { ReviewConflict } from './review-conflict.tsx'
import { ReviewDesk } from './review-desk.tsx'
import { openWith, useAutosave } from './use-autosave.ts'
import { useReview } from './use-review.ts'

const route = getRouteApi('/app/readings/$id')

/** A text and what was proposed from it, looked at and corrected until it can be confirmed. */
export function ReviewPage() {
  const { id } = route.useParams()
  const { data: reading } = useSuspenseQuery(readingQuery(id))
  const { data: agencies } = useSuspenseQuery(readingAgenciesQuery(id, reading.agenciesOn))
  return <ReviewWorkspace key={id} reading={reading} agencies={agencies} />
}

function ReviewWorkspace(props: { reading: ReadingDetail; agencies: ReadingAgencies }) {
  const { reading, agencies } = props
  const { id, text } = reading
  const { today } = useSession()
  const queries = useQueryClient()
  const [start] = useState(() => openWith(reading))
  const [restoredAt, setRestoredAt] = useState(start.restoredAt)
  const [isConflictOpen, setIsConflictOpen] = useState(false)
  const [theirs, setTheirs] = useState<ReadingDetail | null>(start.isBehind ? reading : null)
  const base = useMemo((): Omit<ReviewSetting, 'notBefore'> => {
    const known = new Map(agencies.agencies.map((body) => [body.id, body]))
    return { agencies: known, groups: agencies.groups }
  }, [agencies])
  const [setting, setSetting] = useState<ReviewSetting>({
    ...base,
    notBefore: start.review.meeting.heldOn ?? start.review.source.issuedOn,
  })
  const work = useReview(start.review, text, setting)
  const { review, acts } = work
  const save = useAutosave(reading, review, start.isBehind)

  const notBefore = review.meeting.heldOn ?? review.source.issuedOn
  if (notBefore !== setting.notBefore) setSetting({ ...setting, notBefore })
  const day = review.source.issuedOn ?? review.meeting.heldOn ?? today
  const [agenciesOn, setAgenciesOn] = useState(agencies.on)
  if (day !== agenciesOn) {
    setAgenciesOn(day)
    void queries.fetchQuery(readingAgenciesQuery(id, day)).then((next) => {
      const known = new Map(next.agencies.map((body) => [body.id, body]))
      setSetting((before) => ({ ...before, agencies: known, groups: next.groups }))
    })
  }
  if (save.state.kind === 'conflict' && !isConflictOpen) {
    setIsConflictOpen(true)
    void queries.fetchQuery({ ...readingQuery(id), staleTime: 0 }).then(setTheirs)
  }

  const resolve = (joined: Review) => {
    if (!theirs) return
    save.resolve(theirs)
    acts.replace(joined)
    setIsConflictOpen(false)
    setTheirs(null)
  }
  const dropDraft = () => {
    save.forget()
    acts.replace(reading.review)
    setRestoredAt(null)
  }
  return (
    <ReviewDesk reading={reading} work={work} setting={setting} save={save}>
      {restoredAt !== null && save.state.kind !== 'conflict' && (
        <DraftNotice when={formatInstant(restoredAt, today)} onDiscard={dropDraft} />
      )}
      {save.state.kind === 'conflict' && theirs && (
        <ReviewConflict
          theirsBy={`${theirs.savedBy}, ${formatInstant(theirs.savedAt, today)}`}
          mine={review}
          theirs={theirs.review}
          base={start.isBehind ? undefined : save.base()}
          setting={setting}
          onResolve={resolve}
        />
      )}
    </ReviewDesk>
  )
}
