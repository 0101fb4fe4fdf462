import type { FindKind } from '@hopluc/shared/readings'
import { memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { SelectionBar } from './selection-bar.tsx'
import { blocksOf, type Highlight, type Paragraph, paragraphsOf, piecesOf } from './segments.ts'

/** How a directive's place is drawn: waiting, to look at, right, left out. */
export type MarkState = 'open' | 'look' | 'right' | 'skipped'

export interface SourceTextProps {
  readonly text: string
  readonly highlights: readonly Highlight[]
  /** Numbers and states of the directives' marks. */
  readonly numbers: ReadonlyMap<string, number>
  readonly states: ReadonlyMap<string, MarkState>
  readonly kind: FindKind
  readonly active: string | null
  readonly isByKeys: boolean
  readonly mayAdd: boolean
  readonly onByKeys: (isOn: boolean) => void
  readonly onGo: (kind: FindKind, id: string) => void
  readonly onHover: (id: string | null) => void
  readonly onAdd: (kind: FindKind, start: number, end: number) => void
  readonly selection: RefObject<(() => { start: number; end: number } | null) | null>
}

/** The text as received, with its finds; what holds none is folded until it is asked for. */
export function SourceText(props: SourceTextProps) {
  const { text, highlights, active, kind, isByKeys, onGo, onHover, onByKeys } = props
  const pane = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const [selected, setSelected] = useState<{ start: number; end: number } | null>(null)
  const blocks = useMemo(() => blocksOf(paragraphsOf(text, highlights)), [text, highlights])
  const unfold = useCallback(
    (starts: readonly number[]) => setOpen((before) => new Set([...before, ...starts])),
    [],
  )

  useEffect(() => {
    const place = active && pane.current?.querySelector(`[data-find="${CSS.escape(active)}"]`)
    if (place) scrollNear(place)
  }, [active])
  useEffect(() => {
    if (isByKeys) pane.current?.focus()
  }, [isByKeys])
  useEffect(() => {
    props.selection.current = () => (pane.current ? selectedRange(pane.current) : null)
  }, [props.selection])

  const note = () => setSelected(pane.current ? selectedRange(pane.current) : null)
  const add = (added: FindKind) => {
    if (!selected) return
    props.onAdd(added, selected.start, selected.end)
    document.getSelection()?.removeAllRanges()
    setSelected(null)
    onByKeys(false)
  }
  return (
    <div className="source-scroll">
      {isByKeys && <p className="source-keys">{t('readings.text.byKeysHint')}</p>}
      {/* Events of its marks are handled here, once for all of them; the cards have the same by key. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={pane}
        className="source"
        role={isByKeys ? 'textbox' : 'document'}
        aria-label={t('readings.text.label')}
        aria-readonly={isByKeys || undefined}
        aria-multiline={isByKeys || undefined}
        contentEditable={isByKeys}
        suppressContentEditableWarning
        spellCheck={false}
        inputMode="none"
        tabIndex={isByKeys ? 0 : -1}
        onBeforeInput={(event) => event.preventDefault()}
        onPaste={(event) => event.preventDefault()}
        onDrop={(event) => event.preventDefault()}
        onCut={(event) => event.preventDefault()}
        onMouseUp={note}
        onKeyUp={note}
        onKeyDown={(event) => {
          if (!isByKeys || event.ctrlKey || event.metaKey) return
          if (event.key === 'n') add('directives')
          else if (event.key === 'Escape') onByKeys(false)
          if (event.key.length === 1 || ['Enter', 'Backspace', 'Delete', 'Escape'].includes(event.key))
            event.preventDefault()
        }}
        onClick={(event) => {
          if (document.getSelection()?.isCollapsed === false) return
          const found = findAt(event.target, highlights, kind)
          if (found) onGo(found.kind, found.id)
        }}
        onMouseOver={(event) => onHover(findAt(event.target, highlights, kind)?.id ?? null)}
        onMouseLeave={() => onHover(null)}
        onFocus={() => onHover(null)}
        onBlur={() => isByKeys && onByKeys(false)}
      >
        {blocks.map((block) => {
          if (block.type === 'paragraph') {
            const { paragraph } = block
            return (
              <ParagraphText
                key={paragraph.start}
                text={text}
                paragraph={paragraph}
                isOpen={open.has(paragraph.start)}
                onOpen={unfold}
                look={lookOf(paragraph, props)}
              />
            )
          }
          const [first] = block.paragraphs
          if (!first) return null
          if (!open.has(first.start)) {
            const starts = block.paragraphs.map(({ start }) => start)
            return <Fold key={first.start} count={starts.length} onOpen={() => unfold(starts)} />
          }
          return block.paragraphs.map((paragraph) => (
            <ParagraphText
              key={paragraph.start}
              text={text}
              paragraph={paragraph}
              isOpen
              onOpen={unfold}
              look=""
            />
          ))
        })}
      </div>
      {selected && props.mayAdd && (
        <SelectionBar onAdd={add} onClose={() => setSelected(null)} pane={pane} />
      )}
    </div>
  )
}

/** What of the marks of a paragraph can change, as one text: equal means nothing to draw anew. */
function lookOf(paragraph: Paragraph, { states, numbers, active, kind }: SourceTextProps): string {
  return paragraph.highlights
    .map(({ id, kind: own }) => {
      const isActive = id === active && own === kind ? 'a' : ''
      return own === 'directives' ? `${id}:${states.get(id)}:${numbers.get(id)}${isActive}` : isActive
    })
    .join('|')
}

const KIND_CLASS: Record<FindKind, string> = {
  directives: 'k-directive',
  figures: 'k-figure',
  references: 'k-document',
  organisations: 'k-org',
}

const ParagraphText = memo(
  function ParagraphText(props: {
    text: string
    paragraph: Paragraph
    isOpen: boolean
    onOpen: (starts: readonly number[]) => void
    look: string
  }) {
    const { text, paragraph, isOpen, onOpen } = props
    const looks = readLook(props.look)
    return (
      <p className="source-paragraph">
        <span className="source-number" contentEditable={false} aria-hidden="true">
          {paragraph.number}
        </span>
        {piecesOf(text, paragraph, isOpen).map((piece) => {
          if (piece.type === 'fold')
            return (
              <button
                key={piece.start}
                type="button"
                className="source-fold"
                contentEditable={false}
                title={t('readings.text.open')}
                aria-label={t('readings.text.open')}
                onClick={() => onOpen([paragraph.start])}
              >
                […]
              </button>
            )
          const { start, end, covers, starts } = piece.segment
          const words = text.slice(start, end)
          if (covers.length === 0)
            return (
              <span key={start} data-start={start}>
                {words}
              </span>
            )
          const classes = covers.map(({ id, kind }) => {
            const index = paragraph.highlights.findIndex((one) => one.id === id && one.kind === kind)
            const { state, isActive } = looks[index] ?? { state: '', isActive: false }
            return `${KIND_CLASS[kind]} ${state}${isActive ? ' is-active' : ''}`
          })
          const inner = covers.at(-1)
          return (
            <mark
              key={start}
              data-find={covers.find(({ kind }) => kind === 'directives')?.id ?? inner?.id}
              data-finds={covers.map(({ kind, id }) => `${kind}/${id}`).join(' ')}
              className={classes.join(' ')}
            >
              {starts
                .filter(({ kind }) => kind === 'directives')
                .map(({ id }) => {
                  const index = paragraph.highlights.findIndex(
                    (one) => one.id === id && one.kind === 'directives',
                  )
                  const number = looks[index]?.number
                  return number ? (
                    <sup key={id} contentEditable={false}>
                      {number}
                    </sup>
                  ) : null
                })}
              <span data-start={start}>{words}</span>
            </mark>
          )
        })}
      </p>
    )
  },
  (before, after) =>
    before.look === after.look &&
    before.isOpen === after.isOpen &&
    before.paragraph === after.paragraph,
)

function readLook(look: string) {
  return look.split('|').map((one) => {
    const [, state = '', number = ''] = one.split(':')
    const isActive = one.endsWith('a')
    return { state: state === '' ? '' : `is-${state}`, number: number.replace('a', ''), isActive }
  })
}

function Fold({ count, onOpen }: { count: number; onOpen: () => void }) {
  return (
    <p className="source-paragraph" contentEditable={false}>
      <button
        type="button"
        className="source-fold"
        title={t('readings.text.openMany', { count })}
        aria-label={t('readings.text.openMany', { count })}
        onClick={onOpen}
      >
        […]
      </button>
    </p>
  )
}

/** The find under the pointer: one of the kind that is looked at, else the innermost. */
function findAt(
  target: EventTarget,
  highlights: readonly Highlight[],
  kind: FindKind,
): Highlight | undefined {
  if (!(target instanceof Element)) return undefined
  const finds = target.closest<HTMLElement>('[data-finds]')?.dataset.finds?.split(' ') ?? []
  const key = finds.find((one) => one.startsWith(`${kind}/`)) ?? finds.at(-1)
  return highlights.find((one) => key === `${one.kind}/${one.id}`)
}

/** What is selected, as offsets into the text; null when nothing is, or it lies elsewhere. */
function selectedRange(pane: HTMLElement): { start: number; end: number } | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.commonAncestorContainer)) return null
  const start = offsetOf(range.startContainer, range.startOffset, 'after')
  const end = offsetOf(range.endContainer, range.endOffset, 'before')
  return start === null || end === null || end <= start ? null : { start, end }
}

function offsetOf(node: Node, offset: number, side: 'before' | 'after'): number | null {
  const own = node.parentElement?.closest<HTMLElement>('[data-start]')
  if (own && node.nodeType === Node.TEXT_NODE) return Number(own.dataset.start) + offset
  // Between elements: the nearest run of text on that side.
  const element = node instanceof Element ? node : node.parentElement
  const runs = [...(element?.closest('.source')?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
  const at = document.createRange()
  at.setStart(node, offset)
  at.collapse(true)
  const past = runs.filter((run) => at.comparePoint(run, 0) < 0)
  if (side === 'before') {
    const last = past.at(-1)
    return last ? Number(last.dataset.start) + (last.textContent?.length ?? 0) : null
  }
  const next = runs[past.length]
  return next ? Number(next.dataset.start) : null
}

/** Brings a place into view without moving what is already in sight. */
export function scrollNear(element: Element): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' })
}
