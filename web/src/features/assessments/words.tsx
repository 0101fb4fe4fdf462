import type { AssessmentItem } from '@hopluc/shared/assessments'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Status } from '../../ui/status.tsx'

/** Points as they are written: at most two decimals. */
export const points = (value: number | null): string =>
  value === null
    ? '–'
    : formatNumber(
        value,
        DIGITS.find((digits) => Number.isInteger(Math.round(value * 1e6) / 10 ** (6 - digits))) ??
          2,
      )
const DIGITS = [0, 1]

/** "Bộ tiêu chí …, phiên bản 2" */
export const setWords = ({ name, edition }: { name: string; edition: number }): string =>
  edition === 1 ? name : t('assess.set.edition', { name, edition })

type Standing = Pick<AssessmentItem, 'state' | 'bandName' | 'notRated' | 'appeal'>

/** For whom it waits, or what came of it; an appeal before all else. */
export function AssessmentStatus({ one }: { one: Standing }) {
  const { state, bandName, notRated, appeal } = one
  if (appeal === 'open') return <Status kind="soon">{t('assess.appeal.open')}</Status>
  if (state !== 'decided') return <Status kind="waiting">{t(`assess.state.${state}`)}</Status>
  if (notRated !== null) return <Status kind="standing">{t('assess.notRated')}</Status>
  return <Status kind="done">{bandName ?? t('assess.state.decided')}</Status>
}
