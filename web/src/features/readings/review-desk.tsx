import { isUnresolved, problemsOf, type ReviewSetting } from '@hopluc/shared/reading-review'
import { FindKind, type ReadingDetail } from '@hopluc/shared/readings'
import { IconKeyboard } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm, Dialog } from '../../ui/dialog.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { KeyHelp } from '../../ui/key-help.tsx'
import { newId } from '../../lib/new-id.ts'
import { AskDialog } from './ask-dialog.tsx'
import { DirectiveList } from './directive-list.tsx'
import { FactsDialog } from './facts-dialog.tsx'
import { FindList } from './find-cards.tsx'
import { DiscardReading } from './discard-reading.tsx'
import { confirmReading } from './queries.ts'
import { ReviewBar } from './review-bar.tsx'
import { ReviewHead } from './review-head.tsx'
import type { Highlight } from './segments.ts'
import { type MarkState, SourceText } from './source-text.tsx'
import type { useAutosave } from './use-autosave.ts'
import type { useReview } from './use-review.ts'
import { useHoveredMark } from './use-hovered-mark.ts'
import { useReviewKeys } from './use-review-keys.ts'

export interface ReviewDeskProps {
  readonly reading: ReadingDetail
  readonly work: ReturnType<typeof useReview>
  readonly setting: ReviewSetting
  readonly save: ReturnType<typeof useAutosave>
  readonly children: ReactNode
}

type Open = 'facts' | 'open' | 'keys' | 'text' | null

/** Left the text, right the cards, below what acts on the whole. */
export function ReviewDesk({ reading, work, setting, save, children }: ReviewDeskProps) {
  const { id, text, allowed } = reading
  const { review, kind, active, acts, counts } = work
  const [hovered, setHovered] = useState<string | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const [isByKeys, setIsByKeys] = useState(false)
  const [isPending, setIsPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const selection = useRef<{ start: number; end: number } | null>(null)
  const sendKey = useRef(newId())
  const navigate = useNavigate()
  const queries = useQueryClient()
  const mayChange = allowed.includes('review')
  const { highlights, numbers, states } = useMarks(work.review, setting)

  const addSelected = () => {
    const range = selection.current
    if (range) acts.add('directives', range.start, range.end)
  }
  useHoveredMark(hovered)
  useReviewKeys({ work, mayChange, addSelected, onText: () => setIsByKeys(true) })

  // One function for all cards, so that they are not drawn anew with every key.
  const see = useCallback(
    (seen: string) => {
      acts.go('directives', seen)
      setOpen('text')
    },
    [acts],
  )
  const confirm = async (takeOpen: boolean) => {
    setOpen(null)
    if (!takeOpen && counts.open + counts.toLookAt > 0) return setOpen('open')
    setIsPending(true)
    setError(null)
    try {
      if (!(await save.flush())) return
      const done = await confirmReading(id, save.version.current, takeOpen, sendKey.current)
      const { directives, tasks, noticeId, documentId } = done
      save.forget()
      await queries.invalidateQueries({ queryKey: ['readings'] })
      const isIssued = noticeId === documentId
      toast(
        t(isIssued ? 'readings.confirm.doneIssued' : 'readings.confirm.done', {
          directives,
          tasks,
        }),
      )
      if (isIssued) await navigate({ href: `/documents/${documentId}` })
      else await navigate({ to: '/documents/$id/notice', params: { id: noticeId } })
    } catch (problem) {
      // A refusal is answered by another try: its key was not taken. A lost line asks with the same.
      setError(problem)
    } finally {
      setIsPending(false)
    }
  }
  const asked = review.directives.find((card) => card.id === asking)
  const source = (
    <SourceText
      text={text}
      highlights={highlights}
      numbers={numbers}
      states={states}
      kind={kind}
      active={active}
      isByKeys={isByKeys}
      mayAdd={mayChange}
      onByKeys={setIsByKeys}
      onGo={acts.go}
      onHover={setHovered}
      onAdd={acts.add}
      onSelect={(selected) => {
        selection.current = selected
      }}
    />
  )
  return (
    <div className="review" data-hovered={hovered ?? undefined}>
      <ReviewHead reading={reading} review={review} onFacts={() => setOpen('facts')}>
        <DiscardReading reading={reading} versionNow={() => save.version.current} />
      </ReviewHead>
      {children}
      {error !== null && (
        <div className="review-error">
          <ErrorState
            error={error}
            title={t('readings.confirm.failed')}
            onRetry={() => void confirm(false)}
          />
        </div>
      )}
      <div className="review-desk">
        <section className="review-source">
          <div className="review-legend">
            {FindKind.options.map((one) => (
              <button
                key={one}
                type="button"
                className={`legend-kind ${LEGEND[one]}`}
                onClick={() => acts.go(one, review[one][0]?.id ?? null)}
              >
                <b className="figures">{review[one].length}</b> {t(`readings.kind.${one}`)}
              </button>
            ))}
            <span className="muted small bar-gap">{t('readings.text.legend')}</span>
          </div>
          {source}
        </section>
        <section className="review-cards">
          <div className="review-tabs">
            <div className="review-tablist" role="tablist" aria-label={t('readings.title')}>
              {FindKind.options.map((one) => (
                <button
                  key={one}
                  type="button"
                  role="tab"
                  aria-selected={one === kind}
                  className="review-tab"
                  onClick={() => acts.go(one, review[one][0]?.id ?? null)}
                >
                  {t(`readings.kind.${one}`)} <span className="figures">{review[one].length}</span>
                </button>
              ))}
            </div>
            <span className="bar-gap review-keys">
              <Button isSmall kind="quiet" icon={IconKeyboard} onPress={() => setOpen('keys')}>
                {t('readings.bar.keys')}
              </Button>
            </span>
          </div>
          <div className="review-list">
            {kind === 'directives' ? (
              <DirectiveList
                work={work}
                setting={setting}
                numbers={numbers}
                hovered={hovered}
                mayChange={mayChange}
                onHover={setHovered}
                onAsk={setAsking}
                onSee={see}
              />
            ) : (
              <FindList
                kind={kind}
                review={review}
                active={active}
                hovered={hovered}
                editing={work.editing}
                mayChange={mayChange}
                acts={acts}
                onHover={setHovered}
              />
            )}
          </div>
        </section>
      </div>
      <ReviewBar
        counts={counts}
        save={save.state}
        mayConfirm={allowed.includes('confirm')}
        isIssued={review.source.use === 'issued'}
        isPending={isPending}
        canUndo={work.canUndo && mayChange}
        onUndo={acts.undo}
        onLater={() => void save.flush().then(() => navigate({ to: '/readings' }))}
        onConfirm={() => void confirm(false)}
      />
      {open === 'facts' && (
        <FactsDialog review={review} isOpen onChange={acts.become} onClose={() => setOpen(null)} />
      )}
      <KeyHelp isOpen={open === 'keys'} onClose={() => setOpen(null)} />
      {open === 'text' && (
        <Dialog title={review.title} isOpen shape="wide" onClose={() => setOpen(null)}>
          {source}
        </Dialog>
      )}
      <Confirm
        title={t('readings.confirm.title', { count: counts.open + counts.toLookAt })}
        action={t('readings.confirm.all')}
        isOpen={open === 'open'}
        onConfirm={() => void confirm(true)}
        onClose={() => setOpen(null)}
      >
        <p>{t('readings.confirm.text', { count: counts.open + counts.toLookAt })}</p>
      </Confirm>
      {asked && (
        <AskDialog
          card={asked}
          onKeep={(question) => acts.patch(asked.id, { question })}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}

const LEGEND: Record<FindKind, string> = {
  directives: 'k-directive',
  figures: 'k-figure',
  references: 'k-document',
  organisations: 'k-org',
}

/** The marks in the text: places, numbers in the text's order, and how far each directive is. */
function useMarks(review: ReadingDetail['review'], setting: ReviewSetting) {
  const { directives, figures, references, organisations } = review
  const places = useMemo(
    () =>
      JSON.stringify(
        [directives, figures, references, organisations].map((cards) =>
          cards.map(({ id, start, end, state }) => [id, start, end, state === 'skipped']),
        ),
      ),
    [directives, figures, references, organisations],
  )
  const highlights = useMemo(() => {
    const kinds = [directives, figures, references, organisations]
    return kinds.flatMap((cards, index) =>
      cards.flatMap(({ id, start, end, state }): Highlight[] => {
        const kind = FindKind.options[index]
        if (!kind || start === null || end === null || state === 'skipped') return []
        return [{ id, kind, start, end }]
      }),
    )
    // oxlint-disable-next-line react/exhaustive-deps -- the places are all that counts here
  }, [places])
  const numbers = useMemo(
    () => new Map(directives.map(({ id }, index) => [id, index + 1])),
    [directives],
  )
  const states = useMemo(
    () =>
      new Map(
        directives.map((card): [string, MarkState] => {
          const problems = problemsOf(card, setting).filter(({ code }) => code !== 'no_deadline')
          if (card.state === 'skipped') return [card.id, 'skipped']
          if (isUnresolved(card, problems)) return [card.id, 'look']
          if (card.state === 'right') return [card.id, 'right']
          return [card.id, problems.length > 0 ? 'look' : 'open']
        }),
      ),
    [directives, setting],
  )
  return { highlights, numbers, states }
}
