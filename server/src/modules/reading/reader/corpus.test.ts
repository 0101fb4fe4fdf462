import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { read } from './read.ts'

/** Annotated documents that stand beside the repository where they are to be had. */
const CORPUS = join(import.meta.dirname, '../../../../../../shared/corpus')
const hasCorpus = existsSync(join(CORPUS, 'score.mjs'))
const Score = z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())]))

const FLOORS = {
  directives: 0.9,
  figures: 0.9,
  references: 0.95,
  organisations: 0.9,
  assignees: 0.9,
} as const

/** What stays below its floor, over all annotated documents together. */
function shortfalls(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hopluc-corpus-'))
  const gold = join(folder, 'gold')
  const found = join(folder, 'found')
  mkdirSync(gold)
  mkdirSync(found)
  for (const set of ['real', 'train']) {
    for (const name of readdirSync(join(CORPUS, set)).filter((one) => one.endsWith('.txt'))) {
      const json = name.replace(/txt$/, 'json')
      copyFileSync(join(CORPUS, set, name), join(gold, name))
      copyFileSync(join(CORPUS, set, json), join(gold, json))
      const reading = read(readFileSync(join(CORPUS, set, name), 'utf8'))
      writeFileSync(join(found, json), JSON.stringify(reading))
    }
  }
  const told = execFileSync(process.execPath, [join(CORPUS, 'score.mjs'), gold, found, '--json'], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  const score = Score.parse(JSON.parse(told))
  const f1 = (name: string) => z.object({ f1: z.number() }).parse(score[name]).f1
  const low = Object.entries(FLOORS).filter(([name, floor]) => f1(name) < floor)
  const misquoted = score['quotesNotInText'] === 0 ? [] : ['a quote does not stand in its text']
  return [...low.map(([name]) => `${name} ${f1(name)}`), ...misquoted]
}

test(
  `the annotated documents ${hasCorpus ? 'are read above the floors' : 'are not here: no floors checked'}`,
  { timeout: 60_000 },
  () => {
    expect(hasCorpus ? shortfalls() : []).toEqual([])
  },
)
