import type { PaperTask, ProductListInput, TaskListInput } from './types.ts'
import { type Block, type GridRow, WIDTH, grid, line, section } from './layout.ts'
import { pack } from './pack.ts'
import { plainHead, signatureAtRight, signatures, title } from './parts.ts'
import { clean, dateLine, joined, roman, slashDay } from './words.ts'

const WIDE = WIDTH.landscape

export const TASK_COLUMNS = [
  { header: 'STT', width: 11, align: 'center' },
  { header: 'Nội dung nhiệm vụ', width: 64 },
  { header: 'Văn bản giao', width: 34 },
  { header: 'Cơ quan chủ trì', width: 30 },
  { header: 'Cơ quan phối hợp', width: 30 },
  { header: 'Thời hạn', width: 22, align: 'center' },
  { header: 'Sản phẩm, kết quả', width: 34 },
  { header: 'Tình hình', width: 22 },
] as const

export function taskCells(task: PaperTask, number: number): string[] {
  const { code, text, source, lead, co, due, product, result, state } = task
  const made = [product, result].filter((part) => part !== null && part !== '')
  return [
    String(number),
    code === null ? text : `${text}\n(Mã: ${code})`,
    source,
    lead,
    joined(co),
    due,
    made.join('\n'),
    state,
  ]
}

/** A list of tasks for printing, in landscape, with a heading for each group. */
export function makeTaskListPaper(input: TaskListInput): Promise<Buffer> {
  const { head: own, groups, signature, madeBy } = input
  let count = 0
  const rows = groups.flatMap(({ heading, tasks }, index): GridRow[] => [
    ...(heading === null
      ? []
      : [{ across: `${roman(index + 1)}. ${clean(heading)} (${tasks.length})` }]),
    ...tasks.map((task) => taskCells(task, (count += 1))),
  ])
  const day = dateLine(own.place, own.on, own.year)
  const children: Block[] = [
    plainHead(own, WIDE),
    ...title(input.title, input.subtitle ?? '', WIDE),
    grid(TASK_COLUMNS, rows.length === 0 ? [{ across: 'Không có nhiệm vụ.' }] : rows, { size: 11 }),
    line(`Tổng số: ${count} nhiệm vụ.`, { italics: true, before: 6, keepNext: true }),
    ...(madeBy === null
      ? []
      : [line(`Người lập: ${clean(madeBy)}`, { before: 4, keepNext: true })]),
    ...(signature === null ? [] : signatureAtRight(signature, day, WIDE)),
  ]
  const on = own.on ?? `${own.year}-01-01`
  return pack(section(children, 'landscape'), { title: input.title, author: own.issuer, on })
}

const PRODUCT_COLUMNS = [
  { header: 'STT', width: 11, align: 'center' },
  { header: 'Nhiệm vụ, công việc', width: 68 },
  { header: 'Văn bản giao', width: 40 },
  { header: 'Sản phẩm', width: 42 },
  { header: 'Thời hạn', width: 23, align: 'center' },
  { header: 'Ngày hoàn thành', width: 25, align: 'center' },
  { header: 'Tình hình, ghi chú', width: 38 },
] as const

/**
 * A person's list of products of a quarter (danh mục sản phẩm, công việc), the ground of the
 * quarterly mark. It holds no mark and compares nobody.
 */
export function makeProductList(input: ProductListInput): Promise<Buffer> {
  const { head: own, person, quarter, products, superior } = input
  const rows = products.map(({ text, source, product, due, doneOn, state, note }, index) => [
    String(index + 1),
    text,
    source,
    product,
    due,
    doneOn === null ? '' : slashDay(doneOn),
    note === null ? state : `${state}\n${note}`,
  ])
  const children: Block[] = [
    plainHead(own, WIDE),
    ...title('Danh mục sản phẩm, công việc', `Quý ${roman(quarter)} năm ${own.year}`, WIDE),
    line(`Họ và tên: ${clean(person.name)}`),
    line(`Chức vụ, đơn vị: ${clean(person.post)}, ${clean(person.body)}`, { after: 6 }),
    grid(PRODUCT_COLUMNS, rows.length === 0 ? [{ across: 'Không có sản phẩm trong quý.' }] : rows),
    line(dateLine(own.place, own.on, own.year), { italics: true, align: 'right', before: 6 }),
    ...signatures(
      [
        { role: 'Người lập', name: person.name },
        { role: superior?.authority.post ?? 'Thủ trưởng đơn vị', name: superior?.name ?? null },
      ],
      WIDE,
    ),
  ]
  const heading = `Danh mục sản phẩm, công việc quý ${roman(quarter)}/${own.year}`
  const on = own.on ?? `${own.year}-01-01`
  return pack(section(children, 'landscape'), { title: heading, author: own.issuer, on })
}
