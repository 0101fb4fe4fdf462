import mammoth from 'mammoth'
import { aPdf } from '../../server/src/modules/papers/sign-for-test.ts'
import { inDays, today, written } from './dates.ts'

const CHAIR = 'đồng chí Nguyễn Thành Khải, Phó Chủ tịch UBND thành phố'

/** A conclusion of Cần Thơ's committee: a department, communes, the Alliance, one item without a term. */
export function conclusion(tag: string): string {
  return `Họp Ban Chỉ đạo về liên kết tiêu thụ nông sản ${tag}
Sáng ${written(inDays(-1))}, ${CHAIR} Cần Thơ, Trưởng Ban Chỉ đạo phát triển kinh tế tập thể thành phố chủ trì cuộc họp của Ban Chỉ đạo về liên kết tiêu thụ nông sản ${tag}.

Kết luận cuộc họp, ${CHAIR} yêu cầu:
1. Sở Nông nghiệp và Môi trường lập phương án liên kết tiêu thụ lúa ${tag} của các HTX, hoàn thành trước ngày ${written(inDays(30))}.
2. UBND các xã thống kê HTX có nhu cầu liên kết, gửi Sở Nông nghiệp và Môi trường trước ngày ${written(inDays(15))}.
3. Đề nghị Liên minh Hợp tác xã thành phố giới thiệu doanh nghiệp thu mua cho các HTX trước ngày ${written(inDays(25))}.
4. Sở Công Thương hỗ trợ các HTX tham gia hội chợ, đưa hàng vào siêu thị.`
}

/** Paragraphs of a Word file, as a reader sees them. */
export async function wordLines(path: string): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ path })
  return value.split('\n').flatMap((line) => line.trim() || [])
}

/** The committee's notice as it comes back from the document system. */
export function signedNotice(number: string, items: readonly string[]): Promise<Buffer> {
  const [year, month, day] = today().split('-')
  let y = 640
  const body = items.flatMap((item) => {
    y -= 8
    return wrapped(item).map((text, line) => {
      y -= 16
      return { x: line === 0 ? 110 : 85, y, text }
    })
  })
  return aPdf([
    { x: 70, y: 780, text: 'UBND THÀNH PHỐ CẦN THƠ', size: 12 },
    { x: 275, y: 780, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12 },
    { x: 70, y: 764, text: 'BAN CHỈ ĐẠO KTTT', size: 12 },
    { x: 320, y: 764, text: 'Độc lập - Tự do - Hạnh phúc' },
    { x: 80, y: 738, text: `Số: ${number}/TB-BCĐ` },
    { x: 300, y: 738, text: `Cần Thơ, ngày ${day} tháng ${month} năm ${year}` },
    { x: 260, y: 706, text: 'THÔNG BÁO', size: 14 },
    { x: 90, y: 689, text: 'Kết luận của đồng chí Nguyễn Thành Khải tại cuộc họp', size: 14 },
    { x: 110, y: 660, text: 'Đồng chí Nguyễn Thành Khải kết luận như sau:' },
    ...body,
    { x: 110, y: y - 24, text: 'Trên đây là kết luận của đồng chí Trưởng Ban Chỉ đạo./.' },
    { x: 85, y: y - 60, text: 'Nơi nhận:', size: 12 },
    { x: 85, y: y - 76, text: '- Như trên;', size: 11 },
    { x: 85, y: y - 90, text: '- Lưu: VT, BCĐ.', size: 11 },
    { x: 340, y: y - 60, text: 'TRƯỞNG BAN' },
    { x: 300, y: y - 76, text: 'PHÓ CHỦ TỊCH UBND THÀNH PHỐ', size: 12 },
    { x: 330, y: y - 140, text: 'Nguyễn Thành Khải' },
  ])
}

/** A scan has no layer of text. */
export const scan = (): Promise<Buffer> => aPdf([])

function wrapped(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line.length + word.length > 70) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
