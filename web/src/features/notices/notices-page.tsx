import './notices.css'
import type { Notice } from '@hopluc/shared/notices'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { sentence } from '../../lib/api-error.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { NoticeLink } from './notice-link.tsx'
import { noticesQuery, useSeenNotices } from './queries.ts'
import { noteOf, sentenceOf } from './sentence.ts'

const route = getRouteApi('/app/notices')

/** What one was told, newest first; opening what it is about marks it as seen. */
export function NoticesPage() {
  const search = route.useSearch()
  const { data: page } = useSuspenseQuery(
    noticesQuery({ unseen: search.unseen, cursor: search.cursor }),
  )
  const seen = useSeenNotices()
  return (
    <Page
      title={t('notices.title')}
      actions={
        page.unseen > 0 && (
          <Button
            isPending={seen.isPending}
            onPress={() =>
              seen.mutate(undefined, {
                onError: (error) => toast(sentence(error), { kind: 'late' }),
              })
            }
          >
            {t('notices.allSeen')}
          </Button>
        )
      }
    >
      <TabLinks
        label={t('notices.title')}
        tabs={[
          {
            id: 'all',
            label: t('notices.all'),
            change: { unseen: undefined },
            isCurrent: !search.unseen,
          },
          {
            id: 'unseen',
            label: t('notices.unseen'),
            count: page.unseen,
            change: { unseen: true },
            isCurrent: search.unseen === true,
          },
        ]}
      />
      {page.items.length === 0 ? (
        <EmptyState>{t(search.unseen ? 'notices.none.unseen' : 'notices.none')}</EmptyState>
      ) : (
        <ul className="notices">
          {page.items.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} onOpen={() => seen.mutate([notice.id])} />
          ))}
        </ul>
      )}
      <Pager cursor={search.cursor} next={page.next} />
    </Page>
  )
}

function NoticeLine({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { today } = useSession()
  const isNew = notice.seenAt === null
  const note = noteOf(notice)
  return (
    <li className={isNew ? 'notice-new' : ''}>
      <span className="figures muted small">{formatInstant(notice.createdAt, today)}</span>
      <span>
        <NoticeLink notice={notice} onOpen={() => isNew && onOpen()}>
          {sentenceOf(notice)}
        </NoticeLink>
        {isNew && <span className="for-readers">, {t('notices.isNew')}</span>}
        {note && <small>{note}</small>}
      </span>
    </li>
  )
}
