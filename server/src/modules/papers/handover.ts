import { type Block, WIDTH, grid, heading, line, prose, section } from './layout.ts'
import type { HandoverInput, HandoverSide } from './list-types.ts'
import { pack } from './pack.ts'
import { head, signatures, title } from './parts.ts'
import { TASK_COLUMNS, taskCells } from './task-list-paper.ts'
import { clean, longDay, open } from './words.ts'

const FILE_COLUMNS = [
  { header: 'STT', width: 12, align: 'center' },
  { header: 'Hồ sơ, tài liệu, số liệu', width: 145 },
  { header: 'Số lượng', width: 40 },
  { header: 'Ghi chú', width: 50 },
] as const

/** Minutes of handing over tasks and files to a successor (biên bản bàn giao), in landscape. */
export function makeHandoverMinutes(input: HandoverInput): Promise<Buffer> {
  const { head: own, on, giver, taker, witness, tasks, files, remarks } = input
  const width = WIDTH.landscape
  const abstract = `Bàn giao nhiệm vụ, hồ sơ giữa ${giver.body} và ${taker.body}`
  const fileRows = files.map(({ title: name, amount, note }, index) => [
    String(index + 1),
    name,
    amount,
    note ?? '',
  ])
  const children: Block[] = [
    head(own, { width, hasDay: false }),
    ...title('Biên bản', abstract, width),
    prose(`Căn cứ ${open(clean(input.basis))};`, { italics: true }),
    prose(`Hôm nay, ${longDay(on)}, tại ${open(clean(input.place))}, chúng tôi gồm:`),
    ...side('1. Bên giao', giver),
    ...side('2. Bên nhận', taker),
    ...(witness === null ? [] : side('3. Bên chứng kiến', witness)),
    prose('Hai bên thống nhất bàn giao các nội dung sau:'),
    heading(`I. NHIỆM VỤ (${tasks.length})`),
    line('', { size: 4 }),
    tasks.length === 0
      ? prose('Không có.')
      : grid(
          TASK_COLUMNS,
          tasks.map((task, index) => taskCells(task, index + 1)),
          { size: 11 },
        ),
    heading(`II. HỒ SƠ, TÀI LIỆU, SỐ LIỆU (${files.length})`),
    line('', { size: 4 }),
    files.length === 0 ? prose('Không có.') : grid(FILE_COLUMNS, fileRows, { size: 11 }),
    heading('III. NỘI DUNG CẦN XỬ LÝ'),
    ...(remarks.length === 0
      ? [prose('Không có.')]
      : remarks.map((text, index) => prose(`${index + 1}. ${open(clean(text))}.`))),
    prose(
      'Kể từ ngày ký biên bản, bên nhận có trách nhiệm tiếp tục thực hiện; mỗi bên chịu trách nhiệm về ' +
        'thời gian mình thực hiện nhiệm vụ. Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên ' +
        'giữ 01 bản./.',
      { keepNext: true },
    ),
    ...signatures(
      [
        { role: 'Đại diện bên giao', name: giver.persons[0]?.name ?? null },
        ...(witness === null
          ? []
          : [{ role: 'Bên chứng kiến', name: witness.persons[0]?.name ?? null }]),
        { role: 'Đại diện bên nhận', name: taker.persons[0]?.name ?? null },
      ],
      width,
    ),
  ]
  return pack(section(children, 'landscape'), { title: abstract, author: own.issuer, on })
}

function side(label: string, { body, persons }: HandoverSide): Block[] {
  const names = persons.map(({ name, post }) => prose(`- ${clean(name)}, ${clean(post)}.`))
  return [prose(`${label}: ${clean(body)}`, { bold: true, keepNext: true }), ...names]
}
