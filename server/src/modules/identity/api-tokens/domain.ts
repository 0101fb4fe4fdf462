import { AppError } from '../../../platform/errors.ts'

/** How a token begins, so that scanners of code know one that has leaked. */
export const PREFIX = 'hopluc_'

/** What concerns the person rather than the work: no program does it, whatever its token. */
const PERSONAL: readonly string[] = [
  'session',
  'sessions',
  'second-factor',
  'tokens',
  'accounts',
  'password-resets',
  'sign-in-rules',
  'sign-in-links',
  'demo',
  'openapi.json',
  'health',
  'ready',
]

const READS: readonly string[] = ['GET', 'HEAD']

export interface TokenScope {
  isReadOnly: boolean
  nouns: readonly string[] | null
}

/** `/api/tasks/:id` is about `tasks`. */
export function nounOf(route: string): string {
  return route.replace(/^\/api\//, '').split('/')[0] ?? ''
}

export const isNounForTokens = (noun: string): boolean =>
  noun !== '' && noun !== '*' && !PERSONAL.includes(noun)

/** Who one is, any token may ask: `GET /api/session`. */
const isSelf = (method: string, route: string) => READS.includes(method) && route === '/api/session'

/** @throws AppError `token.personal`, `token.read_only`, `token.out_of_scope` */
export function assertInScope({ isReadOnly, nouns }: TokenScope, method: string, route: string) {
  if (isSelf(method, route)) return
  const noun = nounOf(route)
  if (!isNounForTokens(noun))
    throw refusal('token.personal', {
      vi: 'Việc này chỉ làm được khi đăng nhập, không làm được bằng mã truy cập.',
      en: 'This is done signed in, never by a token.',
    })
  if (isReadOnly && !READS.includes(method))
    throw refusal('token.read_only', {
      vi: 'Mã truy cập này chỉ được đọc.',
      en: 'This token may only read.',
    })
  if (nouns && !nouns.includes(noun))
    throw refusal('token.out_of_scope', {
      vi: `Mã truy cập này không có phạm vi "${noun}".`,
      en: `The scope of this token leaves out "${noun}".`,
    })
}

const refusal = (code: string, sentences: { vi: string; en: string }) =>
  new AppError('forbidden', code, sentences)
