import type { TargetRow, Verdict } from '@hopluc/shared/plans'

export const numberWords = (value: number) =>
  value.toLocaleString('vi-VN', { maximumFractionDigits: 1 })

const VERDICTS: Record<Verdict['kind'], string> = {
  met: 'Đạt',
  on_track: 'Đủ đăng ký',
  short: 'Dự báo thiếu',
  two_readings: 'Hai cách tính',
  no_figure: 'Chưa có số liệu',
  hidden: 'Ngoài phạm vi xem số liệu',
  missed: 'Không đạt',
  over_limit: 'Vượt mức cho phép',
}

/** How a target stands, with what is missing: "Dự báo thiếu 3", of shares in percentage points. */
export function verdictWords({ verdict, expression }: TargetRow): string {
  const unit = expression.as === 'share' ? ' điểm' : ''
  const gap = verdict.missing > 0 ? ` ${numberWords(verdict.missing)}${unit}` : ''
  return `${VERDICTS[verdict.kind]}${gap}`
}

/** A share with what it is out of, under the name of its reading. */
export const readingWords = ({ label, value, part, whole }: TargetRow['readings'][number]) =>
  `${value === null ? 'chưa có số liệu' : `${numberWords(value)}%`} (${part ?? '–'}/${whole ?? '–'} ${label ?? ''})`
