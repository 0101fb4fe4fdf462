import type {
  BreakdownParts,
  CellRef,
  FormCheck,
  FormDefinition,
  FormIndicator,
  FormSection,
} from '@hopluc/shared/report-forms'

export const EMPTY: FormDefinition = { sections: [], checks: [] }

/** A key that no section of the form has yet. */
export function freeKey(kind: string, taken: readonly string[]): string {
  for (let at = 1; ; at += 1) {
    const key = `${kind}_${at}`
    if (!taken.includes(key)) return key
  }
}

export function newSection(kind: FormSection['kind'], taken: readonly string[]): FormSection {
  const key = freeKey(kind, taken)
  if (kind === 'notes') return { kind, key, title: '' }
  if (kind === 'questions')
    return { kind, key, title: '', questions: [{ key: 'q_1', text: '', isRequired: false }] }
  return {
    kind,
    key,
    title: '',
    rows: 'entities',
    entityKinds: ['cooperative'],
    hasGroupLine: true,
    indicators: [],
  }
}

export const newIndicator = (code: string): FormIndicator => ({
  code,
  breakdown: {},
  label: null,
  columns: ['previous', 'done'],
  isReadOnly: false,
  weightCode: null,
  groupCode: null,
  mayBeNegative: false,
  isRequired: true,
})

/** The items with one of them changed, taken out, or moved by a step. */
export const put = <Item>(items: readonly Item[], at: number, item: Item): Item[] =>
  items.map((one, index) => (index === at ? item : one))
export const without = <Item>(items: readonly Item[], at: number): Item[] =>
  items.filter((_, index) => index !== at)
export function moved<Item>(items: readonly Item[], at: number, step: 1 | -1): Item[] {
  const [item, other] = [items[at], items[at + step]]
  if (item === undefined || other === undefined) return [...items]
  return put(put(items, at, other), at + step, item)
}

/** One word for a cell in lists: `H8`, `H8 sex=female`, `H8 ước`. */
export function refKey({ code, breakdown, as }: CellRef): string {
  const parts = Object.entries(breakdown).map(([dim, part]) => `${dim}=${part}`)
  return [code, ...parts, ...(as === 'estimate' ? ['~'] : [])].join(' ')
}

/** Every cell that the form's grids enter, once each. */
export function refsOf({ sections }: FormDefinition): CellRef[] {
  const refs = sections.flatMap((section) =>
    section.kind === 'grid'
      ? section.indicators.flatMap(({ code, breakdown, columns }) =>
          columns.flatMap((as): CellRef[] =>
            as === 'done' || as === 'estimate' ? [{ code, breakdown, as }] : [],
          ),
        )
      : [],
  )
  return [...new Map(refs.map((ref) => [refKey(ref), ref])).values()]
}

/** A new check over the first cells of the form; null while there are too few. */
export function newCheck(kind: FormCheck['kind'], refs: readonly CellRef[]): FormCheck | null {
  const [first, second = first] = refs
  if (!first || !second) return null
  switch (kind) {
    case 'part':
      return { kind, severity: 'error', part: first, whole: second }
    case 'sum':
      return { kind, severity: 'error', parts: [first], whole: second }
    case 'balance':
      return { kind, severity: 'warning', closing: first, plus: [], minus: [] }
    case 'change':
      return { kind, severity: 'warning', cells: [], percent: 25 }
    case 'ratio':
      return { kind, severity: 'warning', top: first, bottom: null, most: 1000 }
  }
}

/** Parts that are known; others can be typed by nobody. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  sex: ['female', 'male'],
  ethnicity: ['minority'],
  poverty: ['poor', 'near_poor'],
  kind: ['cooperative', 'union', 'group', 'credit_fund'],
}

/** `{ sex: 'female' }` ↔ `sex=female`, for a choice in a list. */
export const partsKey = (parts: BreakdownParts): string =>
  Object.entries(parts)
    .map(([dim, part]) => `${dim}=${part}`)
    .join(' ')
export function partsOf(key: string): BreakdownParts {
  if (key === '') return {}
  return Object.fromEntries(
    key
      .split(' ')
      .map((one) => one.split('='))
      .map(([dim = '', part = '']) => [dim, part]),
  )
}
