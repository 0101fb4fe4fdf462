import { aPdf, aSigner, signed } from '../modules/papers/sign-for-test.ts'

export { aPdf, aSigner, signed }

export interface PaperToSign {
  number?: string
  day?: string
  items: readonly string[]
  signer?: string
  /** A line above everything: a mark of secrecy. */
  mark?: string
}

/** A notice of Minh An's committee as it comes back from the document system. */
export function aSignedPaper(paper: PaperToSign): Promise<Buffer> {
  const { number = '05', day = 'ngày 10 tháng 3 năm 2026', items, mark } = paper
  const { signer = 'Nguyễn Văn Minh' } = paper
  let y = 620
  const body = items.flatMap((item, index) =>
    wrapped(`${index + 1}. ${item}`).map((text, line) => {
      y -= 16
      return { x: line === 0 ? 120 : 85, y, text }
    }),
  )
  return aPdf([
    ...(mark ? [{ x: 85, y: 810, text: mark, size: 13 }] : []),
    { x: 85, y: 780, text: 'UBND TỈNH MINH AN', size: 12 },
    { x: 275, y: 780, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12 },
    { x: 85, y: 764, text: 'BAN CHỈ ĐẠO KTTT', size: 12 },
    { x: 320, y: 764, text: 'Độc lập - Tự do - Hạnh phúc' },
    { x: 95, y: 738, text: `Số: ${number}/TB-BCĐ` },
    { x: 310, y: 738, text: `Minh An, ${day}` },
    { x: 260, y: 700, text: 'THÔNG BÁO', size: 14 },
    { x: 110, y: 683, text: 'Kết luận của đồng chí Nguyễn Văn Minh tại cuộc họp', size: 14 },
    { x: 120, y: 640, text: 'Đồng chí Nguyễn Văn Minh kết luận như sau:' },
    ...body,
    { x: 120, y: y - 20, text: 'Trên đây là kết luận của đồng chí Trưởng Ban./.' },
    { x: 85, y: y - 50, text: 'Nơi nhận:', size: 12 },
    { x: 360, y: y - 50, text: 'TM. BAN CHỈ ĐẠO' },
    { x: 370, y: y - 66, text: 'TRƯỞNG BAN' },
    { x: 85, y: y - 66, text: '- Lưu: VT, BCĐ.', size: 11 },
    { x: 360, y: y - 150, text: signer },
  ])
}

/** A scan: a page without any text. */
export const aScan = (): Promise<Buffer> => aPdf([])

function wrapped(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line.length + word.length > 72) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
