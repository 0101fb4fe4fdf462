import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { apart } from './apart.ts'
import { AppError } from './errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'hopluc-apart-'))
afterAll(() => rmSync(folder, { recursive: true }))

const tooHeavy = () => new AppError('rule', 'test.too_heavy', { vi: 'quá nặng', en: 'too heavy' })

/** A thread that does what its words say. */
function work(body: string, more: { seconds?: number; megabytes?: number } = {}) {
  const path = join(folder, `${crypto.randomUUID()}.mjs`)
  const answer = new URL('./apart-thread.ts', import.meta.url)
  writeFileSync(
    path,
    `import { answerApart } from ${JSON.stringify(answer.href)}
    answerApart({ parse: (task) => task }, async (task) => { ${body} })`,
  )
  return { thread: pathToFileURL(path), tooHeavy, ...more }
}

describe('work on a thread of its own', () => {
  test('answers as it would here', async () => {
    expect(await apart(work('return task.number + 1'), { number: 1 })).toBe(2)
  })

  test('is done by the thread that is there, if it has not taken too much', async () => {
    const counting = work('return (globalThis.count = (globalThis.count ?? 0) + 1)')
    expect([await apart(counting, {}), await apart(counting, {})]).toEqual([1, 2])
    const heavy = work(
      'globalThis.all ??= new Uint8Array(3e8).fill(1); return globalThis.count ??= Math.random()',
    )
    expect(await apart(heavy, {})).not.toBe(await apart(heavy, {}))
  })

  test('that fails is a fault, not a refusal', async () => {
    await expect(apart(work('throw new TypeError("hỏng")'), {})).rejects.toThrow('hỏng')
  })

  test.each([
    ['time', 'for (;;);', { seconds: 1 }],
    ['memory', 'const all = []; for (;;) all.push([...Array(1000).keys()])', { megabytes: 64 }],
    [
      'buffers',
      'const all = []; for (;;) all.push(new Uint8Array(4e6).fill(1))',
      { megabytes: 200 },
    ],
  ])('ends when it takes too much %s, and nobody waited meanwhile', async (_, body, more) => {
    let turns = 0
    const turning = setInterval(() => (turns += 1), 10)
    await expect(apart(work(body, more), {})).rejects.toMatchObject({ code: 'test.too_heavy' })
    clearInterval(turning)
    expect(turns).toBeGreaterThan(5)
  })

  test('ends when nobody waits for it, and leaves its place', async () => {
    const leaving = new AbortController()
    const { signal } = leaving
    const three = [1, 2, 3].map(() => apart(work('for (;;);'), {}, { signal }))
    setTimeout(() => leaving.abort(), 100)
    const answers = await Promise.allSettled(three)
    expect(answers).toMatchObject(Array(3).fill({ reason: { code: 'request.cancelled' } }))
    expect(await apart(work('return 1'), {})).toBe(1)
  })

  test('is refused when too many wait', async () => {
    const leaving = new AbortController()
    const { signal } = leaving
    const many = Array.from({ length: 50 }, () => apart(work('for (;;);'), {}, { signal }))
    const counted = Promise.allSettled(many)
    leaving.abort()
    const codes = (await counted).map((one) => (one.status === 'rejected' ? one.reason.code : ''))
    expect(Map.groupBy(codes, String).get('server.busy')).toHaveLength(8)
  })
})
