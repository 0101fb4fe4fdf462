import type { CellAnswer, ReturnCell, ReturnRemark } from '@hopluc/shared/returns'
import type { PlainDate } from '@hopluc/shared/values'
import { writeNumber } from '@hopluc/shared/vietnamese-number'
import { formatInstant } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import type { KeptEdit } from './held.ts'
import type { PanelProps } from './checks-panel.tsx'

export function answerWords(answer: CellAnswer): string {
  if (answer === null) return t('returns.cell.blank')
  if (answer === 'none') return t('returns.cell.none')
  return answer === 'same' ? t('returns.cell.same') : writeNumber(answer)
}

const standing = ({ isNone, value }: ReturnCell) => answerWords(isNone ? 'none' : value)
const mineWords = (edit: KeptEdit) => (edit.kind === 'text' ? edit.text : answerWords(edit.value))

/** Both versions with who and when; nothing is lost before one is chosen. */
export function Conflicts({ data, entry, conflicts, refused, today, onGo, onResolve }: PanelProps) {
  return [...conflicts].map(([key, mine]) => {
    const cell = entry.byKey.get(key)
    const theirs = data.texts.find((text) => text.key === key)
    const who = cell?.byWords ?? theirs?.byWords ?? ''
    const at = cell?.at ?? theirs?.at
    const why = refused.get(key)
    return (
      <li key={key}>
        <p className="return-check-head amber">
          {t(why ? 'returns.refused' : 'returns.conflict')}
          {cell && (
            <button type="button" className="text-button" onClick={() => onGo(key)}>
              {entry.rowName(cell)}
            </button>
          )}
        </p>
        {why && <p>{language() === 'en' ? why.en : why.vi}</p>}
        <dl className="return-both">
          <dt>{t('ui.conflict.mine')}</dt>
          <dd>{mineWords(mine)}</dd>
          <dt>{[who, at && formatInstant(at, today)].filter(Boolean).join(', ')}</dt>
          <dd>{cell ? standing(cell) : (theirs?.text ?? '')}</dd>
        </dl>
        <span className="return-check-ways">
          {!why && (
            <Button isSmall onPress={() => onResolve(key, cell?.version ?? theirs?.version ?? 0)}>
              {t('ui.conflict.keepMine')}
            </Button>
          )}
          <Button isSmall onPress={() => onResolve(key, null)}>
            {t('ui.conflict.takeTheirs')}
          </Button>
        </span>
      </li>
    )
  })
}

interface RemarkListProps {
  readonly remarks: readonly ReturnRemark[]
  readonly cells: ReadonlyMap<string, ReturnCell>
  readonly today: PlainDate
  readonly onGo: (key: string) => void
}

/** What those said who gave it back, until the cell changes or says why. */
export function RemarkList({ remarks, today, onGo }: RemarkListProps) {
  return remarks
    .filter(({ isAnswered }) => !isAnswered)
    .map(({ id, cell, line, text, byWords, at }) => (
      <li key={id}>
        <p className="return-check-head amber">
          {t(`returns.remark.${line}`)}
          {cell && (
            <button type="button" className="text-button" onClick={() => onGo(cell)}>
              {t('returns.check.go')}
            </button>
          )}
        </p>
        <p>{text}</p>
        <p className="muted small">
          {byWords}, {formatInstant(at, today)}
        </p>
      </li>
    ))
}
