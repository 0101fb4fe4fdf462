import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LATE } from './texts-late.ts'
import { VI } from './texts.ts'

const SRC = import.meta.dirname
/** What stands before any other page is opened. */
const FIRST = ['features/home', 'features/shell', 'features/session', 'ui', 'lib']
const FIRST_OF_TASKS = ['task-lines.tsx', 'task-status.tsx', 'views/agency-table.tsx']
/** Opened by a press or by a link, with the other texts. */
const LATER = [
  'direct-about.tsx',
  'day-dialog.tsx',
  'forgotten-page.tsx',
  'reset-page.tsx',
  'masked.tsx',
  'purpose-dialog.tsx',
  'personal-excel-button.tsx',
]

async function keysIn(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8')
  return [...text.matchAll(/\b(?:t|rich)\(\s*['`]([\w.]+)/g)].map(([, key = '']) => key)
}

test('what is shown first uses texts of the first load only', async () => {
  const listed = await Promise.all(
    FIRST.map(async (folder) =>
      (await readdir(join(SRC, folder)))
        .filter((name) => /\.tsx?$/.test(name) && !/test|texts/.test(name) && !LATER.includes(name))
        .map((name) => join(SRC, folder, name)),
    ),
  )
  const files = [
    ...listed.flat(),
    ...FIRST_OF_TASKS.map((name) => join(SRC, 'features/tasks', name)),
  ]
  const used = (await Promise.all(files.map(keysIn))).flat()
  expect(used.length).toBeGreaterThan(100)
  const known = Object.keys(VI)
  expect(used.filter((key) => !known.some((one) => one.startsWith(key)))).toEqual([])
})

test('no key has two texts', () => {
  const first = new Set(Object.keys(VI))
  expect(Object.keys(LATE).filter((key) => first.has(key))).toEqual([])
})
