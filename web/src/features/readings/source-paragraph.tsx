import type { FindKind } from '@hopluc/shared/readings'
import { memo } from 'react'
import { t } from '../../lib/i18n.ts'
import { type Paragraph, piecesOf } from './segments.ts'

const KIND_CLASS: Record<FindKind, string> = {
  directives: 'k-directive',
  figures: 'k-figure',
  references: 'k-document',
  organisations: 'k-org',
}

/** One paragraph; drawn anew only when one of its marks looks different. */
export const ParagraphText = memo(
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
            const index = paragraph.highlights.findIndex(
              (one) => one.id === id && one.kind === kind,
            )
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

/** Paragraphs without any find, folded away. */
export function Fold({ count, onOpen }: { count: number; onOpen: () => void }) {
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
