import { periodOfCode } from '@hopluc/shared/periods'
import type { Report } from '@hopluc/shared/reports'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { loadDemo } from '../../demo/index.ts'
import { unitId } from '../../demo/id.ts'
import { createContext } from '../../platform/context.ts'
import * as files from '../../platform/files.ts'
import { aDatabase } from '../../testing/database.ts'
import { demoActors } from '../../testing/rights.ts'
import { targetsTold } from '../plans/index.ts'
import { create, file } from './service.ts'
import { add } from './templates.ts'
import { paragraphsOf } from './word-text.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const TODAY = '2026-11-23'
const { app, owner } = await aDatabase()
await loadDemo(owner, TODAY)
const actors = await demoActors(owner)
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const work = { jobs, site: 'https://hopluc.example.vn' }

function as(username: string) {
  const [, actor] = [...actors].findLast(([name]) => name.startsWith(`${username} `)) ?? []
  if (!actor) throw new Error(`the demo has no ${username}`)
  return createContext(app, actor, TODAY, new Date(`${TODAY}T03:00:00Z`))
}

async function made(username: string, template: string, code: string, unit: string) {
  const period = periodOfCode(code)
  if (!period) throw new Error(code)
  const report = await create(
    as(username),
    { template, period, unitId: unitId(unit), boundaries: 'then' },
    work,
  )
  const { bytes } = await file(as(username), report.id, 'word')
  return {
    report,
    bytes,
    text: paragraphsOf(unzipSync(bytes))
      .map((one) => one.text)
      .join('\n'),
  }
}

const printed = ({ figures }: Report, typed: string) =>
  figures.find((figure) => figure.typed === typed)?.printed

test('the six months of Thái Bình in 2020 come out as its report prints them', async () => {
  const { report, text } = await made('alliance', 'alliance-half', '2020h1', 'thai-binh')
  expect(text).toContain('trên địa bàn có 448 hợp tác xã')
  expect(text).toContain('Tổng số thành viên hợp tác xã: 455.523 người')
  expect(text).toContain('lãi bình quân: 45 triệu đồng/HTX')
  expect(text).toContain('Liên minh Hợp tác xã hiện có 404 thành viên')
  expect(text).toContain('Có 1 liên hiệp hợp tác xã')
  expect(printed(report, 'H1')).toBe('448')
})

test('an annex tells every target of the plans in force, with its light, as the board does', async () => {
  const { text, bytes } = await made('standing', 'committee-half', '2021h1', 'ke-sach-huyen')
  const context = as('standing')
  const told = await targetsTold(context, unitId('ke-sach-huyen'), {
    fromOn: '2020-12-15',
    untilOn: '2021-06-14',
  })
  expect(told.length).toBeGreaterThan(3)
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.startsWith('TÌNH HÌNH THỰC HIỆN CHỈ TIÊU'))
  expect(lines[from - 1]).toMatch(/^Phụ lục (III|IV)$/)
  const annex = lines.slice(from).join('\n')
  for (const { words, measure, bound, done, forecast, verdict } of told) {
    const cells = [`${words} (${measure})`, bound, done, forecast]
    expect(annex).toContain(cells.join('\n'))
    expect(annex).toMatch(new RegExp(`● (Xanh|Xám|Vàng|Đỏ): ${verdict}\n`))
  }
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const colours = { green: '1E7B34', grey: '6B7280', amber: 'B26A00', red: 'B3261E' }
  for (const [light, colour] of Object.entries(colours)) {
    const dots = xml.split(`<w:color w:val="${colour}"/>`).length - 1
    expect([light, dots]).toEqual([light, told.filter((one) => one.light === light).length])
  }
  expect(xml).not.toMatch(/[\ue000-\uf8ff]/)
  expect(text).toContain(`có ${told.length} chỉ tiêu; đã đạt`)
})

test('the targets of Kế Sách to 2025 come out as its list words them', async () => {
  const lines = ['H4p', 'H7', 'H5'].map((code) => `${code}: {{${code}; kế hoạch}}`)
  const word = await Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  )
  const received = await files.receive('ke-sach.docx', word)
  const fileId = await as('standing').write(async (tx) => (await files.store(tx, received)).id)
  await received.dispose()
  const { key } = await add(as('standing'), {
    fileId,
    name: 'Chỉ tiêu Kế Sách',
    periodKind: 'year',
    isForBelow: false,
  })
  const { text } = await made('standing', key, '2025', 'ke-sach-huyen')
  expect(text.split('\n')).toEqual(['H4p: 70', 'H7: 4', 'H5: 2'])
})
