import {
  type Answer,
  type Problem,
  problemsOf,
  type ReviewSetting,
} from '@hopluc/shared/reading-review'
import type { DirectiveCard } from '@hopluc/shared/readings'
import { IconAlertTriangle, IconArrowsSplit2, IconCheck } from '@tabler/icons-react'
import { memo } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { bodyWords } from './bodies.ts'
import { CardFrame } from './card-frame.tsx'
import { Confidence } from './confidence.tsx'
import { DirectiveEditor } from './directive-editor.tsx'
import { DueText } from './due.tsx'
import { SplitBox } from './split-box.tsx'
import type { ReviewActs } from './use-review.ts'

export interface DirectiveCardProps {
  readonly card: DirectiveCard
  readonly number: number
  readonly setting: ReviewSetting
  readonly isActive: boolean
  readonly isHovered: boolean
  readonly isEditing: boolean
  readonly isSplitting: boolean
  readonly mayChange: boolean
  readonly hasNext: boolean
  readonly acts: ReviewActs
  readonly onHover: (id: string | null) => void
  readonly onAsk: (id: string) => void
  readonly onSee: (id: string) => void
}

/** One proposed directive: what it says, who, until when; what is to be looked at, with answers. */
export const DirectiveCardView = memo(function DirectiveCardView(props: DirectiveCardProps) {
  const { card, setting, isActive, isEditing, isSplitting, mayChange, acts } = props
  const problems = problemsOf(card, setting)
  const isSkipped = card.state === 'skipped'
  return (
    <CardFrame
      id={card.id}
      state={card.state}
      isActive={isActive}
      isHovered={props.isHovered}
      isBusy={isEditing || isSplitting}
      label={t('readings.card.number', { number: props.number })}
      onGo={() => acts.go('directives', card.id)}
      onHover={props.onHover}
    >
      <span className="card-number figures">{props.number}</span>
      <div className="card-main">
        <div className="card-head">
          <h3 className={isEditing || isSplitting ? 'for-readers' : ''}>{card.text}</h3>
          <CardActions {...props} />
        </div>
        {isSplitting ? (
          <SplitBox
            text={card.text}
            onSplit={(at) => acts.split(card.id, at)}
            onClose={() => acts.askSplit(null)}
          />
        ) : isEditing ? (
          <DirectiveEditor card={card} setting={setting} acts={acts} onAsk={props.onAsk} />
        ) : (
          !isSkipped && <CardFacts card={card} setting={setting} />
        )}
        {!isSkipped && card.question !== null && (
          <p className="card-question">{t('readings.card.asked', { question: card.question })}</p>
        )}
        {mayChange &&
          !isSkipped &&
          problems
            .filter(({ code }) => code !== 'no_deadline' || isActive)
            .map((problem) => (
              <ProblemLine
                key={problem.code + problem.words}
                problem={problem}
                card={card}
                setting={setting}
                isQuiet={problem.code === 'no_deadline'}
                onAnswer={(answer) =>
                  answer.code === 'ask_chair' ? props.onAsk(card.id) : acts.answer(card, answer)
                }
              />
            ))}
        <button type="button" className="card-see" onClick={() => props.onSee(card.id)}>
          {t('readings.text.see')}
        </button>
      </div>
    </CardFrame>
  )
})

function CardActions(props: DirectiveCardProps) {
  const { card, mayChange, hasNext, isActive, isHovered, isEditing, acts } = props
  const { id, state, confidence, reasons } = card
  const mark = (next: DirectiveCard['state']) => acts.mark('directives', id, next)
  return (
    <div className="card-actions">
      {confidence !== null && <Confidence value={confidence} reasons={reasons} />}
      {mayChange && state === 'skipped' && (
        <Button isSmall kind="quiet" onPress={() => mark('open')}>
          {t('readings.card.restore')}
        </Button>
      )}
      {mayChange && state !== 'skipped' && (
        <>
          {state === 'right' ? (
            <Button isSmall kind="quiet" icon={IconCheck} onPress={() => mark('open')}>
              {t('readings.card.right')}
            </Button>
          ) : (
            <Button isSmall icon={IconCheck} onPress={() => mark('right')}>
              {t('readings.card.right')}
            </Button>
          )}
          <Button isSmall kind="quiet" onPress={() => acts.edit(isEditing ? null : id)}>
            {t(isEditing ? 'readings.card.done' : 'readings.card.edit')}
          </Button>
          <Button isSmall kind="quiet" onPress={() => mark('skipped')}>
            {t('readings.card.skip')}
          </Button>
          {/* Its room is kept, so that no button moves away under the pointer. */}
          <span className="card-more">
            {(isActive || isHovered) && (
              <Menu
                label={t('readings.card.more')}
                actions={[
                  {
                    id: 'split',
                    label: t('readings.card.split'),
                    icon: IconArrowsSplit2,
                    run: () => acts.askSplit(id),
                  },
                  {
                    id: 'merge',
                    label: t('readings.card.merge'),
                    isDisabled: !hasNext,
                    run: () => acts.merge(id),
                  },
                ]}
              />
            )}
          </span>
        </>
      )}
    </div>
  )
}

function CardFacts({ card, setting }: { card: DirectiveCard; setting: ReviewSetting }) {
  const { manner, leadIds, coIds, product } = card
  return (
    <dl className="card-facts">
      <div>
        <dt>{t(`readings.card.lead.${manner}`)}</dt>
        <dd>{bodyWords(leadIds, setting)}</dd>
      </div>
      <div>
        <dt>{t(`readings.card.co.${manner}`)}</dt>
        <dd>{bodyWords(coIds, setting)}</dd>
      </div>
      <div>
        <dt>{t('readings.card.due')}</dt>
        <dd>
          <DueText card={card} />
        </dd>
      </div>
      {product && (
        <div className="card-product">
          <dt>{t('readings.card.product')}</dt>
          <dd>{product}</dd>
        </div>
      )}
    </dl>
  )
}

function ProblemLine(props: {
  problem: Problem
  card: DirectiveCard
  setting: ReviewSetting
  isQuiet: boolean
  onAnswer: (answer: Answer) => void
}) {
  const { problem, card, setting, isQuiet, onAnswer } = props
  const isGone = problem.code === 'agency_not_on_day' && problem.words === ''
  const words = isGone ? t('readings.problem.agency_gone') : problemWords(problem)
  return (
    <div className={isQuiet ? 'card-problem is-quiet' : 'card-problem'}>
      <span className="problem-words">
        {!isQuiet && <Icon of={IconAlertTriangle} isSmall />}
        <span>{words}</span>
      </span>
      <span className="card-answers">
        {problem.answers.map((answer) => (
          <button
            key={answer.code + (answer.agencyId ?? answer.day ?? '')}
            type="button"
            className={isChosen(card, answer) ? 'answer is-chosen' : 'answer'}
            aria-pressed={isChosen(card, answer)}
            onClick={() => onAnswer(answer)}
          >
            {isGone && answer.code === 'as_text'
              ? t('readings.answer.drop')
              : answerWords(answer, setting)}
          </button>
        ))}
      </span>
    </div>
  )
}

function problemWords({ code, words }: Problem): string {
  switch (code) {
    case 'unclear_group':
    case 'unknown_agency':
    case 'agency_not_on_day':
    case 'wrong_date':
      return t(`readings.problem.${code}`, { words })
    default:
      return t(`readings.problem.${code}`)
  }
}

function answerWords({ code, agencyId, day }: Answer, { agencies }: ReviewSetting): string {
  if (agencyId) return agencies.get(agencyId)?.shortName ?? t('readings.body.gone')
  if (code === 'as_text') return day ? formatDate(day) : t('readings.answer.as_text')
  if (code === 'day' || code === 'next_year' || code === 'instead')
    return day ? formatDate(day) : ''
  return t(`readings.answer.${code}`)
}

/** An answer that the card follows already stands filled. */
function isChosen(card: DirectiveCard, { code, patch }: Answer): boolean {
  if (code === 'request' || code === 'note') return card.manner === patch.manner
  return code === 'ask_chair' && card.question !== null
}
