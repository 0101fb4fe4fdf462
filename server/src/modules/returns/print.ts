import { gridTotals } from '@hopluc/shared/return-totals'
import type { ReturnCell, ReturnGrid } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { writeNumber } from '@hopluc/shared/vietnamese-number'
import type { Context } from '../../platform/context.ts'
import { makeReturnPaper, type ReturnTable } from '../papers/index.ts'
import { belowWords } from './below.ts'
import { type Contents, contentsOf } from './contents.ts'
import { placed, shownIn } from './excel-sheet.ts'
import { getHead, namesOf } from './head-store.ts'
import { listTexts, type TextRow } from './patch-store.ts'

/** A return as it is printed and signed. */
export function print(context: Context, id: Id): Promise<{ name: string; paper: Buffer }> {
  return context.read(async (db) => {
    const head = await getHead(db, id, context.today)
    const contents = await contentsOf(db, head)
    const { unit, agency, receiver } = await namesOf(db, head, context.today)
    const texts = await listTexts(db, head)
    const day = head.cutoffOn.split('-').toReversed().join('/')
    const estimate = head.estimateOn.split('-').toReversed().join('/')
    const isDraft = head.state !== 'sent' && head.state !== 'accepted'
    const paper = await makeReturnPaper({
      form: head.formCode,
      attachedTo: head.paper,
      title: head.formName,
      abstract: head.roundTitle,
      from: agency.name,
      to: receiver.name,
      notes: [
        `Số liệu đến ngày ${day}; ước đến ngày ${estimate}. “x”: không có số.`,
        ...(contents.below ? [belowWords(contents.below)] : []),
        ...(isDraft ? ['Bản in khi chưa gửi.'] : []),
        ...(head.correction ? [`Đính chính theo ${head.correction.number}.`] : []),
        ...(head.isDemo ? ['Số liệu minh họa.'] : []),
      ],
      tables: contents.layout.sections.flatMap((section) =>
        section.kind === 'grid' ? [tableOf(section, contents.cells)] : [],
      ),
      texts: wordsOf(contents, texts),
      place: unit.name,
      on: context.today,
    })
    return { name: `${head.formCode}, ${unit.kind} ${unit.name}, ${head.roundTitle}`, paper }
  })
}

const inWords = (value: number | 'x' | null) =>
  value === null ? '' : value === 'x' ? 'x' : writeNumber(value)

function tableOf(grid: ReturnGrid, cells: readonly ReturnCell[]): ReturnTable {
  const at = placed(grid, cells)
  const totals = grid.hasTotal ? gridTotals(grid, cells) : undefined
  const marked = (value: string, cell: ReturnCell | undefined) =>
    cell?.corrected ? `${value} (đc: ${inWords(cell.corrected.value)})` : value
  const hasMeasures = grid.rows.some(({ kind }) => kind === 'indicator')
  return {
    title: grid.title,
    nameHead: hasMeasures ? 'Chỉ tiêu' : 'Tên đơn vị',
    measureHead: hasMeasures ? 'Đơn vị tính' : null,
    heads: grid.columns.map(({ group, name }) => (group === null ? name : `${group}\n${name}`)),
    total: totals
      ? grid.columns.map(({ key }) => {
          const value = totals.get(key)?.value ?? null
          return inWords(value === null ? null : Math.round(value * 100) / 100)
        })
      : null,
    rows: grid.rows.map((row) => ({
      name: row.name,
      measure: hasMeasures ? (row.detail ?? '') : null,
      values: grid.columns.map((column) =>
        marked(inWords(shownIn(column, row.key, at)), at.get(`${row.key} ${column.key}`)),
      ),
    })),
  }
}

function wordsOf({ layout }: Contents, texts: readonly TextRow[]) {
  const said = new Map(texts.map(({ key, text }) => [key, text]))
  return layout.sections.flatMap((section) => {
    if (section.kind === 'grid') return []
    const keys =
      section.kind === 'notes'
        ? [{ key: section.key, text: null }]
        : section.questions.map(({ key, text }) => ({ key, text }))
    const lines = keys.flatMap(({ key, text }) => {
      const answer = said.get(key)
      return answer ? [{ asked: text, answer }] : []
    })
    return lines.length > 0 ? [{ title: section.title, lines }] : []
  })
}
