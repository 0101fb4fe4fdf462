import pg from 'pg'

/**
 * A statement that begins with this is sent together with its transaction's commit, and costs no way of
 * its own to the database: for what is only written down, and answers nothing. What fails in it fails
 * the commit.
 */
export const AT_COMMIT = '/* at commit */'

const NOTHING = { command: 'SELECT', rowCount: 0, rows: [] }

/** Makes a connection keep such statements for the commit. Outside a transaction they go at once. */
export function carryToCommit(client: pg.ClientBase): void {
  const send = client.query.bind(client)
  let kept: string[] | undefined
  const flush = async (text: string) => {
    const statements = [...(kept ?? []), text].join('; ')
    kept = kept && []
    const results: unknown = await send(statements)
    return Array.isArray(results) ? results.at(-1) : results
  }
  const query = (...args: unknown[]): unknown => {
    const [text, values] = args
    if (typeof text !== 'string') return Reflect.apply(send, client, args)
    if (kept && text.startsWith(AT_COMMIT)) {
      kept.push(inFull(text, Array.isArray(values) ? values : []))
      return Promise.resolve(NOTHING)
    }
    if (text === 'commit' || text.startsWith('savepoint ')) {
      const sent = kept?.length ? flush(text) : Reflect.apply(send, client, args)
      if (text === 'commit') kept = undefined
      return sent
    }
    if (text === 'begin' || text.startsWith('start transaction')) kept = []
    else if (text === 'rollback') kept = undefined
    else if (text.startsWith('rollback to ')) kept = []
    return Reflect.apply(send, client, args)
  }
  Object.defineProperty(client, 'query', { value: query, configurable: true, writable: true })
}

/** With its values in it: several statements in one message take none beside. */
function inFull(text: string, values: readonly unknown[]): string {
  return text.replace(/\$(\d+)/g, (_, place: string) => {
    const value = values[Number(place) - 1]
    if (value === null || value === undefined) return 'null'
    if (typeof value !== 'string')
      throw new TypeError(`${AT_COMMIT} takes texts, not ${typeof value}`)
    return pg.escapeLiteral(value)
  })
}
