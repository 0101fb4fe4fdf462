import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Reading } from '@hopluc/shared/finds'
import { read, secretMark } from '../modules/reading/reader/index.ts'
import { textFrom } from '../modules/reading/texts.ts'
import { AppError } from '../platform/errors.ts'

const HELP = `hopluc read FILE… [--json] [--out DIR]

Đọc văn bản (.txt, .docx, .pdf có chữ, .html) và đề xuất: cuộc họp, nhiệm vụ, số liệu, văn bản
được dẫn, tổ chức. Không cần cơ sở dữ liệu.

  --json      mỗi tệp một đối tượng JSON trên một dòng
  --out DIR   ghi TÊN.json vào thư mục DIR
  --help      hướng dẫn này
`

interface Asked {
  files: string[]
  isJson: boolean
  out: string | undefined
}

/** `hopluc read`: 0 when every file was read, 1 when one was not, 2 when asked wrongly. */
export async function readCommand(args: string[]): Promise<number> {
  const asked = ask(args)
  if (typeof asked === 'number') return asked
  if (asked.out !== undefined) await mkdir(asked.out, { recursive: true })
  let code = 0
  for (const file of asked.files) {
    try {
      await readOne(file, asked)
    } catch (error) {
      process.stderr.write(`${file}: ${told(error)}\n`)
      code = 1
    }
  }
  return code
}

function ask(args: string[]): Asked | number {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help === true || positionals.length === 0) {
      ;(values.help === true ? process.stdout : process.stderr).write(HELP)
      return values.help === true ? 0 : 2
    }
    return { files: positionals, isJson: values.json === true, out: values.out }
  } catch (error) {
    process.stderr.write(`${told(error)}\n${HELP}`)
    return 2
  }
}

function told(error: unknown): string {
  if (error instanceof AppError) return error.sentences.vi
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && error.code === 'ENOENT' ? 'không có tệp này' : error.message
}

async function readOne(file: string, asked: Asked): Promise<void> {
  const { text, kind } = await textFrom(await readFile(file), basename(file))
  const mark = secretMark(text)
  if (mark) {
    throw new AppError('rule', 'reading.secret', {
      vi: `văn bản có dấu ${mark.mark}, không được đưa vào hệ thống.`,
      en: `the document is marked ${mark.mark} and must not be taken in.`,
    })
  }
  const id = basename(file, extname(file))
  const reading = { id, file: kind, ...read(text) }
  if (asked.out !== undefined) {
    await writeFile(join(asked.out, `${id}.json`), `${JSON.stringify(reading, null, 1)}\n`)
  }
  if (asked.isJson) process.stdout.write(`${JSON.stringify(reading)}\n`)
  else if (asked.out === undefined) process.stdout.write(summary(file, reading))
}

function summary(file: string, reading: Reading): string {
  const { meeting, directives, figures, references, organisations } = reading
  const lines = [
    `${file} (${reading.document.kind}${reading.document.number ? `, số ${reading.document.number}` : ''})`,
  ]
  if (meeting) {
    const chair = meeting.chair
      ? `, chủ trì ${meeting.chair.name}${meeting.chair.title ? ` (${meeting.chair.title})` : ''}`
      : ''
    lines.push(
      `  Cuộc họp: ${meeting.date ?? 'không rõ ngày'}${chair}${meeting.area ? `, ${meeting.area}` : ''}`,
    )
  }
  lines.push(`  Nhiệm vụ: ${directives.length}`)
  for (const one of directives) {
    const who = one.assignees.length > 0 ? one.assignees.join('; ') : 'chưa nêu cơ quan'
    const due = one.due ? ` [${one.due.date ?? flat(one.due.text)}]` : ''
    lines.push(`    ${one.id} ${who}: ${flat(one.quote)}${due}`)
  }
  lines.push(`  Số liệu: ${figures.length}`)
  for (const one of figures)
    lines.push(`    ${one.id} ${flat(one.quote)}: ${one.indicator}, ${one.kind}`)
  lines.push(
    `  Văn bản được dẫn: ${references.map((one) => flat(one.quote)).join('; ') || 'không'}`,
  )
  lines.push(`  Tổ chức: ${organisations.map((one) => flat(one.quote)).join('; ') || 'không'}`)
  for (const note of reading.notes) lines.push(`  Lưu ý: ${note.text}`)
  return `${lines.join('\n')}\n\n`
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}
