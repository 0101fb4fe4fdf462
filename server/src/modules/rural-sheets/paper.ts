import { countWords, type RuralSheet, type RuralState } from '@hopluc/shared/rural-sheets'
import { makeRegistryForm } from '../papers/index.ts'

const STATES: Record<RuralState, string> = {
  met: 'Đạt',
  not_met: 'Chưa đạt',
  unknown: 'Chưa xác định',
}
const written = (day: string) => day.split('-').toReversed().join('/')

/** What each line of the printed sheet says. */
export const printedLines = ({ lines, counts }: RuralSheet) =>
  lines.map((line, at) => ({
    no: String(at + 1),
    name: line.legalBasis ? `${line.name} (${line.legalBasis})` : line.name,
    threshold: line.threshold ?? 'Chưa điền',
    evidence: line.source ? countWords(line.source, counts).vi : '',
    state: STATES[line.state],
    note: [line.note, line.isDemo ? 'Số liệu minh họa' : null].filter(Boolean).join('. '),
  }))

export const titleOf = ({ unit, year }: RuralSheet) =>
  `Minh chứng tiêu chí nông thôn mới về kinh tế tập thể, ${unit.kind} ${unit.name}, năm ${year}`

export function makePaper(sheet: RuralSheet): Promise<Buffer> {
  const { unit, asOf } = sheet
  return makeRegistryForm({
    form: null,
    superior: null,
    issuer: `UBND ${unit.kind} ${unit.name}`,
    title: 'Biểu minh chứng',
    abstract: titleOf(sheet),
    notes: [
      `Số liệu của hệ thống đến ngày ${written(asOf)}. Mức yêu cầu ghi “Chưa điền” là chưa có căn cứ được cập nhật.`,
      ...(sheet.lines.some(({ isDemo }) => isDemo) ? ['Số liệu minh họa.'] : []),
    ],
    tables: [
      {
        title: null,
        heads: [
          { header: 'TT', width: 10 },
          { header: 'Nội dung', width: 42 },
          { header: 'Mức yêu cầu', width: 28 },
          { header: 'Minh chứng từ hệ thống', width: 40 },
          { header: 'Kết quả', width: 20 },
          { header: 'Ghi chú', width: 25 },
        ],
        rows: printedLines(sheet).map((line) => Object.values(line)),
      },
    ],
    place: unit.name,
    on: asOf,
    signs: ['Người lập biểu', 'Thủ trưởng đơn vị'],
  })
}
