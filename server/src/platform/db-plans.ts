import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'

const MARK = '/* planned once */'

/**
 * Stands in a statement that a connection plans once and keeps: for what is asked thousands of times and
 * is planned longer than it runs, as under row security. Its text is always the same, its values are
 * parameters; whatever they are, the same way leads to its rows.
 */
export const PLANNED_ONCE = sql.raw(MARK)

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  names.set(text, name)
  return name
}

/** Makes a connection keep the plans of statements that are marked. */
export function keepPlans(client: pg.ClientBase): void {
  const send = client.query.bind(client)
  const query = (...args: unknown[]): unknown => {
    const [text, values] = args
    if (typeof text !== 'string' || !text.includes(MARK)) return Reflect.apply(send, client, args)
    return Reflect.apply(send, client, [{ name: nameOf(text), text, values }])
  }
  Object.defineProperty(client, 'query', { value: query, configurable: true, writable: true })
}
