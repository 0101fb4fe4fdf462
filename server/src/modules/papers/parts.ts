import { type Paragraph, type Table } from 'docx'
import { WIDTH, type Block, capsWidth, columns, framed, line, mixed, rule } from './layout.ts'
import type { Authority, PaperHead, Recipients, Signature } from './types.ts'
import { clean, dateLine, numberLine } from './words.ts'

const LEFT = 68
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
/** The width of the motto in Times bold 13 pt: the line under it is as long as the words. */
const MOTTO_WIDTH = 56

type Names = Pick<PaperHead, 'superior' | 'issuer'>

const capitals = (text: string) => clean(text).toLocaleUpperCase('vi')

/** Where a long name of a body may break without tearing a word of two syllables. */
const BREAKS =
  /\s+(?=ỦY BAN|HỘI ĐỒNG|TỈNH |THÀNH PHỐ|XÃ |PHƯỜNG |ĐẶC KHU|HUYỆN |KINH TẾ|HỢP TÁC XÃ)/u

/** Capitals on as few lines as fit, broken where the name has a joint. */
function capitalLines(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const piece of capitals(text).split(BREAKS)) {
    const last = lines.at(-1)
    if (last === undefined || capsWidth(`${last} ${piece}`, size) > width) lines.push(piece)
    else lines[lines.length - 1] = `${last} ${piece}`
  }
  return lines
}

function issuerLines({ superior, issuer }: Names, width: number): Paragraph[] {
  const above = superior === null ? [] : capitalLines(superior, 12, width)
  const own = capitalLines(issuer, 12, width)
  const widest = Math.max(...own.map((text) => Math.min(capsWidth(text, 12), width)))
  return [
    ...above.map((text) => line(text, { size: 12, align: 'center' })),
    ...own.map((text) => line(text, { size: 12, bold: true, align: 'center' })),
    rule(widest * 0.4, width),
  ]
}

function stateLines(width: number): Paragraph[] {
  return [
    line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true, align: 'center' }),
    line(MOTTO, { size: 13, bold: true, align: 'center' }),
    rule(MOTTO_WIDTH, width),
  ]
}

interface HeadOptions {
  /** The abstract of a letter, "V/v …", under the number. */
  about?: string
  /** Width of the page's text in millimetres. */
  width?: number
  /** Minutes say in their text when and where they were taken. */
  hasDay?: boolean
}

/**
 * The head of a paper (Decree 30/2020, Annex I, II.1–4): issuer and number at the left; state's
 * name, motto, place and day at the right; marks of draft, urgency and circulation below.
 */
export function head(paper: PaperHead, options: HeadOptions = {}): Table {
  const { about, width = WIDTH.portrait, hasDay = true } = options
  const left = Math.round((width * LEFT) / WIDTH.portrait)
  const right = width - left
  const marks = [
    ...(paper.urgency === null ? [] : [paper.urgency.toLocaleUpperCase('vi')]),
    ...(paper.draft === null ? [] : [`DỰ THẢO lần ${paper.draft}`]),
    ...(paper.isInternal ? ['LƯU HÀNH NỘI BỘ'] : []),
  ]
  const number = numberLine(paper.number, paper.symbol)
  const day = hasDay ? dateLine(paper.place, paper.on, paper.year) : ''
  const centred = { align: 'center', before: 6 } as const
  return columns(
    [
      { width: left, children: issuerLines(paper, left) },
      { width: right, children: stateLines(right) },
    ],
    [
      {
        width: left,
        children: [
          line(number, { ...centred, size: 13 }),
          ...(about === undefined ? [] : [line(clean(about), { ...centred, size: 12 })]),
          ...marks.map((mark) => framed(mark, Math.min(capsWidth(mark, 13) + 8, left - 4), left)),
        ],
      },
      { width: right, children: [line(day, { ...centred, size: 13, italics: true })] },
    ],
  )
}

/** The head of a list that is not a paper of its own: issuer, state's name, no number. */
export function plainHead(names: Names, width: number): Table {
  const left = Math.round((width * LEFT) / WIDTH.portrait)
  return columns([
    { width: left, children: issuerLines(names, left) },
    { width: width - left, children: stateLines(width - left) },
  ])
}

/** The kind and abstract of a paper, bold, in the middle, a line under them. */
export function title(kind: string, abstract: string, width: number = WIDTH.portrait): Block[] {
  const words = clean(abstract)
  const length = Math.min(words.length * BODY_LETTER, width)
  return [
    line(capitals(kind), { bold: true, align: 'center', before: 18, keepNext: true }),
    line(words, { bold: true, align: 'center', keepNext: true }),
    rule(length * 0.4, width),
    line('', { size: 6 }),
  ]
}
/** Millimetres of one lower-case letter in Times bold 14 pt. */
const BODY_LETTER = 2.3

const SIGN: Record<Authority['mode'], string> = {
  direct: '',
  TM: 'TM. ',
  KT: 'KT. ',
  TL: 'TL. ',
  TUQ: 'TUQ. ',
  Q: 'Q. ',
}

/** The lines above a signature as Annex I, II.7 wants them: "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN". */
export function authorityLines(authority: Authority): string[] {
  const { mode, principal, deputyFor, post } = authority
  const own = capitals(post)
  if (mode === 'direct') return [own]
  if (mode === 'Q') return [`Q. ${own}`]
  return [
    ...(principal === null ? [] : [SIGN[mode] + capitals(principal)]),
    ...(deputyFor === null ? [] : [`KT. ${capitals(deputyFor)}`]),
    own,
  ]
}

function signatureLines({ authority, name }: Signature): Paragraph[] {
  const bold = { bold: true, align: 'center', keepNext: true } as const
  const held = authority.officeHeld === null ? [] : capitalLines(authority.officeHeld, 14, 84)
  return [
    ...authorityLines(authority).map((text) => line(text, bold)),
    ...[1, 2, 3, 4].map(() => line('', { keepNext: true })),
    ...held.map((text) => line(text, bold)),
    line(clean(name ?? ''), { bold: true, align: 'center' }),
  ]
}

function recipientLines({ lines, archive }: Recipients): Paragraph[] {
  const ends = (text: string, sign: string) => `- ${clean(text).replace(/[.;,\s]+$/u, '')}${sign}`
  return [
    line('Nơi nhận:', { size: 12, bold: true, italics: true }),
    ...lines.map((text) => line(ends(text, ';'), { size: 11 })),
    line(ends(archive, '.'), { size: 11 }),
  ]
}

/** The end of a paper: who receives it, and who signs (Annex I, II.7 and II.9). */
export function foot(
  recipients: Recipients,
  signature: Signature,
  width: number = WIDTH.portrait,
): Block[] {
  const right = Math.round(width * 0.525)
  return [
    line('', { size: 8, keepNext: true }),
    columns([
      { width: width - right, children: recipientLines(recipients) },
      { width: right, children: signatureLines(signature) },
    ]),
  ]
}

export interface SignaturePlace {
  /** Such as "THƯ KÝ", with "(Ký, ghi rõ họ tên)" under it. */
  role: string
  name: string | null
}

/** Signatures side by side, as minutes and lists carry them; null leaves a place empty. */
export function signatures(places: readonly (SignaturePlace | null)[], width: number): Block[] {
  const share = Math.floor(width / places.length)
  const cells = places.map((place) => ({
    width: share,
    children: place === null ? [line('')] : signaturePlace(place),
  }))
  return [line('', { size: 10, keepNext: true }), columns(cells)]
}

function signaturePlace({ role, name }: SignaturePlace): Paragraph[] {
  return [
    line(capitals(role), { bold: true, align: 'center', keepNext: true }),
    line('(Ký, ghi rõ họ tên)', { italics: true, size: 13, align: 'center', keepNext: true }),
    ...[1, 2, 3, 4].map(() => line('', { keepNext: true })),
    line(clean(name ?? ''), { bold: true, align: 'center' }),
  ]
}

/** Recipients alone, for papers whose signatures stand side by side. */
export function recipientsOnly(recipients: Recipients): Paragraph[] {
  return [line(''), ...recipientLines(recipients)]
}

/** One signature at the right of a list, with place and day above it. */
export function signatureAtRight(signature: Signature, day: string, width: number): Block[] {
  return [
    line('', { size: 8, keepNext: true }),
    columns([
      { width: width - 110, children: [line('')] },
      {
        width: 110,
        children: [
          line(day, { size: 13, italics: true, align: 'center', keepNext: true }),
          ...signatureLines(signature),
        ],
      },
    ]),
  ]
}

/** "Kính gửi:" with one receiver in the line, several each on its own (Annex I, II.9). */
export function addressees(to: readonly string[]): Paragraph[] {
  const [first = '', ...more] = to.map(clean)
  const lead = { align: 'center', before: 12 } as const
  if (more.length === 0)
    return [
      mixed(
        [
          ['Kính gửi: ', {}],
          [`${first}.`, {}],
        ],
        lead,
      ),
    ]
  return [
    line('Kính gửi:', { before: 12, indent: 35 }),
    ...[first, ...more].map((name, index) =>
      line(`- ${name}${index === more.length ? '.' : ';'}`, { indent: 50 }),
    ),
  ]
}
