/** What a column of a running task list can hold. */
export type TaskField =
  | 'order'
  | 'code'
  | 'title'
  | 'source'
  | 'sourceDate'
  | 'lead'
  | 'co'
  | 'due'
  | 'state'
  | 'result'
  | 'product'
  | 'note'

/** Where the data begin and which column, counted from 0, holds what. */
export interface TaskMapping {
  firstRow: number
  columns: Partial<Record<TaskField, number>>
}

export interface GuessedColumn {
  index: number
  header: string
  /** Null for a column that no field fits. */
  field: TaskField | null
  /** 0 to 1. */
  confidence: number
}

export interface ColumnGuess extends TaskMapping {
  /** First row of the heads, counted from 0, and how many rows they take. */
  headerRow: number
  headerRows: 1 | 2
  guessed: GuessedColumn[]
  /** 0 to 1: the mean of the columns that a list cannot do without. */
  confidence: number
}

// As the provinces' own lists head their columns; compared without tones, case and signs.
const SYNONYMS: Record<TaskField, readonly string[]> = {
  order: ['stt', 'tt', 'số tt', 'số thứ tự'],
  code: [
    'mã hệ thống',
    'mã nhiệm vụ',
    'mã nv',
    'mã số',
    'mã',
    'mã trên hệ thống theo dõi nhiệm vụ',
    'mã định danh',
  ],
  title: [
    'nội dung nhiệm vụ',
    'nội dung nhiệm vụ được giao',
    'nhiệm vụ được giao',
    'nhiệm vụ',
    'tên nhiệm vụ',
    'nội dung công việc',
    'công việc',
    'nội dung chỉ đạo',
    'nội dung',
    'nội dung giao',
    'ý kiến chỉ đạo',
    'nội dung kết luận',
    'trích yếu nội dung giao',
  ],
  source: [
    'văn bản giao',
    'văn bản giao nhiệm vụ',
    'số ký hiệu',
    'số ký hiệu văn bản',
    'số hiệu văn bản',
    'số văn bản',
    'văn bản chỉ đạo',
    'văn bản giao số ký hiệu',
    'số ngày tháng văn bản',
    'số ký hiệu ngày tháng văn bản',
    'căn cứ giao',
    'nguồn giao',
    'văn bản',
    'căn cứ',
  ],
  sourceDate: [
    'ngày văn bản',
    'ngày ban hành',
    'ngày tháng văn bản',
    'ngày tháng năm',
    'ngày tháng',
    'ngày giao',
    'văn bản giao ngày tháng',
    'văn bản giao nhiệm vụ ngày',
    'ngày',
  ],
  lead: [
    'cơ quan chủ trì',
    'đơn vị chủ trì',
    'cơ quan đơn vị chủ trì',
    'chủ trì',
    'đơn vị thực hiện',
    'cơ quan thực hiện',
    'cơ quan đơn vị thực hiện',
    'đơn vị được giao',
    'cơ quan được giao',
    'đơn vị',
    'cơ quan thực hiện chủ trì',
    'chủ trì thực hiện',
  ],
  co: [
    'cơ quan phối hợp',
    'đơn vị phối hợp',
    'cơ quan đơn vị phối hợp',
    'phối hợp',
    'cơ quan thực hiện phối hợp',
  ],
  due: [
    'thời hạn',
    'thời hạn hoàn thành',
    'hạn hoàn thành',
    'hạn xử lý',
    'hạn',
    'thời gian hoàn thành',
    'thời hạn thực hiện',
    'thời gian thực hiện',
    'hạn báo cáo',
    'thời hạn giao',
    'thời hạn xử lý',
  ],
  state: [
    'tình hình thực hiện',
    'trạng thái',
    'tình trạng',
    'tình trạng thực hiện',
    'tiến độ',
    'tiến độ thực hiện',
    'tình hình',
    'tình trạng xử lý',
  ],
  result: [
    'kết quả',
    'kết quả thực hiện',
    'văn bản kết quả',
    'số ký hiệu văn bản kết quả',
    'văn bản trả lời',
    'kết quả xử lý',
    'văn bản báo cáo',
  ],
  product: [
    'sản phẩm',
    'sản phẩm yêu cầu',
    'sản phẩm đầu ra',
    'kết quả đầu ra',
    'sản phẩm dự kiến',
    'sản phẩm kết quả',
    'loại sản phẩm',
  ],
  note: ['ghi chú', 'nguyên nhân', 'khó khăn vướng mắc', 'lý do', 'nguyên nhân chưa hoàn thành'],
}
const FIELDS = Object.entries(SYNONYMS).map(([field, names]) => ({ field, names: names.map(flat) }))
const SEARCHED = 40
const LOWEST = 0.55

/** Without tones, case, signs and double spaces. */
export function flat(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * Finds the heads of a task list, below any title lines, in one row or two, and says which column
 * holds what; null when no row looks like the heads of such a list.
 * @param rows as `readSheets` gives them
 */
export function guessColumns(rows: readonly (readonly string[])[]): ColumnGuess | null {
  let best: ColumnGuess | null = null
  for (const [at, row] of rows.slice(0, SEARCHED).entries()) {
    const one = guessAt(
      at,
      1,
      row.map((cell) => [cell]),
      rows,
    )
    const below = rows[at + 1]
    const two = below === undefined ? null : guessAt(at, 2, pairs(row, below), rows)
    for (const guess of [one, two]) {
      if (guess !== null && (best === null || worth(guess) > worth(best))) best = guess
    }
  }
  return best
}

/** Two-row heads want a column more than one row gives, or a row of data would do. */
function worth({ guessed, headerRows }: ColumnGuess): number {
  const sum = guessed.reduce((total, { confidence }) => total + confidence, 0)
  return sum - (headerRows === 2 ? 0.5 : 0)
}

/** The words above each column: a head over several columns counts for each of them. */
function pairs(top: readonly string[], below: readonly string[]): string[][] {
  const width = Math.max(top.length, below.length)
  let above = ''
  return Array.from({ length: width }, (_, index) => {
    const own = top[index] ?? ''
    const sub = below[index] ?? ''
    if (own !== '') above = own
    else if (sub === '') above = ''
    return own === '' && sub === '' ? [''] : sub === '' || sub === above ? [above] : [above, sub]
  })
}

interface Match {
  index: number
  field: TaskField
  confidence: number
}

function guessAt(
  at: number,
  headerRows: 1 | 2,
  heads: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): ColumnGuess | null {
  const matches = heads.flatMap((words, index) => scoresOf(words, index))
  const chosen = new Map<number, Match>()
  const used = new Set<TaskField>()
  for (const match of matches.toSorted((a, b) => b.confidence - a.confidence)) {
    if (chosen.has(match.index) || used.has(match.field)) continue
    chosen.set(match.index, match)
    used.add(match.field)
  }
  if (!used.has('title') || used.size < 3) return null
  const columns: TaskMapping['columns'] = {}
  for (const { field, index } of chosen.values()) columns[field] = index
  const guessed = heads.flatMap((words, index): GuessedColumn[] => {
    const header = words.filter((word) => word !== '').join(' – ')
    const match = chosen.get(index)
    if (header === '') return []
    return [{ index, header, field: match?.field ?? null, confidence: match?.confidence ?? 0 }]
  })
  const needed = (['title', 'lead', 'due'] as const).map(
    (field) => chosen.get(columns[field] ?? -1)?.confidence ?? 0,
  )
  const confidence = needed.reduce((sum, value) => sum + value, 0) / needed.length
  const firstRow = firstData(rows, at + headerRows)
  return { headerRow: at, headerRows, firstRow, columns, guessed, confidence }
}

function scoresOf(words: readonly string[], index: number): Match[] {
  const own = flat(words.at(-1) ?? '')
  const whole = flat(words.join(' '))
  if (whole === '') return []
  return FIELDS.flatMap(({ field, names }) => {
    const confidence = Math.max(
      ...names.map((name) => Math.max(score(whole, name), 0.9 * score(own, name))),
    )
    return confidence >= LOWEST && isField(field) ? [{ index, field, confidence }] : []
  })
}

function isField(field: string): field is TaskField {
  return field in SYNONYMS
}

/** 1 for the same words, less the more words a head has beside them. */
function score(head: string, name: string): number {
  if (head === name) return 1
  if (!` ${head} `.includes(` ${name} `)) return 0
  const share = name.length / head.length
  // A head begins with what it is; "văn bản kết quả" is a result, not a paper.
  return share < 0.3 ? 0 : 0.5 + 0.4 * share + (head.startsWith(name) ? 0.05 : 0)
}

/** Skips a row that only numbers the columns: 1, 2, 3 or (1), (2), (3) or A, B, 1. */
function firstData(rows: readonly (readonly string[])[], from: number): number {
  const cells = (rows[from] ?? []).filter((cell) => cell !== '')
  const isNumbered =
    cells.length > 2 && cells.every((cell) => /^\(?(?:\d{1,2}|[A-Z])\)?(?:=.*)?$/.test(cell))
  return isNumbered ? from + 1 : from
}
