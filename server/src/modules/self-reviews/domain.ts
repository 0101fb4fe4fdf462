import type { SelfReview, SelfReviewVerdict } from '@hopluc/shared/self-reviews'
import type { TaskRow, TaskWaits } from '@hopluc/shared/tasks'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import type { ProductListInput, SelfReviewInput } from '../papers/index.ts'
import { STATUS_WORDS } from '../task-lists/index.ts'
import { dayWords } from '../task-rows/index.ts'

const VERDICTS: Record<SelfReviewVerdict, SelfReviewInput['rows'][number]['verdict']> = {
  valid: 'tiếp tục',
  done: 'hoàn thành',
  stop: 'đề nghị dừng',
  join: 'đề nghị gộp',
}

/** First and last day of `2026-Q3`, and its number. */
export function quarterOf(quarter: string): {
  from: PlainDate
  to: PlainDate
  number: 1 | 2 | 3 | 4
} {
  const [year = '', mark = ''] = quarter.split('-')
  const number = ([1, 2, 3, 4] as const).find((one) => mark === `Q${one}`) ?? 1
  const month = (at: number) => String(at).padStart(2, '0')
  const next = number === 4 ? `${Number(year) + 1}-01-01` : `${year}-${month(number * 3 + 1)}-01`
  return { from: `${year}-${month(number * 3 - 2)}-01`, to: addDays(next, -1), number }
}

export function reviewRows({ rows }: Pick<SelfReview, 'rows'>): SelfReviewInput['rows'] {
  return rows.flatMap(({ task, verdict, note }) =>
    verdict === null
      ? []
      : [
          {
            text: task.title,
            source: sourceWords(task),
            due: task.dueOn ? dayWords(task.dueOn) : 'Thường xuyên',
            verdict: VERDICTS[verdict],
            reason: note ?? '',
          },
        ],
  )
}

/** What a person had to make in a quarter: no mark, nobody compared; what was not theirs stands apart. */
export function productRows(
  rows: readonly { row: TaskRow; waits: TaskWaits; cause: string | null }[],
): ProductListInput['products'] {
  return rows.map(({ row, waits, cause }) => ({
    text: row.title,
    source: sourceWords(row),
    product: row.product ?? row.result.papers.map(({ number }) => number).join('; '),
    due: row.dueOn ? dayWords(row.dueOn) : 'Thường xuyên',
    doneOn: row.result.state === 'confirmed' ? row.result.on : null,
    state: `${STATUS_WORDS[row.status]}${row.daysLate > 0 ? ` ${row.daysLate} ngày` : ''}`,
    note: noteOf(waits, cause),
  }))
}

function noteOf(
  { atIssuer, atCo, pausedObjective }: TaskWaits,
  cause: string | null,
): string | null {
  const notes = [
    atIssuer > 0 ? `chờ xác nhận ${atIssuer} ngày` : null,
    atCo > 0 ? `chờ cơ quan phối hợp ${atCo} ngày` : null,
    pausedObjective > 0 ? `tạm dừng vì nguyên nhân khách quan ${pausedObjective} ngày` : null,
    cause,
  ].filter((note) => note !== null)
  return notes.length > 0 ? notes.join('; ') : null
}

function sourceWords({ source }: TaskRow): string {
  if (!source) return ''
  return source.item ? `${source.label}, ${source.item}` : source.label
}
