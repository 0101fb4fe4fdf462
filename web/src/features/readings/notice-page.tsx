import './notice.css'
import type { Notice } from '@hopluc/shared/directives'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { IconFileTypeDocx } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Way } from '../../ui/marks.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { Notice as NoticeLine } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { NoticeEditor } from './notice-editor.tsx'
import { NoticeItems } from './notice-items.tsx'
import { NoticePaper } from './notice-paper.tsx'
import { noticeQuery } from './notice-queries.ts'
import { NoticeSteps } from './notice-steps.tsx'
import { SignedPaper } from './signed-paper.tsx'

const route = getRouteApi('/app/documents/$id/notice')
const STEPS = ['draft', 'submitted', 'approved', 'issued'] as const

/** A conclusion notice from its draft to the signed paper that gives its tasks. */
export function NoticePage() {
  const { id } = route.useParams()
  const { data: notice } = useSuspenseQuery(noticeQuery(id))
  const { today } = useSession()
  const [isEditing, setIsEditing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const at = notice.state === 'replaced' ? 3 : STEPS.indexOf(notice.state)
  const download = () => {
    setError(null)
    api.download(`/documents/${id}/notice.docx`).catch(setError)
  }
  const title = notice.symbol && at === 3 ? notice.symbol : t('readings.notice.draft')
  return (
    <Page
      title={t('readings.notice.title', { body: notice.owner.shortName })}
      shortTitle={title}
      crumbs={[{ label: t('readings.title'), to: '/readings' }, { label: title }]}
      actions={
        <>
          {notice.allowed.includes('edit') && (
            <Button onPress={() => setIsEditing(true)}>{t('readings.notice.edit')}</Button>
          )}
          <Button icon={IconFileTypeDocx} onPress={download}>
            {t('readings.notice.download')}
          </Button>
        </>
      }
      lead={<Lead notice={notice} at={at} />}
    >
      {error !== null && <NoticeLine kind="error">{sentence(error)}</NoticeLine>}
      <Columns
        isAsideFirst
        width={420}
        aside={
          <>
            <NoticeSteps notice={notice} />
            <SignedPaper key={notice.signed?.fileId ?? ''} notice={notice} today={today} />
            <Gaps notice={notice} />
            <Remarks notice={notice} today={today} />
          </>
        }
      >
        <NoticePaper notice={notice} today={today} />
        <NoticeItems notice={notice} today={today} />
      </Columns>
      {isEditing && (
        <NoticeEditor
          notice={notice}
          onClose={() => setIsEditing(false)}
          onSaved={() => toast(t('readings.notice.saved'))}
        />
      )}
    </Page>
  )
}

function Lead({ notice, at }: { notice: Notice; at: number }) {
  const { readingId, issuedOn, signerName, startedByWordOn, tasks } = notice
  return (
    <>
      <Way steps={STEPS.map((step) => t(`readings.notice.way.${step}`))} at={at} />
      {issuedOn && (
        <span className="figures">
          {t('readings.notice.issuedOn', {
            symbol: notice.symbol ?? '',
            day: formatDate(issuedOn),
          })}
          {signerName && ` · ${signerName}`}
        </span>
      )}
      {!issuedOn && startedByWordOn && (
        <span>{t('readings.notice.byWord', { day: formatDate(startedByWordOn) })}</span>
      )}
      <Link to="/tasks" search={{ document: notice.documentId }}>
        {t('readings.notice.tasks', { count: tasks })}
      </Link>
      {readingId && (
        <Link to="/readings/$id" params={{ id: readingId }}>
          {t('readings.notice.reading')}
        </Link>
      )}
    </>
  )
}

/** What the chair has to know: items that nobody is to do, or that have no term. */
function Gaps({ notice }: { notice: Notice }) {
  const gaps = notice.directives.filter(({ gaps: own }) => own.includes('no_assignee'))
  if (gaps.length === 0) return null
  return <NoticeLine kind="warning">{t('readings.notice.gaps', { count: gaps.length })}</NoticeLine>
}

function Remarks({ notice, today }: { notice: Notice; today: string }) {
  if (notice.remarks.length === 0) return null
  return (
    <Section title={t('readings.notice.remarks')}>
      <ul className="notice-remarks">
        {notice.remarks.toReversed().map(({ text, by, at }) => (
          <li key={at}>
            <p>{text}</p>
            <small>
              {by}, {formatInstant(at, today)}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
