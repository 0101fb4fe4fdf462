import './states.css'
import { IconAlertTriangle, IconCloudOff, IconInfoCircle, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ApiError, sentence } from '../lib/api-error.ts'
import { t } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { Icon, type IconShape } from './icon.tsx'

/** Says what would be here and offers the step; a good empty is said plainly, without an action. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  )
}

export interface ErrorStateProps {
  readonly error: unknown
  /** What could not be done: "Chưa mở được danh sách nhiệm vụ". */
  readonly title?: string | undefined
  readonly onRetry?: (() => void) | undefined
}

/** What happened, what was kept, what to do. */
export function ErrorState({ error, title, onRetry }: ErrorStateProps) {
  const code = error instanceof ApiError ? error.code : undefined
  return (
    <div className="error-state" role="alert">
      <p className="error-title">{title ?? t('ui.error.title')}</p>
      <p>
        {sentence(error)} {code && <span className="muted small">({code})</span>}
      </p>
      {onRetry ? (
        <Button icon={IconRefresh} onPress={onRetry}>
          {t('ui.retry')}
        </Button>
      ) : (
        <Button icon={IconRefresh} onPress={() => location.reload()}>
          {t('ui.reload')}
        </Button>
      )}
    </div>
  )
}

const NOTICE_ICONS: Record<NoticeProps['kind'], IconShape> = {
  info: IconInfoCircle,
  warning: IconAlertTriangle,
  error: IconAlertTriangle,
  offline: IconCloudOff,
}

export interface NoticeProps {
  readonly kind: 'info' | 'warning' | 'error' | 'offline'
  readonly children: ReactNode
  /** Small quiet buttons or links. */
  readonly actions?: ReactNode
}

/** One line under the title, or above what it is about. An error interrupts a reader, others wait. */
export function Notice({ kind, children, actions }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon of={NOTICE_ICONS[kind]} />
      <div className="notice-text">
        <div className="notice-words">{children}</div>
        {actions && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}

/** Work goes on without a line; what waits is counted. */
export function OfflineNotice({ unsent = 0 }: { unsent?: number }) {
  return (
    <Notice kind="offline">
      {unsent > 0 ? t('ui.offline.unsent', { count: unsent }) : t('ui.offline')}
    </Notice>
  )
}

/** A draft from an earlier visit stands in the form. */
export function DraftNotice({ when, onDiscard }: { when: string; onDiscard: () => void }) {
  return (
    <Notice
      kind="info"
      actions={
        <Button kind="quiet" isSmall onPress={onDiscard}>
          {t('ui.draft.discard')}
        </Button>
      }
    >
      {t('ui.draft.restored', { when })}
    </Notice>
  )
}

export interface ConflictProps {
  /** Who changed it and when: "Trần Thị Hạnh, 12/07 09:41". */
  readonly theirsBy: string
  readonly mine: ReactNode
  readonly theirs: ReactNode
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

/** Both versions side by side; nothing is lost before one is chosen. */
export function Conflict({ theirsBy, mine, theirs, onKeepMine, onTakeTheirs }: ConflictProps) {
  return (
    <section className="conflict" aria-label={t('ui.conflict.title')}>
      <p className="conflict-title">
        <Icon of={IconAlertTriangle} /> {t('ui.conflict.title')}
      </p>
      <div className="conflict-sides">
        <div>
          <p className="conflict-who">{t('ui.conflict.mine')}</p>
          <div className="conflict-text">{mine}</div>
          <Button isSmall onPress={onKeepMine}>
            {t('ui.conflict.keepMine')}
          </Button>
        </div>
        <div>
          <p className="conflict-who">
            {t('ui.conflict.theirs')} · {theirsBy}
          </p>
          <div className="conflict-text">{theirs}</div>
          <Button isSmall onPress={onTakeTheirs}>
            {t('ui.conflict.takeTheirs')}
          </Button>
        </div>
      </div>
    </section>
  )
}

/** The ruled lines of what is coming; no spinner in the middle. */
export function Skeleton({ rows = 8, hasTitle = false }: { rows?: number; hasTitle?: boolean }) {
  return (
    <output className="skeleton" aria-label={t('ui.loading')}>
      {hasTitle && <span className="skeleton-title" />}
      <span className="skeleton-head" />
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="skeleton-row">
          <span />
          <span />
          <span />
        </span>
      ))}
    </output>
  )
}

/** A whole page that is on its way. */
export function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton hasTitle rows={10} />
    </div>
  )
}
