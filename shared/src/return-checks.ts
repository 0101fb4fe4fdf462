import type { CellRef, FormCheck } from './report-forms.ts'
import { checkChange } from './return-change.ts'
import { type CheckSubject, type Finding, find, isOf, isSameFigure } from './return-findings.ts'
import { cellKey, type ReturnCell } from './returns.ts'
import { writeNumber } from './vietnamese-number.ts'

/** Allowed for rounding where parts are added. */
const SLACK = 0.005

export type { CheckSubject, Finding } from './return-findings.ts'

/** All findings of a return, in the order of its page. Nothing here reads a clock or a database. */
export function checkReturn(subject: CheckSubject): Finding[] {
  const rows = new Map<string, ReturnCell[]>()
  for (const cell of subject.cells) {
    const at = `${cell.section}/${subjectRow(subject, cell)}`
    const row = rows.get(at)
    if (row) row.push(cell)
    else rows.set(at, [cell])
  }
  const found = [...rows.values()].flatMap((row) => [
    ...row.flatMap((cell) => checkCell(subject, cell, row)),
    ...subject.checks.flatMap((check) => checkRow(subject, check, row)),
  ])
  const order = new Map(subject.cells.map((cell, at) => [cellKey(cell), at]))
  found.sort((one, other) => (order.get(one.key) ?? 0) - (order.get(other.key) ?? 0))
  return [...found, ...blankTexts(subject)]
}

/** Nothing bars sending: every error and blank is gone, every warning has its reason. */
export const isClean = (findings: readonly Finding[]): boolean =>
  findings.every(({ kind, hasReason }) => kind === 'warning' && hasReason)

/** In a grid of indicators the whole grid is one row: all its cells are the unit's. */
function subjectRow({ sections }: CheckSubject, cell: ReturnCell): string {
  const section = sections.find(({ key }) => key === cell.section)
  const row = section?.kind === 'grid' && section.rows.find(({ key }) => key === cell.rowKey)
  return row && row.kind === 'indicator' ? 'unit' : cell.rowKey
}

function checkCell(subject: CheckSubject, cell: ReturnCell, row: readonly ReturnCell[]): Finding[] {
  if (cell.isReadOnly) return []
  const { value } = cell
  const found = checkBelow(subject, cell)
  if (cell.isNone) return found
  if (value === null)
    return cell.isRequired
      ? [
          find(subject, cell, 'blank', 'blank', [
            'Chưa nhập. Hãy nhập số, số 0 hoặc “Không có số”.',
            'Nothing entered. Enter a number, 0 or “no figure”.',
          ]),
        ]
      : []
  if (value < 0 && !cell.mayBeNegative)
    found.push(
      find(subject, cell, 'negative', 'error', [
        `${writeNumber(value)}: ô này không nhận số âm.`,
        `${writeNumber(value)}: no negative number here.`,
      ]),
    )
  if (cell.isWhole && !Number.isInteger(value))
    found.push(
      find(subject, cell, 'whole', 'error', [
        `${writeNumber(value)}: ô này chỉ nhận số nguyên.`,
        `${writeNumber(value)}: whole numbers only.`,
      ]),
    )
  if (cell.as === 'estimate') found.push(...checkEstimate(subject, cell, value, row))
  return found
}

/** Against what the accepted returns below add up to: taken before one was accepted, or said otherwise. */
function checkBelow(subject: CheckSubject, cell: ReturnCell): Finding[] {
  const { value, isNone, below, source } = cell
  const sum = below?.value ?? null
  if (below === null || sum === null || (value === null && !isNone)) return []
  if (value !== null && Math.abs(value - sum) <= SLACK) return []
  const says: [string, string] = isNone
    ? ['“Không có số”', '“no figure”']
    : [writeNumber(value ?? 0), writeNumber(value ?? 0)]
  return [
    source === 'sum'
      ? find(
          subject,
          cell,
          'below_changed',
          'warning',
          [
            `Cộng các báo cáo đã chấp nhận của ${below.stated} đơn vị nay được ${writeNumber(sum)}; ô này đang ghi ${says[0]}.`,
            `The accepted returns of ${below.stated} units now add up to ${writeNumber(sum)}; this cell says ${says[1]}.`,
          ],
          sum,
        )
      : find(
          subject,
          cell,
          'below_other',
          'warning',
          [
            `Ô này ghi ${says[0]}; cộng các báo cáo đã chấp nhận của ${below.stated} đơn vị được ${writeNumber(sum)}.`,
            `This cell says ${says[1]}; the accepted returns of ${below.stated} units add up to ${writeNumber(sum)}.`,
          ],
          sum,
        ),
  ]
}

/** Of what grows through the period, ước to its end is no less than what is done. */
function checkEstimate(
  subject: CheckSubject,
  cell: ReturnCell,
  value: number,
  row: readonly ReturnCell[],
): Finding[] {
  const done = row.find((one) => one.as === 'done' && isSameFigure(one, cell))
  if (done?.value === undefined || done.value === null || !cell.isFlow) return []
  if (value >= done.value) return []
  return [
    find(subject, cell, 'estimate', 'error', [
      `Ước đến cuối kỳ là ${writeNumber(value)}, đã có ${writeNumber(done.value)}: ước nhỏ hơn đã có.`,
      `The estimate is ${writeNumber(value)}, less than the ${writeNumber(done.value)} done already.`,
    ]),
  ]
}

/** "Không có số" counts as nothing in a sum; a blank leaves the check for later. */
const amount = (cell: ReturnCell | undefined): number | null =>
  cell ? (cell.isNone ? 0 : cell.value) : null

function checkRow(subject: CheckSubject, check: FormCheck, row: readonly ReturnCell[]): Finding[] {
  const at = (ref: CellRef) => row.find((cell) => isOf(cell, ref))
  if (check.kind === 'change') return checkChange(subject, check, row)
  if (check.kind === 'part') {
    const [part, whole] = [at(check.part), at(check.whole)]
    const [less, more] = [amount(part), amount(whole)]
    if (!part || less === null || more === null || less <= more + SLACK) return []
    return [
      find(subject, part, 'part', check.severity, [
        `${writeNumber(less)} lớn hơn tổng số ${writeNumber(more)}.`,
        `${writeNumber(less)} is more than the ${writeNumber(more)} in all.`,
      ]),
    ]
  }
  if (check.kind === 'sum') {
    const whole = at(check.whole)
    const sum = added(check.parts, at)
    const total = amount(whole)
    if (!whole || sum === null || total === null || Math.abs(sum - total) <= SLACK) return []
    return [
      find(
        subject,
        whole,
        'sum',
        check.severity,
        [
          `Các phần cộng lại là ${writeNumber(sum)}, tổng số ghi ${writeNumber(total)}.`,
          `The parts add up to ${writeNumber(sum)}, the total says ${writeNumber(total)}.`,
        ],
        sum,
      ),
    ]
  }
  if (check.kind === 'balance') return checkBalance(subject, check, at)
  const top = at(check.top)
  const bottom = check.bottom ? amount(at(check.bottom)) : 1
  const said = amount(top)
  if (!top || said === null || bottom === null || bottom <= 0 || said / bottom <= check.most)
    return []
  const each = writeNumber(Math.round((said / bottom) * 10) / 10)
  return [
    find(subject, top, 'ratio', check.severity, [
      `${each} là nhiều bất thường (thường không quá ${writeNumber(check.most)}). Hãy kiểm tra lại.`,
      `${each} is unusually many (as a rule at most ${writeNumber(check.most)}). Check it.`,
    ]),
  ]
}

function added(
  refs: readonly CellRef[],
  at: (ref: CellRef) => ReturnCell | undefined,
): number | null {
  const parts = refs.map((ref) => amount(at(ref)))
  return parts.includes(null) ? null : parts.reduce<number>((all, one) => all + (one ?? 0), 0)
}

function checkBalance(
  subject: CheckSubject,
  check: Extract<FormCheck, { kind: 'balance' }>,
  at: (ref: CellRef) => ReturnCell | undefined,
): Finding[] {
  const closing = at(check.closing)
  const [said, plus, minus] = [amount(closing), added(check.plus, at), added(check.minus, at)]
  const opening = closing?.previous ?? null
  if (!closing || said === null || plus === null || minus === null || opening === null) return []
  const expected = opening + plus - minus
  if (Math.abs(expected - said) <= SLACK) return []
  return [
    find(
      subject,
      closing,
      'balance',
      check.severity,
      [
        `Đầu kỳ ${writeNumber(opening)} + tăng ${writeNumber(plus)} − giảm ${writeNumber(minus)} = ${writeNumber(expected)}, ghi ${writeNumber(said)}.`,
        `Opening ${writeNumber(opening)} + ${writeNumber(plus)} − ${writeNumber(minus)} = ${writeNumber(expected)}, not ${writeNumber(said)}.`,
      ],
      expected,
    ),
  ]
}

function blankTexts({ sections, texts }: CheckSubject): Finding[] {
  return sections.flatMap((section) =>
    section.kind === 'questions'
      ? section.questions.flatMap(({ key, text, isRequired }) => {
          const isBlank = !texts.find((one) => one.key === key)?.text
          const blank: Finding = {
            kind: 'blank',
            check: 'text',
            key,
            section: section.key,
            rowKey: null,
            rowName: null,
            hasReason: false,
            suggestion: null,
            vi: `Chưa trả lời: ${text}`,
            en: `Not answered: ${text}`,
          }
          return isRequired && isBlank ? [blank] : []
        })
      : [],
  )
}
