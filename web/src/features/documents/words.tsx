import type {
  DocumentState,
  DocumentSummary,
  PaperKind,
  SnippetPart,
} from '@hopluc/shared/documents'
import type { PlainDate } from '@hopluc/shared/values'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<DocumentState, StatusKind> = {
  draft: 'draft',
  opinions: 'waiting',
  appraisal: 'waiting',
  submitted: 'waiting',
  issued: 'done',
  replaced: 'standing',
  expired: 'cancelled',
}

/** Where a paper stands on its way; of a paper of others that it is in force needs no saying. */
export function DocumentStatus(document: Pick<DocumentSummary, 'state' | 'draftNo'>) {
  const { state, draftNo } = document
  const words =
    state === 'draft' && draftNo > 1
      ? t('documents.state.draftNo', { count: draftNo })
      : t(`documents.state.${state}`)
  return <Status kind={KINDS[state]}>{words}</Status>
}

/** "Thông báo 05/TB-BCĐ ngày 03/03/2021". */
export function cited(paper: {
  kind: PaperKind
  symbol: string | null
  issuedOn: PlainDate | null
}): string {
  const kind = t(`documents.kind.${paper.kind}`)
  const symbol = paper.symbol ?? ''
  if (!paper.issuedOn) return [kind, symbol].filter(Boolean).join(' ')
  return t('documents.cited', { kind, symbol, day: formatDate(paper.issuedOn) }).replace(
    /\s+/g,
    ' ',
  )
}

/** Where the text answers a search; plain parts, so nothing in it is ever markup. */
export function Snippet({ parts }: { parts: readonly SnippetPart[] }) {
  if (parts.length === 0) return null
  return (
    <small className="documents-snippet">
      {parts.map(({ text, isHit }, index) => {
        const key = `${index} ${text}`
        return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
      })}
    </small>
  )
}

/** What makes a paper stand out in a list: its urgency, and whom it is kept from. */
export function DocumentMarks({ urgency, isInternal, isStub }: DocumentSummary) {
  return (
    <>
      {urgency !== 'normal' && (
        <span className="documents-urgent">{t(`documents.urgency.${urgency}`)}</span>
      )}
      {isInternal && <span className="tag">{t('documents.internal')}</span>}
      {isStub && <span className="tag">{t('documents.stub')}</span>}
    </>
  )
}
