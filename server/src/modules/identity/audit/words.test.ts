import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createApp } from '../../../app.ts'
import { deedWords } from '../permissions.ts'

const MODULES = join(import.meta.dirname, '../..')

/** The codes that are written out beside `audit.record`, in every module. */
function recorded(): string[] {
  const sources = readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(MODULES, name), 'utf8'))
  return sources.flatMap((source) =>
    [...source.matchAll(/audit\.record\(\s*tx,\s*[^']*?'([a-z_]+\.[a-z_]+)'/g)].map(
      ([, code = '']) => code,
    ),
  )
}

test('every deed has its words in the history of a record', () => {
  expect(createApp).toBeTypeOf('function') // loads the modules, which declare them
  const codes = recorded()
  expect(codes.length).toBeGreaterThan(30)
  const made = ['document.complete', 'document.register_stub', 'meeting.draft_minutes']
  expect([...codes, ...made].filter((code) => deedWords(code) === null)).toEqual([])
})

test('a code that nobody declared has none', () => {
  expect(deedWords('task.dance')).toBeNull()
})
