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

test(
  hasCorpus
    ? 'the annotated documents are read above the floors'
    : 'no annotated documents stand beside the repository: the floors are not checked',
  { timeout: 60_000 },
  () => {
    if (!hasCorpus) return expect(existsSync(CORPUS)).toBe(false)
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
        writeFileSync(
          join(found, json),
          JSON.stringify(read(readFileSync(join(CORPUS, set, name), 'utf8'))),
        )
      }
    }
    const told = execFileSync(
      process.execPath,
      [join(CORPUS, 'score.mjs'), gold, found, '--json'],
      { encoding: 'utf8' },
    )
    rmSync(folder, { recursive: true })
    const score = Score.parse(JSON.parse(told))
    const f1 = (name: string) => z.object({ f1: z.number() }).parse(score[name]).f1
    expect(score['quotesNotInText']).toBe(0)
    expect(f1('directives')).toBeGreaterThan(0.9)
    expect(f1('figures')).toBeGreaterThan(0.9)
    expect(f1('references')).toBeGreaterThan(0.95)
    expect(f1('organisations')).toBeGreaterThan(0.9)
    expect(f1('assignees')).toBeGreaterThan(0.9)
  },
)
