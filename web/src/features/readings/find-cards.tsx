import { FigureIndicator } from '@hopluc/shared/finds'
import type {
  FigureCard,
  FindKind,
  OrganisationCard,
  ReferenceCard,
  Review,
} from '@hopluc/shared/readings'
import { IconCheck } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { formatDate, formatMoney, formatNumber } from '../../lib/format.ts'
import { type PlainKey, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CardFrame } from './card-frame.tsx'
import { Confidence } from './confidence.tsx'
import type { ReviewActs } from './use-review.ts'

type Kind = Exclude<FindKind, 'directives'>
type Card = FigureCard | ReferenceCard | OrganisationCard

export interface FindListProps {
  readonly kind: Kind
  readonly review: Review
  readonly active: string | null
  readonly hovered: string | null
  readonly editing: string | null
  readonly mayChange: boolean
  readonly acts: ReviewActs
  readonly onHover: (id: string | null) => void
}

/** Figures, cited documents or organisations of the text: right, to correct, or left out. */
export function FindList(props: FindListProps) {
  const { kind, review, active, hovered, editing, mayChange, acts, onHover } = props
  const cards: readonly Card[] = review[kind]
  const open = cards.filter(({ state }) => state === 'open').length
  if (cards.length === 0) return <p className="review-none">{t(`readings.find.none.${kind}`)}</p>
  return (
    <>
      {mayChange && open > 0 && (
        <p className="find-all">
          <Button isSmall icon={IconCheck} onPress={() => acts.markAll(kind)}>
            {t('readings.find.rightAll')}
          </Button>
        </p>
      )}
      <ol className="cards">
        {cards.map((card) => (
          <FindCard
            key={card.id}
            kind={kind}
            card={card}
            isActive={card.id === active}
            isHovered={card.id === hovered}
            isEditing={card.id === editing}
            mayChange={mayChange}
            acts={acts}
            onHover={onHover}
          />
        ))}
      </ol>
    </>
  )
}

const FindCard = memo(function FindCard(props: {
  kind: Kind
  card: Card
  isActive: boolean
  isHovered: boolean
  isEditing: boolean
  mayChange: boolean
  acts: ReviewActs
  onHover: (id: string | null) => void
}) {
  const { kind, card, isActive, isEditing, mayChange, acts } = props
  const { id, state, confidence, reasons } = card
  const mark = (next: Card['state']) => acts.mark(kind, id, next)
  return (
    <CardFrame
      id={id}
      state={state}
      isActive={isActive}
      isHovered={props.isHovered}
      label={card.quote}
      onGo={() => acts.go(kind, id)}
      onHover={props.onHover}
    >
      <div className="card-main">
        <div className="card-head">
          <h3>{wordsOf(card)}</h3>
          <div className="card-actions">
            {confidence !== null && <Confidence value={confidence} reasons={reasons} />}
            {mayChange &&
              (state === 'skipped' ? (
                <Button isSmall kind="quiet" onPress={() => mark('open')}>
                  {t('readings.card.restore')}
                </Button>
              ) : (
                <>
                  <Button
                    isSmall
                    icon={IconCheck}
                    kind={state === 'right' ? 'quiet' : 'plain'}
                    onPress={() => mark(state === 'right' ? 'open' : 'right')}
                  >
                    {t('readings.card.right')}
                  </Button>
                  <Button isSmall kind="quiet" onPress={() => acts.edit(isEditing ? null : id)}>
                    {t(isEditing ? 'readings.card.done' : 'readings.card.edit')}
                  </Button>
                  <Button isSmall kind="quiet" onPress={() => mark('skipped')}>
                    {t('readings.card.skip')}
                  </Button>
                </>
              ))}
          </div>
        </div>
        <p className="card-quote">“{card.quote}”</p>
        {isEditing && <FindEditor kind={kind} card={card} acts={acts} />}
      </div>
    </CardFrame>
  )
})

function wordsOf(card: Card): ReactNode {
  if ('indicator' in card) return figureWords(card)
  if ('type' in card)
    return [card.type, card.number, card.date && dayOrYear(card.date)].filter(Boolean).join(' · ')
  return (
    <>
      {t(`readings.find.${card.kind}`)} {card.name}
      {card.place && <span className="muted"> · {card.place}</span>}
    </>
  )
}

const dayOrYear = (date: string) => (date.length === 10 ? formatDate(date) : date)

function figureWords({ value, valueMax, unit, indicator, qualifier, kind }: FigureCard) {
  const amount = unit === 'đồng' ? formatMoney(value) : `${formatNumber(value)} ${unit}`.trim()
  const range =
    valueMax === null ? amount : `${formatNumber(value)} – ${formatNumber(valueMax)} ${unit}`
  const how = t(`readings.find.qualifier.${qualifier}`)
  const said = how.includes('…') ? how.replace('…', amount) : [how, range].filter(Boolean).join(' ')
  return (
    <>
      <span className="figures">{said}</span>
      <span className="muted">
        {' '}
        · {t(indicatorKey(indicator))} · {t(`readings.find.${kind}`)}
      </span>
    </>
  )
}

const indicatorKey = (indicator: FigureIndicator): PlainKey => `readings.figure.${indicator}`

function FindEditor({ kind, card, acts }: { kind: Kind; card: Card; acts: ReviewActs }) {
  const change = (patch: Partial<Card>) => acts.patchFind(kind, card.id, patch)
  if ('indicator' in card) {
    return (
      <div className="card-fields">
        <NumberField
          label={t('readings.find.value')}
          value={card.value}
          onChange={(value) => value !== null && change({ value })}
        />
        <TextField
          label={t('readings.find.unit')}
          value={card.unit}
          onChange={(unit) => change({ unit })}
        />
        <Select
          label={t('readings.find.kind')}
          options={FigureIndicator.options.map((value) => ({
            value,
            label: t(indicatorKey(value)),
          }))}
          value={card.indicator}
          onChange={(indicator) => change({ indicator })}
        />
        <Select
          label={t('readings.find.kind')}
          isLabelHidden
          options={[
            { value: 'actual', label: t('readings.find.actual') },
            { value: 'target', label: t('readings.find.target') },
          ]}
          value={card.kind}
          onChange={(own) => change({ kind: own })}
        />
      </div>
    )
  }
  if ('type' in card) {
    return (
      <div className="card-fields">
        <TextField
          label={t('readings.find.type')}
          value={card.type}
          onChange={(type) => change({ type })}
        />
        <TextField
          label={t('readings.find.number')}
          value={card.number ?? ''}
          onChange={(number) => change({ number: number === '' ? null : number })}
        />
        <TextField
          label={t('readings.find.date')}
          value={card.date ?? ''}
          placeholder="2021-02-25"
          onChange={(date) => change({ date: date === '' ? null : date.slice(0, 10) })}
        />
      </div>
    )
  }
  return (
    <div className="card-fields">
      <Select
        label={t('readings.find.kind')}
        options={(['cooperative', 'group', 'union', 'enterprise'] as const).map((value) => ({
          value,
          label: t(`readings.find.${value}`),
        }))}
        value={card.kind}
        onChange={(own) => change({ kind: own })}
      />
      <TextField
        label={t('readings.find.name')}
        value={card.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={t('readings.find.place')}
        value={card.place ?? ''}
        onChange={(place) => change({ place: place === '' ? null : place })}
      />
    </div>
  )
}
