import { read } from '../modules/reading/reader/index.ts'
import type { Bench } from './types.ts'

/** Measured at these lengths; the longest gives the speed. */
const LENGTHS = [25_000, 50_000, 100_000, 200_000]

/** How many characters a second the reader takes in, and how its time grows with the text. */
export const reading: Bench = {
  kind: 'plain',
  names: ['read.chars_per_s', 'read.growth_exponent'],
  run: async ({ isSmall, progress }) => {
    const rounds = isSmall ? 1 : 5
    const lengths = isSmall ? LENGTHS.map((length) => length / 10) : LENGTHS
    timeOf(conclusion(lengths[0] ?? 0), 1) // the engine warms up
    const points = lengths.map((length) => {
      const text = conclusion(length)
      const seconds = timeOf(text, rounds)
      progress(`${text.length} characters in ${(seconds * 1000).toFixed(0)} ms`)
      return { length: text.length, seconds }
    })
    const longest = points.at(-1) ?? { length: 0, seconds: 1 }
    const note = `made-up conclusions of ${points.map(({ length }) => length).join(', ')} characters, read whole; best of ${rounds}`
    return [
      {
        name: 'read.chars_per_s',
        value: Math.round(longest.length / longest.seconds),
        unit: 'characters/s',
        note,
      },
      {
        name: 'read.growth_exponent',
        value: Number(slope(points).toFixed(3)),
        unit: 'exponent',
        note: `${note}; slope of log time over log length: 1 is in proportion`,
      },
    ]
  },
}

/** The best of several, in seconds: what is slower was disturbed. */
function timeOf(text: string, rounds: number): number {
  let best = Infinity
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    const { directives } = read(text)
    best = Math.min(best, (performance.now() - started) / 1000)
    if (directives.length === 0) throw new Error('nothing was read')
  }
  return best
}

function slope(points: readonly { length: number; seconds: number }[]): number {
  const logs = points.map(({ length, seconds }) => [Math.log(length), Math.log(seconds)] as const)
  const mean = (at: 0 | 1) => logs.reduce((sum, pair) => sum + pair[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const above = logs.reduce((sum, [one, other]) => sum + (one - x) * (other - y), 0)
  return above / logs.reduce((sum, [one]) => sum + (one - x) ** 2, 0)
}

const BODIES = ['Sở Nông nghiệp và Môi trường', 'Sở Công Thương', 'Sở Tài chính', 'UBND các xã']
const DEEDS = [
  'rà soát các HTX ngừng hoạt động, báo cáo UBND tỉnh',
  'tham mưu kế hoạch hỗ trợ HTX chuyển đổi số',
  'hướng dẫn các HTX nông nghiệp đăng ký mã số vùng trồng',
  'tổng hợp nhu cầu vay vốn của các HTX, tổ hợp tác',
]

/** A conclusion with as many numbered tasks and figures as fill the length. */
function conclusion(length: number): string {
  const lines = [
    'Kết luận cuộc họp Ban Chỉ đạo phát triển kinh tế tập thể',
    'Sáng 10/3/2026, đồng chí Nguyễn Văn Minh, Phó Chủ tịch UBND tỉnh Minh An, Trưởng Ban Chỉ đạo chủ trì cuộc họp. Toàn tỉnh có 412 HTX với 38.500 thành viên.',
    'Kết luận cuộc họp, đồng chí Nguyễn Văn Minh yêu cầu:',
  ]
  let size = lines.join('\n').length
  for (let number = 1; size < length; number += 1) {
    const [body, helper] = [BODIES[number % 4] ?? '', BODIES[(number + 1) % 4] ?? '']
    const due = `${1 + (number % 28)}/${1 + (number % 12)}/2026`
    const deed = DEEDS[(number * 7) % 4] ?? ''
    const line = `${number}. ${body} chủ trì, phối hợp với ${helper} ${deed}, đạt ít nhất ${number % 90}% kế hoạch theo Kế hoạch số ${number}/KH-UBND, hoàn thành trước ngày ${due}.`
    lines.push(line)
    size += line.length + 1
  }
  return lines.join('\n').slice(0, length)
}
