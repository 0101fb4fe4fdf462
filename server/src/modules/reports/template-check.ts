import type { TemplateFinding } from '@hopluc/shared/reports'
import {
  CLOSE,
  type FigureRef,
  OPEN,
  type Placeholder,
  readPlaceholder,
  type Test,
} from './placeholders.ts'
import { type LoopName, nearest, ONLY_IN } from './words.ts'
import { type Paragraph, typedIn } from './word-text.ts'

/** What a template is checked against. Codes are in small letters. */
export interface Known {
  codes: ReadonlySet<string>
  /** Names of units that are asked for by name and exist, in small letters. */
  unitNames: ReadonlySet<string>
}

/** A placeholder as it stands in the template. */
export interface Found {
  typed: string
  placeholder: Placeholder
  paragraph: Paragraph
  /** The loops in which it stands, the outermost first. */
  loops: readonly LoopName[]
}

export interface Checked {
  found: Found[]
  findings: TemplateFinding[]
}

type Opened = Found & { placeholder: Extract<Placeholder, { kind: 'loop' | 'if' }> }

/** Everything that is typed in a template, and what is wrong with it, each with its place. */
export function checkTemplate(paragraphs: readonly Paragraph[]): Checked {
  const found: Found[] = []
  const findings: TemplateFinding[] = []
  const open: Opened[] = []
  let part = ''
  for (const paragraph of paragraphs) {
    if (paragraph.part !== part) closeAll(open, findings)
    part = paragraph.part
    for (const one of typedIn(paragraph.text)) {
      if ('lone' in one) {
        findings.push(loneBrace(paragraph, one.lone))
        continue
      }
      const { typed } = one
      const placeholder = readPlaceholder(typed)
      if (placeholder.kind === 'unknown') {
        findings.push(finding('unknown_placeholder', paragraph, typed, placeholder))
        continue
      }
      const loops = open.flatMap(({ placeholder: outer }) =>
        outer.kind === 'loop' ? [outer.loop] : [],
      )
      const here = { typed, placeholder, paragraph, loops }
      found.push(here)
      const wrong = placed(here, open)
      if (wrong) findings.push(wrong)
    }
  }
  closeAll(open, findings)
  return { found, findings }
}

/** Opens and closes loops; answers what does not fit. */
function placed(here: Found, open: Opened[]): TemplateFinding | undefined {
  const { placeholder, paragraph, typed, loops } = here
  if (placeholder.kind === 'loop' || placeholder.kind === 'if') {
    open.push({ ...here, placeholder })
    return undefined
  }
  if (placeholder.kind === 'end') {
    const last = open.at(-1)
    if (last?.placeholder.kind !== placeholder.of)
      return finding('unopened', paragraph, typed, {
        vi: `${OPEN}${typed}${CLOSE} không có chỗ bắt đầu${last ? `; trước đó là ${OPEN}${last.typed}${CLOSE} chưa kết thúc` : ''}.`,
        en: `${OPEN}${typed}${CLOSE} ends what was not begun.`,
      })
    open.pop()
    return apart(last, paragraph)
  }
  if (placeholder.kind !== 'text') return undefined
  const only = ONLY_IN[placeholder.name]
  if (!only || loops.some((loop) => only.includes(loop))) return undefined
  return finding('outside_loop', paragraph, typed, {
    vi: `“${typed}” chỉ dùng được trong vòng lặp: ${only.join(', ')}.`,
    en: `“${typed}” stands only in a loop.`,
  })
}

/** A loop that begins in a table ends in the same row. */
function apart(begun: Opened, end: Paragraph): TemplateFinding | undefined {
  if (begun.paragraph.row === end.row) return undefined
  return finding('crosses_rows', begun.paragraph, begun.typed, {
    vi: `${OPEN}${begun.typed}${CLOSE} bắt đầu ở ${begun.paragraph.place} nhưng kết thúc ở ${end.place}: phải nằm trong cùng một dòng của bảng, hoặc cùng ở ngoài bảng.`,
    en: 'It begins and ends in different rows of a table.',
  })
}

function closeAll(open: Opened[], findings: TemplateFinding[]): void {
  for (const { paragraph, typed, placeholder } of open.splice(0))
    findings.push(
      finding('unclosed', paragraph, typed, {
        vi: `${OPEN}${typed}${CLOSE} chưa có ${OPEN}hết ${placeholder.kind === 'loop' ? 'lặp' : 'nếu'}${CLOSE}.`,
        en: `${OPEN}${typed}${CLOSE} is not closed.`,
      }),
    )
}

function loneBrace(paragraph: Paragraph, lone: string): TemplateFinding {
  return finding('brace', paragraph, lone, {
    vi:
      lone === CLOSE
        ? `Có ${CLOSE} nhưng không có ${OPEN} ở trước trong cùng đoạn.`
        : `${OPEN} chưa có ${CLOSE} trong cùng đoạn: “${lone}…”.`,
    en: 'A brace has no other.',
  })
}

/** Indicators and units that do not exist. */
export function checkNames(found: readonly Found[], known: Known): TemplateFinding[] {
  return found.flatMap(({ placeholder, paragraph, typed }) =>
    figuresOf(placeholder).flatMap((figure) => {
      const wrong = unknownName(figure, known)
      return wrong ? [finding(wrong.kind, paragraph, typed, wrong)] : []
    }),
  )
}

function unknownName({ code, unit }: FigureRef, known: Known) {
  if (!known.codes.has(code.toLowerCase())) {
    const near = nearest(code.toLowerCase(), [...known.codes])
    return {
      kind: 'unknown_indicator' as const,
      vi: `Không có chỉ tiêu mã “${code}”.${near ? ` Có phải là “${near.toUpperCase()}”?` : ' Xem danh mục chỉ tiêu.'}`,
      en: `There is no indicator “${code}”.`,
    }
  }
  if (unit === null || unit === 'report') return undefined
  if (known.unitNames.has(unit.name.toLocaleLowerCase('vi'))) return undefined
  return {
    kind: 'unknown_unit' as const,
    vi: `Không có đơn vị “${unit.name}”. Ghi đủ loại và tên, như “xã An Lạc Thôn”.`,
    en: `There is no unit “${unit.name}”.`,
  }
}

/** The figures that a placeholder asks for. */
export function figuresOf(placeholder: Placeholder): FigureRef[] {
  if (placeholder.kind === 'figure') {
    const { figure, against } = placeholder
    return [figure, ...comparedWith(figure, against)]
  }
  return placeholder.kind === 'if' ? figuresIn(placeholder.test) : []
}

function figuresIn(test: Test): FigureRef[] {
  if (test.kind === 'any') return []
  if (test.kind === 'change') return [test.figure, ...comparedWith(test.figure, test.against)]
  if (test.kind === 'plan') return [test.figure, ...comparedWith(test.figure, 'plan')]
  return [test.figure]
}

/** The same figure of another period, or its plan. */
export function comparedWith(
  figure: FigureRef,
  against: 'plan' | FigureRef['period'] | null,
): FigureRef[] {
  if (against === null) return []
  if (against === 'plan') return [{ ...figure, side: 'plan' }]
  const side = figure.side === 'plan' ? 'done' : figure.side
  return [{ ...figure, period: against, side }]
}

export function finding(
  kind: TemplateFinding['kind'],
  { place, text }: Pick<Paragraph, 'place' | 'text'>,
  typed: string,
  { vi, en }: { vi: string; en: string },
): TemplateFinding {
  const isError = kind !== 'no_figure'
  return { kind, isError, place, text: text.trim().slice(0, 300), typed, vi, en }
}
