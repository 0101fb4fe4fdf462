import '../../ui/popover.css'
import './notices.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { sentence } from '../../lib/api-error.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { NoticeLink } from './notice-link.tsx'
import { latestNoticesQuery, useSeenNotices } from './queries.ts'
import { sentenceOf } from './sentence.ts'

/** The latest notices under the bell, what has not been seen first. */
export function BellPanel(props: {
  bell: RefObject<HTMLElement | null>
  isOpen: boolean
  onClose: () => void
}) {
  const { bell, isOpen, onClose } = props
  return (
    <Popover
      className="popover bell-panel"
      triggerRef={bell}
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      placement="bottom end"
      offset={6}
    >
      <Dialog aria-label={t('notices.latest')}>
        <Latest onClose={onClose} />
      </Dialog>
    </Popover>
  )
}

function Latest({ onClose }: { onClose: () => void }) {
  const { today } = useSession()
  const { data, error, refetch } = useQuery(latestNoticesQuery)
  const seen = useSeenNotices()
  const mark = (ids?: readonly string[]) =>
    seen.mutate(ids, { onError: (failure) => toast(sentence(failure), { kind: 'late' }) })
  return (
    <>
      <div className="bell-head">
        <h2>{t('notices.title')}</h2>
        {data && data.unseen > 0 && (
          <Button kind="quiet" isSmall isPending={seen.isPending} onPress={() => mark()}>
            {t('notices.allSeen')}
          </Button>
        )}
      </div>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={4} />
      ) : data.items.length === 0 ? (
        <p className="bell-none muted">{t('notices.none')}</p>
      ) : (
        <ul className="bell-list">
          {data.items.map((notice) => {
            const isNew = notice.seenAt === null
            return (
              <li key={notice.id} className={isNew ? 'notice-new' : ''}>
                <NoticeLink
                  notice={notice}
                  onOpen={() => {
                    if (isNew) mark([notice.id])
                    onClose()
                  }}
                >
                  {sentenceOf(notice)}
                </NoticeLink>
                <small className="figures muted">
                  {formatInstant(notice.createdAt, today)}
                  {isNew && <span className="for-readers">, {t('notices.isNew')}</span>}
                </small>
              </li>
            )
          })}
        </ul>
      )}
      <Link to="/notices" className="bell-all" onClick={onClose}>
        {t('notices.seeAll')}
      </Link>
    </>
  )
}
