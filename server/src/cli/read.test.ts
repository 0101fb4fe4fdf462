import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { readCommand } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'hopluc-read-'))
const file = join(folder, '001.txt')
writeFileSync(
  file,
  'Chiều 12/4/2024, ông Lê Văn Bình, Chủ tịch UBND xã chủ trì họp.\nKết luận cuộc họp, ông Lê Văn Bình yêu cầu Phòng Kinh tế rà soát 12 HTX trước ngày 30/6/2024.\n',
)

let out = ''
let complaints = ''
beforeEach(() => {
  out = ''
  complaints = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complaints += String(text)
    return true
  })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('--json prints one object a file and line, named by the file', async () => {
  expect(await readCommand([file, file, '--json'])).toBe(0)
  const lines = out.trimEnd().split('\n')
  expect(lines.length).toBe(2)
  const shape = z.object({ id: z.string(), directives: z.array(z.object({ quote: z.string() })) })
  expect(shape.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({
    id: '001',
    directives: [{ quote: 'rà soát 12 HTX trước ngày 30/6/2024' }],
  })
})

test('--out writes NNN.json', async () => {
  expect(await readCommand([file, '--out', join(folder, 'out')])).toBe(0)
  expect(JSON.parse(readFileSync(join(folder, 'out', '001.json'), 'utf8'))).toMatchObject({
    id: '001',
  })
})

test('without --json a person can read the answer', async () => {
  expect(await readCommand([file])).toBe(0)
  expect(out).toContain('Phòng Kinh tế: rà soát 12 HTX trước ngày 30/6/2024 [2024-06-30]')
})

test('an error names the file, and the others are read all the same', async () => {
  expect(await readCommand([join(folder, 'missing.txt'), file, '--json'])).toBe(1)
  expect(complaints).toContain('missing.txt: không có tệp này')
  expect(out).toContain('"id":"001"')
})

test('a document marked as a state secret is refused', async () => {
  const secret = join(folder, 'secret.txt')
  writeFileSync(secret, 'UBND TỈNH\nMẬT\nBáo cáo')
  expect(await readCommand([secret])).toBe(1)
  expect(complaints).toContain('MẬT')
})

test('without files it explains itself and fails; --help explains itself', async () => {
  expect(await readCommand([])).toBe(2)
  expect(await readCommand(['--help'])).toBe(0)
  expect(await readCommand(['--unknown', file])).toBe(2)
  expect(out).toContain('hopluc read FILE')
})
