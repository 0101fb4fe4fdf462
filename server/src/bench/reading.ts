import { read } from '../modules/reading/reader/index.ts'
import type { Bench } from './types.ts'

/** Measured at these lengths; 5 MB is the longest text there is. */
const LENGTHS = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000, '5m': 5_000_000 } as const
const SIZES = Object.entries(LENGTHS)

/** How many characters a second the reader takes in, and how its time grows with the text. */
export const reading: Bench = {
  kind: 'plain',
  names: [...SIZES.map(([name]) => `read.${name}.chars_per_s`), 'read.growth_exponent'],
  run: async ({ isSmall, progress }) => {
    timeOf(conclusion(20_000), 2) // the engine warms up
    const points = SIZES.map(([name, wanted]) => {
      const text = conclusion(isSmall ? wanted / 100 : wanted)
      const rounds = isSmall || wanted > 500_000 ? 1 : 5
      const seconds = timeOf(text, rounds)
      progress(`${text.length} characters in ${(seconds * 1000).toFixed(0)} ms`)
      return { name, length: text.length, seconds, rounds }
    })
    const speeds = points.map(({ name, length, seconds, rounds }) => ({
      name: `read.${name}.chars_per_s`,
      value: Math.round(length / seconds),
      unit: 'characters/s',
      note: `a made-up conclusion of ${length} characters, read whole in ${(seconds * 1000).toFixed(0)} ms; best of ${rounds}`,
    }))
    return [
      ...speeds,
      {
        name: 'read.growth_exponent',
        value: Number(slope(points).toFixed(3)),
        unit: 'exponent',
        note: `over ${points.map(({ length }) => length).join(', ')} characters; slope of log time over log length: 1 is in proportion`,
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
