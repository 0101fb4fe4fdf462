import { IconAlertTriangle } from '@tabler/icons-react'
import {
  type CardDifference,
  differencesOf,
  joined,
  type ReviewCard,
  type Side,
} from '@hopluc/shared/review-conflict'
import type { ReviewSetting } from '@hopluc/shared/reading-review'
import type { DirectiveCard, Review } from '@hopluc/shared/readings'
import { type ReactNode, useMemo, useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { DueText } from './due.tsx'

interface ConflictProps {
  readonly mine: Review
  readonly theirs: Review
  /** What both began with, where it is known. */
  readonly base: Review | undefined
  /** Who saved the other version, and when. */
  readonly theirsBy: string
  readonly setting: ReviewSetting
  readonly onResolve: (review: Review) => void
}

/** Two officers at one text: where they differ, card by card, each with its own choice. */
export function ReviewConflict(props: ConflictProps) {
  const { mine, theirs, base, theirsBy, setting, onResolve } = props
  const found = useMemo(() => differencesOf(mine, theirs, base), [mine, theirs, base])
  const [said, setSaid] = useState<ReadonlyMap<string, Side>>(new Map())
  const say = (key: string, side: Side) => setSaid((before) => new Map(before).set(key, side))
  const chosen = {
    facts: found.facts && { side: said.get('facts') ?? found.facts.side },
    cards: found.cards.map((card) => ({ ...card, side: said.get(keyOf(card)) ?? card.side })),
  }
  const all = (side: Side) =>
    setSaid(new Map(['facts', ...found.cards.map(keyOf)].map((key) => [key, side])))
  const count = found.cards.length + (found.facts ? 1 : 0)
  return (
    <section className="conflict review-conflict" aria-label={t('ui.conflict.title')}>
      <p className="conflict-title">
        <Icon of={IconAlertTriangle} /> {t('ui.conflict.title')} · {theirsBy}
      </p>
      <p className="small">{t('readings.conflict.lead', { count })}</p>
      <ol className="review-conflict-cards">
        {chosen.facts && (
          <Choice
            title={t('readings.conflict.facts')}
            side={chosen.facts.side}
            onChoose={(side) => say('facts', side)}
            mine={<FactWords review={mine} />}
            theirs={<FactWords review={theirs} />}
          />
        )}
        {chosen.cards.map((card) => (
          <Choice
            key={keyOf(card)}
            title={titleOf(card, mine, theirs)}
            side={card.side}
            onChoose={(side) => say(keyOf(card), side)}
            mine={<CardWords card={card.mine} other={card.theirs} setting={setting} />}
            theirs={<CardWords card={card.theirs} other={card.mine} setting={setting} />}
          />
        ))}
      </ol>
      <div className="review-conflict-actions">
        <Button isSmall kind="quiet" onPress={() => all('mine')}>
          {t('readings.conflict.allMine')}
        </Button>
        <Button isSmall kind="quiet" onPress={() => all('theirs')}>
          {t('readings.conflict.allTheirs')}
        </Button>
        <Button kind="primary" onPress={() => onResolve(joined(mine, theirs, chosen))}>
          {t('readings.conflict.join')}
        </Button>
      </div>
    </section>
  )
}

const keyOf = ({ kind, id }: CardDifference) => `${kind} ${id}`

function titleOf({ kind, id }: CardDifference, mine: Review, theirs: Review): string {
  if (kind !== 'directives') return t(`readings.kind.${kind}`)
  const place = [mine, theirs]
    .map(({ directives }) => directives.findIndex((card) => card.id === id))
    .find((at) => at >= 0)
  return t('readings.card.number', { number: (place ?? 0) + 1 })
}

function Choice(props: {
  title: string
  side: Side
  onChoose: (side: Side) => void
  mine: ReactNode
  theirs: ReactNode
}) {
  const { title, side, onChoose } = props
  return (
    <li>
      <fieldset>
        <legend>{title}</legend>
        <div className="conflict-sides">
          {(['mine', 'theirs'] as const).map((one) => (
            <label
              key={one}
              className="review-conflict-side"
              data-chosen={one === side || undefined}
            >
              <span className="conflict-who">
                <input
                  type="radio"
                  name={title}
                  checked={one === side}
                  onChange={() => onChoose(one)}
                />{' '}
                {t(`ui.conflict.${one}`)}
              </span>
              {props[one]}
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  )
}

function FactWords({ review: { title, source, meeting } }: { review: Review }) {
  const facts = [
    title,
    source.symbol,
    source.issuedOn && formatDate(source.issuedOn),
    source.signerName,
    meeting.use !== 'none' && meeting.title,
    meeting.heldOn && formatDate(meeting.heldOn),
    meeting.chairName,
    meeting.place,
  ]
  return <span>{facts.filter(Boolean).join(' · ')}</span>
}

/** What a card says, as far as the other side says otherwise; its words always. */
function CardWords(props: {
  card: ReviewCard | undefined
  other: ReviewCard | undefined
  setting: ReviewSetting
}) {
  const { card, other, setting } = props
  if (!card) return <span className="muted">{t('readings.conflict.absent')}</span>
  if (!('text' in card)) return <FindWords card={card} />
  const before = other && 'text' in other ? other : undefined
  const names = (ids: readonly string[]) =>
    ids.map((id) => setting.agencies.get(id)?.shortName ?? '…').join(', ') || '–'
  const facts: [keyof DirectiveCard, string, ReactNode][] = [
    ['leadIds', t(`readings.card.lead.${card.manner}`), names(card.leadIds)],
    ['coIds', t(`readings.card.co.${card.manner}`), names(card.coIds)],
    ['manner', t('readings.edit.manner'), t(`readings.manner.${card.manner}`)],
    ['due', t('readings.card.due'), <DueText key="due" card={card} />],
    ['product', t('readings.card.product'), card.product ?? '–'],
    ['question', t('readings.ask.words'), card.question ?? '–'],
  ]
  const shown = facts.filter(
    ([key]) => !before || JSON.stringify(card[key]) !== JSON.stringify(before[key]),
  )
  return (
    <>
      <StateWords state={card.state} />
      <span className={before && before.text !== card.text ? 'review-conflict-changed' : ''}>
        {card.text}
      </span>
      {shown.map(([key, label, value]) => (
        <span key={key} className="small">
          <span className="muted">{label}:</span> {value}
        </span>
      ))}
    </>
  )
}

type Find = Exclude<ReviewCard, DirectiveCard>

function FindWords({ card }: { card: Find }) {
  const facts =
    'value' in card
      ? [card.value, card.valueMax, card.unit, t(`readings.find.${card.kind}`)]
      : 'type' in card
        ? [card.type, card.number, card.date]
        : [t(`readings.find.${card.kind}`), card.name, card.place]
  return (
    <>
      <StateWords state={card.state} />
      <span>“{card.quote}”</span>
      <span className="small">{facts.filter((one) => one !== null && one !== '').join(' · ')}</span>
    </>
  )
}

function StateWords({ state }: { state: ReviewCard['state'] }) {
  return <b className="small">{t(`readings.conflict.${state}`)}</b>
}
