import {
  BREAKDOWNS,
  type LoopName,
  loopNamed,
  LOOPS,
  nearest,
  plain,
  type TextName,
  textNamed,
  TEXTS,
} from './words.ts'

/** What is typed between these stands for a value. */
export const OPEN = '{{'
export const CLOSE = '}}'

export type BreakdownParts = Readonly<Record<string, string>>

/** A period as a template names it: from the report's own, or one of the calendar. */
export type PeriodRef =
  | 'this'
  | 'previous'
  | 'same'
  | 'year_before'
  | { kind: 'month' | 'quarter' | 'half' | 'nine_months' | 'year'; year: number; part: number }

export interface FigureRef {
  /** As it is typed, in capitals or not. */
  code: string
  period: PeriodRef
  /** Null: of the row in a loop over units, else of the report. */
  unit: 'report' | null | { name: string }
  parts: BreakdownParts
  side: 'done' | 'estimate' | 'plan'
}

export type Against = PeriodRef | 'plan'

export interface FigurePlaceholder {
  kind: 'figure'
  figure: FigureRef
  show: 'value' | 'sentence' | 'percent' | 'difference'
  against: Against | null
  /** Places after the comma; null as many as the value needs, at most one. */
  digits: number | null
  /** The stated measure divided by this; `measure` replaces its name. */
  scale: { divide: number; measure: string } | null
  hasMeasure: boolean
}

export type Test =
  | { kind: 'change'; figure: FigureRef; is: 'more' | 'less' | 'equal'; against: Against }
  | { kind: 'number'; figure: FigureRef; is: '>' | '<' | '>=' | '<=' | '='; number: number }
  | { kind: 'known'; figure: FigureRef }
  | { kind: 'plan'; figure: FigureRef }
  | { kind: 'any'; loop: LoopName }

export type Placeholder =
  | FigurePlaceholder
  | { kind: 'text'; name: TextName }
  /** A paragraph that the officer writes for each report. */
  | { kind: 'own'; title: string }
  | { kind: 'qr' }
  | { kind: 'loop'; loop: LoopName }
  | { kind: 'if'; test: Test; isNot: boolean }
  | { kind: 'end'; of: 'loop' | 'if' }

/** Why something typed cannot be understood, as the officer is told. */
export interface NotUnderstood {
  kind: 'unknown'
  vi: string
  en: string
}

const CODE = /^[a-zđ]{1,4}\d{0,3}[a-z]{0,2}$/
const HALVES: Readonly<Record<string, number>> = { 'đầu năm': 1, 'cuối năm': 2 }

/** What stands between the braces, or why it says nothing. */
export function readPlaceholder(typed: string): Placeholder | NotUnderstood {
  const [first = '', ...options] = typed.split(';').map((part) => part.trim())
  const words = plain(first)
  const [key, rest] = pair(first)
  if (words === 'hết lặp') return { kind: 'end', of: 'loop' }
  if (words === 'hết nếu') return { kind: 'end', of: 'if' }
  if (key === 'lặp') return readLoop(plain(rest))
  if (key === 'nếu' || key === 'nếu không') return readIf(rest, key === 'nếu không', options)
  if (key === 'đoạn') return { kind: 'own', title: rest.trim() }
  if (words === 'mã qr') return { kind: 'qr' }
  const name = textNamed(words)
  if (name) return { kind: 'text', name }
  const code = key === 'số liệu' ? rest.trim() : first
  return CODE.test(plain(code)) ? readFigure(code, options) : unknownWords(first)
}

function pair(part: string): [key: string, rest: string] {
  const at = part.indexOf(':')
  return at < 0 ? ['', part] : [plain(part.slice(0, at)), part.slice(at + 1)]
}

function unknownWords(typed: string): NotUnderstood {
  const near = nearest(plain(typed), Object.keys(TEXTS))
  return unknown(
    `Không hiểu “${typed}”.${near ? ` Có phải là “${near}”?` : ' Xem bảng từ dùng trong mẫu.'}`,
    `“${typed}” is not understood.${near ? ` Did you mean “${near}”?` : ''}`,
  )
}

function unknown(vi: string, en: string): NotUnderstood {
  return { kind: 'unknown', vi, en }
}

function readLoop(words: string): Placeholder | NotUnderstood {
  const loop = loopNamed(words)
  if (loop) return { kind: 'loop', loop }
  const near = nearest(words, Object.keys(LOOPS))
  return unknown(
    `Không lặp được theo “${words}”.${near ? ` Có phải là “${near}”?` : ''}`,
    `There is no list “${words}”.`,
  )
}

function readFigure(code: string, options: readonly string[]): Placeholder | NotUnderstood {
  const found: FigurePlaceholder = {
    kind: 'figure',
    figure: { code: code.trim(), period: 'this', unit: null, parts: {}, side: 'done' },
    show: 'value',
    against: null,
    digits: null,
    scale: null,
    hasMeasure: false,
  }
  for (const option of options) {
    const wrong = takeOption(found, option)
    if (wrong) return wrong
  }
  if (found.show !== 'value' && found.against === null)
    return unknown(
      `Thiếu “so với: …” cho “${code}”: so với cùng kỳ, kỳ trước hay kế hoạch?`,
      `“${code}” does not say with what it is compared.`,
    )
  if (found.show === 'value' && found.against !== null) found.show = 'sentence'
  return found
}

const SCALES: Readonly<Record<string, { divide: number; measure: string }>> = {
  'tỷ đồng': { divide: 1000, measure: 'tỷ đồng' },
  'triệu đồng': { divide: 1, measure: 'triệu đồng' },
  'nghìn người': { divide: 1000, measure: 'nghìn người' },
}

const SHOWS: Readonly<Record<string, FigurePlaceholder['show']>> = {
  câu: 'sentence',
  'phần trăm': 'percent',
  'tỷ lệ': 'percent',
  'chênh lệch': 'difference',
}

/** One option after a semicolon; answers what is wrong with it. */
function takeOption(found: FigurePlaceholder, option: string): NotUnderstood | undefined {
  const [key, rest] = pair(option)
  const value = plain(rest)
  const { figure } = found
  if (key === '') return takeFlag(found, value, option)
  if (key === 'kỳ') {
    const period = readPeriod(value)
    if (!period) return unknown(`Không hiểu kỳ “${rest.trim()}”.`, `“${value}” is no period.`)
    figure.period = period
  } else if (key === 'đơn vị') {
    figure.unit = value === 'cấp báo cáo' ? 'report' : { name: rest.trim() }
  } else if (key === 'theo') {
    const parts = BREAKDOWNS[value]
    if (!parts) return unknownBreakdown(rest.trim())
    figure.parts = { ...figure.parts, ...parts }
  } else if (key === 'so với') {
    const against = value === 'kế hoạch' ? 'plan' : readPeriod(value)
    if (!against) return unknown(`Không hiểu “so với: ${rest.trim()}”.`, 'Compared with what?')
    found.against = against
  } else if (key === 'dạng') {
    const show = SHOWS[value]
    if (!show)
      return unknown(
        `“dạng: ${rest.trim()}” không có; dùng câu, phần trăm hoặc chênh lệch.`,
        `There is no form “${value}”.`,
      )
    found.show = show
  } else if (key === 'lẻ') {
    if (!/^[0-4]$/.test(value))
      return unknown('“lẻ” là số chữ số sau dấu phẩy, từ 0 đến 4.', 'Digits are 0 to 4.')
    found.digits = Number(value)
  } else if (key === 'tính bằng') {
    const scale = SCALES[value]
    if (!scale)
      return unknown(`Không đổi được sang “${rest.trim()}”.`, `There is no measure “${value}”.`)
    found.scale = scale
  } else {
    return unknown(`Không hiểu “${option}”.`, `“${option}” is not understood.`)
  }
  return undefined
}

function takeFlag(
  found: FigurePlaceholder,
  flag: string,
  option: string,
): NotUnderstood | undefined {
  if (flag === 'ước') found.figure.side = 'estimate'
  else if (flag === 'kế hoạch') found.figure.side = 'plan'
  else if (flag === 'kèm đơn vị tính') found.hasMeasure = true
  else return unknown(`Không hiểu “${option}”.`, `“${option}” is not understood.`)
  return undefined
}

function unknownBreakdown(words: string): NotUnderstood {
  const near = nearest(plain(words), Object.keys(BREAKDOWNS))
  return unknown(
    `Không có phân tổ “${words}”.${near ? ` Có phải là “${near}”?` : ''}`,
    `There is no breakdown “${words}”.`,
  )
}

const RELATIVE: Readonly<Record<string, PeriodRef>> = {
  'kỳ này': 'this',
  'kỳ trước': 'previous',
  'cùng kỳ': 'same',
  'cùng kỳ năm trước': 'same',
  'năm trước': 'year_before',
  'cả năm trước': 'year_before',
}

/** "cùng kỳ", "quý 2/2020", "6 tháng đầu năm 2020", "9 tháng năm 2020", "tháng 5/2020", "năm 2019". */
export function readPeriod(words: string): PeriodRef | undefined {
  const relative = RELATIVE[words]
  if (relative) return relative
  const year = Number(/(\d{4})$/.exec(words)?.[1])
  if (!year) return undefined
  const half = /^6 tháng (đầu năm|cuối năm) \d{4}$/.exec(words)?.[1]
  if (half) return { kind: 'half', year, part: HALVES[half] ?? 1 }
  const [, span, part] = /^(quý|tháng) (\d{1,2})(?:\/| năm )\d{4}$/.exec(words) ?? []
  if (span === 'quý' && Number(part) <= 4) return { kind: 'quarter', year, part: Number(part) }
  if (span === 'tháng' && Number(part) <= 12) return { kind: 'month', year, part: Number(part) }
  if (/^9 tháng(?: đầu)? năm \d{4}$/.test(words)) return { kind: 'nine_months', year, part: 1 }
  return /^năm \d{4}$/.test(words) ? { kind: 'year', year, part: 1 } : undefined
}

const SIGNS: Readonly<Record<string, '>' | '<' | '>=' | '<=' | '='>> = {
  '>': '>',
  '<': '<',
  '>=': '>=',
  '≥': '>=',
  '<=': '<=',
  '≤': '<=',
  '=': '=',
}

const CHANGES: Readonly<Record<string, 'more' | 'less' | 'equal'>> = {
  tăng: 'more',
  giảm: 'less',
  bằng: 'equal',
}

/** "H1 tăng so với cùng kỳ", "H4 đạt kế hoạch", "H3 > 0", "có số liệu H11", "có nhiệm vụ quá hạn". */
function readIf(
  rest: string,
  isNot: boolean,
  options: readonly string[],
): Placeholder | NotUnderstood {
  const words = plain(rest)
  const listed = loopNamed(words.replace(/^có /u, ''))
  if (listed) return { kind: 'if', test: { kind: 'any', loop: listed }, isNot }
  const known = /^có số liệu (\S+)$/u.exec(words)?.[1]
  const [code = '', ...more] = known ? [known] : words.split(' ')
  const read = readFigure(code, options)
  if (read.kind !== 'figure' || !CODE.test(code)) return badTest(rest)
  const { figure } = read
  const test = known ? { kind: 'known' as const, figure } : testOf(figure, more.join(' '))
  return test ? { kind: 'if', test, isNot } : badTest(rest)
}

function testOf(figure: FigureRef, words: string): Test | undefined {
  if (words === 'đạt kế hoạch') return { kind: 'plan', figure }
  const [, change, other] = /^(tăng|giảm|bằng) (?:so với )?(.+)$/u.exec(words) ?? []
  const is = CHANGES[change ?? '']
  const against = other === 'kế hoạch' ? 'plan' : readPeriod(other ?? '')
  if (is && against) return { kind: 'change', figure, is, against }
  const [, sign, typed = ''] = /^(>=|<=|[><=≥≤]) ?([\d.,]+)$/u.exec(words) ?? []
  const compared = SIGNS[sign ?? '']
  const number = Number(typed.replaceAll('.', '').replace(',', '.'))
  if (compared && Number.isFinite(number)) return { kind: 'number', figure, is: compared, number }
  return undefined
}

function badTest(typed: string): NotUnderstood {
  return unknown(
    `Không hiểu điều kiện “${typed.trim()}”. Ví dụ: H1 tăng so với cùng kỳ; H3 > 0; có nhiệm vụ quá hạn.`,
    `The condition “${typed.trim()}” is not understood.`,
  )
}
