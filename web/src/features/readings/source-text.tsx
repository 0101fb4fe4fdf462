import type { FindKind } from '@hopluc/shared/readings'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { SelectionBar } from './selection-bar.tsx'
import { blocksOf, type Highlight, type Paragraph, paragraphsOf } from './segments.ts'
import { Fold, ParagraphText } from './source-paragraph.tsx'
import { scrollNear, selectedRange } from './text-selection.ts'

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
  /** Told what is selected now, for the key that adds it. */
  readonly onSelect: (selected: { start: number; end: number } | null) => void
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
  const take = (next: { start: number; end: number } | null) => {
    setSelected(next)
    props.onSelect(next)
  }
  const note = () => take(pane.current ? selectedRange(pane.current) : null)
  const closeBar = useCallback(() => setSelected(null), [])
  const add = (added: FindKind) => {
    if (!selected) return
    props.onAdd(added, selected.start, selected.end)
    document.getSelection()?.removeAllRanges()
    take(null)
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
          if (
            event.key.length === 1 ||
            ['Enter', 'Backspace', 'Delete', 'Escape'].includes(event.key)
          )
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
      {selected && props.mayAdd && <SelectionBar onAdd={add} onClose={closeBar} pane={pane} />}
    </div>
  )
}

/** What of the marks of a paragraph can change, as one text: equal means nothing to draw anew. */
function lookOf(paragraph: Paragraph, { states, numbers, active, kind }: SourceTextProps): string {
  return paragraph.highlights
    .map(({ id, kind: own }) => {
      const isActive = id === active && own === kind ? 'a' : ''
      return own === 'directives'
        ? `${id}:${states.get(id)}:${numbers.get(id)}${isActive}`
        : isActive
    })
    .join('|')
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
