import {
  type CellRef,
  type FormCheck,
  type FormDefinition,
  type FormFinding,
  type FormGrid,
  type FormSection,
} from '@hopluc/shared/report-forms'

/** What a form has to know of an indicator. */
export interface KnownIndicator {
  code: string
  addsUp: string
  origin: string
  dims: readonly string[]
}

const AS = 'as'

/** Every place of a definition that cannot work: codes that are not there, what is said twice, checks of nothing. */
export function findingsOf(
  definition: FormDefinition,
  known: ReadonlyMap<string, KnownIndicator>,
): FormFinding[] {
  const keys = definition.sections.map(({ key }) => key)
  return definition.sections
    .flatMap((section, at) => [
      ...(keys.indexOf(section.key) < at
        ? [
            finding(
              `sections.${at}.key`,
              `Mục “${section.key}” có hai lần.`,
              `There are two sections “${section.key}”.`,
            ),
          ]
        : []),
      ...ofSection(section, `sections.${at}`, known),
    ])
    .concat(definition.checks.flatMap((check, at) => ofCheck(check, `checks.${at}`, definition)))
}

const finding = (path: string, vi: string, en: string): FormFinding => ({ path, vi, en })

function ofSection(
  section: FormSection,
  path: string,
  known: ReadonlyMap<string, KnownIndicator>,
): FormFinding[] {
  if (section.kind === 'notes') return []
  if (section.kind === 'questions') {
    const keys = section.questions.map(({ key }) => key)
    return keys.flatMap((key, at) =>
      keys.indexOf(key) < at
        ? [
            finding(
              `${path}.questions.${at}.key`,
              `Câu hỏi “${key}” có hai lần.`,
              `The question “${key}” is there twice.`,
            ),
          ]
        : [],
    )
  }
  return ofGrid(section, path, known)
}

const refKey = ({ code, breakdown }: Pick<CellRef, 'code' | 'breakdown'>) =>
  `${code} ${JSON.stringify(Object.entries(breakdown).toSorted(([one], [other]) => one.localeCompare(other)))}`

function ofGrid(
  grid: FormGrid,
  path: string,
  known: ReadonlyMap<string, KnownIndicator>,
): FormFinding[] {
  const seen = new Set<string>()
  return grid.indicators.flatMap((one, at) => {
    const place = `${path}.indicators.${at}`
    const codes = [
      ['code', one.code],
      ['weightCode', one.weightCode],
      ['groupCode', one.groupCode],
    ] as const
    const found = codes.flatMap(([field, code]) =>
      code === null || known.has(code)
        ? []
        : [
            finding(
              `${place}.${field}`,
              `Không có chỉ tiêu mã ${code}. Hãy chọn trong danh mục chỉ tiêu.`,
              `There is no indicator ${code}. Choose one of the catalogue.`,
            ),
          ],
    )
    const indicator = known.get(one.code)
    const isEntered = one.columns.some((column) => column === 'done' || column === 'estimate')
    if (indicator?.origin === 'formula' && !one.isReadOnly)
      found.push(
        finding(
          `${place}.isReadOnly`,
          `${one.code} tính theo công thức, không nhập được. Hãy đánh dấu chỉ xem.`,
          `${one.code} is worked out by a formula and cannot be entered. Mark it read-only.`,
        ),
      )
    if (indicator?.addsUp === 'mean' && !one.isReadOnly && isEntered && one.weightCode === null)
      found.push(
        finding(
          `${place}.weightCode`,
          `${one.code} là số bình quân: hãy chọn chỉ tiêu làm mẫu số.`,
          `${one.code} is a mean: name the indicator that is its denominator.`,
        ),
      )
    if (!isEntered)
      found.push(
        finding(
          `${place}.columns`,
          'Cần ít nhất một cột thực hiện hoặc ước thực hiện.',
          'At least one column of what is done or estimated is needed.',
        ),
      )
    const unknown = Object.keys(one.breakdown).find(
      (dim) => dim === AS || (indicator && !indicator.dims.includes(dim)),
    )
    if (unknown)
      found.push(
        finding(
          `${place}.breakdown`,
          `${one.code} không chia theo “${unknown}”.`,
          `${one.code} is not broken down by “${unknown}”.`,
        ),
      )
    if (seen.has(refKey(one)))
      found.push(
        finding(place, `${one.code} có hai lần trong bảng này.`, `${one.code} is there twice.`),
      )
    seen.add(refKey(one))
    return found
  })
}

function ofCheck(check: FormCheck, path: string, { sections }: FormDefinition): FormFinding[] {
  const grids = sections.flatMap((section) => (section.kind === 'grid' ? [section] : []))
  const refs = refsOf(check)
  const lacking = refs.flatMap(([field, ref]) => {
    const isThere = grids.some(({ indicators }) =>
      indicators.some((one) => refKey(one) === refKey(ref) && one.columns.includes(ref.as)),
    )
    return isThere
      ? []
      : [
          finding(
            `${path}.${field}`,
            `Biểu không có ô ${ref.code} (${ref.as === 'done' ? 'thực hiện' : 'ước'}) để kiểm tra.`,
            `The form has no cell ${ref.code} (${ref.as}) to check.`,
          ),
        ]
  })
  const first = grids.find(({ indicators }) =>
    refs.every(([, ref]) => indicators.some((one) => refKey(one) === refKey(ref))),
  )
  if (lacking.length > 0 || refs.length === 0 || first) return lacking
  return [
    finding(
      path,
      'Các ô của một phép kiểm tra phải ở cùng một bảng.',
      'The cells of one check have to be in one table.',
    ),
  ]
}

function refsOf(check: FormCheck): [string, CellRef][] {
  const many = (field: string, refs: readonly CellRef[]) =>
    refs.map((ref, at): [string, CellRef] => [`${field}.${at}`, ref])
  if (check.kind === 'part')
    return [
      ['part', check.part],
      ['whole', check.whole],
    ]
  if (check.kind === 'sum') return [...many('parts', check.parts), ['whole', check.whole]]
  if (check.kind === 'balance')
    return [['closing', check.closing], ...many('plus', check.plus), ...many('minus', check.minus)]
  if (check.kind === 'change') return many('cells', check.cells)
  return check.bottom
    ? [
        ['top', check.top],
        ['bottom', check.bottom],
      ]
    : [['top', check.top]]
}
