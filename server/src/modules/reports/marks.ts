import { strFromU8, strToU8, zipSync } from 'fflate'
import type { Filled, Placed } from './fill.ts'
import { encoded, paragraphsOf } from './word-text.ts'

/** Marks around a figure while the paper is filled: they are found again wherever they came to stand. */
export const MARK = {
  from: '\ue000',
  to: '\ue001',
  end: '\ue002',
  qr: '\ue010',
  paragraph: '\ue011',
}

/** A dot in the colour of a light, beside its name: paper may be printed in black. */
export const LIGHTS = {
  green: { mark: '\ue020', colour: '1E7B34', words: 'Xanh' },
  grey: { mark: '\ue021', colour: '6B7280', words: 'Xám' },
  amber: { mark: '\ue022', colour: 'B26A00', words: 'Vàng' },
  red: { mark: '\ue023', colour: 'B3261E', words: 'Đỏ' },
} as const

const LIGHT = /[\ue020-\ue023]/g
const FIGURE = /\ue000(\d+)\ue001([^\ue002]*)\ue002/g
const DOCUMENT = 'word/document.xml'
const RELATIONS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const PICTURE = 'word/media/ma-kiem-tra.png'
const PICTURE_ID = 'rIdMaKiemTra'
/** Millimetres of the QR code, in the unit of drawings. */
const PICTURE_SIZE = 22 * 36_000
// Zip entries carry local times; noon of one fixed day is the same everywhere.
const ENTRY_TIME = new Date(2020, 2, 5, 12)
const WORDS = /^word\/(?:document|header\d*|footer\d*)\.xml$/

interface Finishing {
  /** What was typed for each figure, in the order of their marks. */
  typed: readonly string[]
  was: (position: number) => string | undefined
  /** The QR code as a picture. */
  png: Uint8Array | null
}

type Files = Record<string, Uint8Array>

/** Takes the marks out of a filled paper: says where each figure stands, and shows what changed. */
export function finish(files: Files, { typed, was, png }: Finishing): Filled {
  const placed = placesOf(files, typed)
  const isChanged = placed.some(({ position }) => was(position) !== undefined)
  const clean = withoutMarks(files, png, () => undefined)
  const text = paragraphsOf(clean)
    .map((paragraph) => paragraph.text)
    .join('\n')
  return {
    clean: packed(clean),
    marked: isChanged ? packed(withoutMarks(files, png, was)) : null,
    placed,
    text,
  }
}

function packed(files: Files): Uint8Array {
  return zipSync(files, { mtime: ENTRY_TIME, level: 6 })
}

function placesOf(files: Files, typed: readonly string[]): Placed[] {
  return paragraphsOf(files)
    .flatMap(({ place, text }) =>
      [...text.matchAll(FIGURE)].map(([, ordinal]) => ({
        position: Number(ordinal),
        typed: typed[Number(ordinal) - 1] ?? '',
        place,
        sentence: text.replace(FIGURE, '$2').replaceAll(MARK.qr, '').trim(),
      })),
    )
    .toSorted((one, other) => one.position - other.position)
}

function withoutMarks(files: Files, png: Uint8Array | null, was: Finishing['was']): Files {
  const result: Files = { ...files }
  for (const [name, bytes] of Object.entries(files)) {
    if (!WORDS.test(name)) continue
    const shown = lights(showChanges(paragraphs(strFromU8(bytes)), was))
    const hasPicture = name === DOCUMENT && png !== null && shown.includes(MARK.qr)
    result[name] = strToU8(hasPicture ? withPicture(shown) : shown.replaceAll(MARK.qr, ''))
    if (hasPicture) addPicture(result, png)
  }
  return result
}

/** What a figure printed before is struck through in front of what it prints now. */
function showChanges(xml: string, was: Finishing['was']): string {
  let result = ''
  let at = 0
  for (const { 0: all, 1: ordinal, 2: printed = '', index } of xml.matchAll(FIGURE)) {
    const before = was(Number(ordinal))
    result += xml.slice(at, index)
    result +=
      before === undefined
        ? printed
        : outside(xml, index, tracked(Number(ordinal), before, printed, styleAt(xml, index)))
    at = index + all.length
  }
  return result + xml.slice(at)
}

/** As tracked changes: one step of the word processor takes them all over. */
function tracked(ordinal: number, before: string, now: string, style: string): string {
  const who = 'w:author="Hợp Lực" w:date="2020-03-05T12:00:00Z"'
  const id = 90_000 + ordinal * 2
  return (
    `<w:del w:id="${id}" ${who}><w:r>${style}<w:delText xml:space="preserve">${encoded(before)}</w:delText></w:r></w:del>` +
    `<w:ins w:id="${id + 1}" ${who}><w:r>${style}<w:t xml:space="preserve">${now}</w:t></w:r></w:ins>`
  )
}

/** Closes the run in which a mark stands, puts something after it, and opens the run again. */
function outside(xml: string, index: number, inserted: string): string {
  return `</w:t></w:r>${inserted}<w:r>${styleAt(xml, index)}<w:t xml:space="preserve">`
}

/** The style of the run around a place. */
function styleAt(xml: string, index: number): string {
  const run = Math.max(xml.lastIndexOf('<w:r>', index), xml.lastIndexOf('<w:r ', index))
  const [, style = ''] =
    /<w:r(?:\s[^>]*)?>\s*(<w:rPr>[^]*?<\/w:rPr>)?/.exec(xml.slice(run, index)) ?? []
  return style
}

function lights(xml: string): string {
  const colours = new Map<string, string>(
    Object.values(LIGHTS).map(({ mark, colour }) => [mark, colour]),
  )
  return xml.replaceAll(LIGHT, (mark, index: number) => {
    const [size = ''] = /<w:sz [^>]*\/>/.exec(styleAt(xml, index)) ?? []
    const style = `<w:rPr><w:color w:val="${colours.get(mark)}"/>${size}</w:rPr>`
    return outside(xml, index, `<w:r>${style}<w:t xml:space="preserve">●</w:t></w:r>`)
  })
}

/** Each paragraph of what an officer wrote becomes one of the paper's, in the same style. */
function paragraphs(xml: string): string {
  return xml.replaceAll(MARK.paragraph, (_, index: number) => {
    const from = Math.max(xml.lastIndexOf('<w:p>', index), xml.lastIndexOf('<w:p ', index))
    const [style = ''] = /<w:pPr>[^]*?<\/w:pPr>/.exec(xml.slice(from, index)) ?? []
    const run = `<w:r>${styleAt(xml, index)}<w:t xml:space="preserve">`
    return `</w:t></w:r></w:p><w:p>${style}${run}`
  })
}

function withPicture(xml: string): string {
  const index = xml.indexOf(MARK.qr)
  const size = `cx="${PICTURE_SIZE}" cy="${PICTURE_SIZE}"`
  const drawing =
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent ${size}/><wp:docPr id="9001" name="Mã QR" descr="Mã QR dẫn đến trang kiểm tra báo cáo"/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="9002" name="ma-kiem-tra.png"/><pic:cNvPicPr/></pic:nvPicPr>' +
    `<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${PICTURE_ID}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  const [before, ...after] = xml.split(MARK.qr)
  return [before, outside(xml, index, drawing), after.join('')].join('')
}

function addPicture(files: Files, png: Uint8Array): void {
  files[PICTURE] = png
  const relation = `<Relationship Id="${PICTURE_ID}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/ma-kiem-tra.png"/>`
  const type = '<Default Extension="png" ContentType="image/png"/>'
  put(files, RELATIONS, (xml) => xml.replace('</Relationships>', `${relation}</Relationships>`))
  put(files, TYPES, (xml) =>
    /Extension="png"/i.test(xml) ? xml : xml.replace(/(<Types[^>]*>)/, `$1${type}`),
  )
}

function put(files: Files, name: string, change: (xml: string) => string): void {
  const bytes = files[name]
  if (bytes) files[name] = strToU8(change(strFromU8(bytes)))
}
