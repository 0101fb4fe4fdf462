import type { ReadingWords, WordList, WordListChange } from '@hopluc/shared/reading-words'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { SHIPPED } from '../reading/index.ts'
import { asWords, changed, tidied } from './domain.ts'
import { mayChange } from './policy.ts'
import * as store from './store.ts'

/** Of what belongs to the whole installation, the audit's subject. */
const INSTALLATION: Id = '00000000-0000-0000-0000-000000000000'

/** The installation's words on a day, for whoever reads a text. */
export async function wordsOn(db: Reader, on: PlainDate): Promise<ReadingWords> {
  return asWords((await store.find(db, on))?.value)
}

export function get(context: Context): Promise<WordList> {
  return context.read((db) => present(db, context))
}

async function present(db: Reader, { actor, today }: Context): Promise<WordList> {
  const kept = await store.find(db, today)
  return {
    words: asWords(kept?.value),
    shipped: SHIPPED,
    since: kept?.fromOn ?? null,
    version: kept?.version ?? 0,
    allowed: mayChange(actor) ? ['change'] : [],
  }
}

/** Holds for texts read from now on; what was read stays as it is. */
export function change(context: Context, { version, words }: WordListChange): Promise<WordList> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(mayChange(actor))
    const before = await store.lock(tx, today, version)
    const next = tidied(words)
    await store.put(tx, next, before, today)
    await audit.record(
      tx,
      actor,
      'words.change',
      INSTALLATION,
      changed(asWords(before?.value), next),
    )
    return present(tx, context)
  })
}
