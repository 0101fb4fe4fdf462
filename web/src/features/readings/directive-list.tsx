import type { ReviewSetting } from '@hopluc/shared/reading-review'
import { t } from '../../lib/i18n.ts'
import { DirectiveCardView } from './directive-card.tsx'
import { inGroups, type useReview } from './use-review.ts'

export interface DirectiveListProps {
  readonly work: ReturnType<typeof useReview>
  readonly setting: ReviewSetting
  readonly numbers: ReadonlyMap<string, number>
  readonly hovered: string | null
  readonly mayChange: boolean
  readonly onHover: (id: string | null) => void
  readonly onAsk: (id: string) => void
  readonly onSee: (id: string) => void
}

/** Directives by what is to be done with them: look first, propose a term, merely agree. */
export function DirectiveList(props: DirectiveListProps) {
  const { work, numbers, hovered } = props
  const { directives } = work.review
  if (directives.length === 0)
    return <p className="review-none">{t('readings.find.none.directives')}</p>
  const last = directives.at(-1)?.id
  return inGroups(directives).map(({ group, cards }) => {
    const seen = cards.filter(({ state }) => state !== 'open').length
    const count = { count: cards.length, seen }
    return (
      <section key={group} className="card-group" aria-label={t(`readings.group.${group}`)}>
        <h2>
          {t(`readings.group.${group}`)}
          <span className="figures">
            {group === 'no_deadline'
              ? t('readings.group.noteProposed', count)
              : t('readings.group.note', count)}
          </span>
        </h2>
        <ol className="cards">
          {cards.map((card) => (
            <DirectiveCardView
              key={card.id}
              card={card}
              number={numbers.get(card.id) ?? 0}
              setting={props.setting}
              isActive={card.id === work.active}
              isHovered={card.id === hovered}
              isEditing={card.id === work.editing}
              isSplitting={card.id === work.splitting}
              mayChange={props.mayChange}
              hasNext={card.id !== last}
              acts={work.acts}
              onHover={props.onHover}
              onAsk={props.onAsk}
              onSee={props.onSee}
            />
          ))}
        </ol>
      </section>
    )
  })
}
