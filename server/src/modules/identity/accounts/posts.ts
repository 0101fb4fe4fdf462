import type { NewPost } from '@hopluc/shared/accounts'
import type { Role } from '@hopluc/shared/session'
import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'

const OF_COMMITTEE: readonly Role[] = ['chair', 'delegate', 'standing']
const dayWords = (day: PlainDate) => day.split('-').toReversed().join('/')

/**
 * A post lies within its agency's life, comes once at a time, and its role fits where it is held.
 * @throws AppError `accounts.committee_of_post`, `accounts.authority_missing`, `accounts.post_days`,
 *   `accounts.no_such_agency`, `accounts.outside_agency`, `accounts.role_of_cooperative`,
 *   `accounts.post_overlaps`
 */
export async function assertPost(tx: Tx, accountId: Id, post: NewPost): Promise<void> {
  const { role, agencyId, committeeId, authority, fromOn, untilOn } = post
  if (OF_COMMITTEE.includes(role) !== (committeeId !== null))
    throw new AppError('rule', 'accounts.committee_of_post', {
      vi: 'Trưởng ban, người được ủy quyền và thường trực phải thuộc một Ban Chỉ đạo; vai trò khác thì không.',
      en: 'A chair, delegate or standing officer belongs to a committee; other roles do not.',
    })
  if (role === 'delegate' && !authority)
    throw new AppError('rule', 'accounts.authority_missing', {
      vi: 'Người được ủy quyền cần số, ngày của văn bản ủy quyền.',
      en: 'A delegate needs the number and day of the written delegation.',
    })
  if (untilOn < fromOn) throw outside()
  const { kind } = await assertWithinLife(tx, agencyId, post)
  if ((kind === 'cooperative') !== (role === 'cooperative'))
    throw new AppError('rule', 'accounts.role_of_cooperative', {
      vi: 'Người của HTX, THT giữ chức vụ tại chính HTX, THT đó với vai trò HTX, THT; cơ quan khác dùng vai trò khác.',
      en: 'People of a cooperative hold their post at that cooperative, in its role; other bodies use other roles.',
    })
  if (committeeId) await assertWithinLife(tx, committeeId, post)
  await assertFree(tx, accountId, post)
}

async function assertWithinLife(tx: Tx, agencyId: Id, { fromOn, untilOn }: NewPost) {
  const life = await tx
    .selectFrom('agency_versions')
    .select([
      sql<PlainDate | null>`min(from_on)`.as('fromOn'),
      sql<PlainDate>`max(until_on)`.as('untilOn'),
      sql<string>`(array_agg(kind order by from_on desc))[1]`.as('kind'),
      sql<string>`(array_agg(short_name order by from_on desc))[1]`.as('name'),
    ])
    .where('agency_id', '=', agencyId)
    .executeTakeFirstOrThrow()
  if (life.fromOn === null)
    throw new AppError('rule', 'accounts.no_such_agency', {
      vi: 'Không tìm thấy cơ quan này. Hãy chọn lại.',
      en: 'There is no such agency. Choose again.',
    })
  if (fromOn >= life.fromOn && untilOn <= life.untilOn) return life
  const [from, until] = [dayWords(life.fromOn), dayWords(life.untilOn)]
  const isOpen = life.untilOn === FOREVER
  throw new AppError('rule', 'accounts.outside_agency', {
    vi: `${life.name} hoạt động từ ${from}${isOpen ? '' : ` đến hết ${until}`}; thời gian giữ chức vụ phải nằm trong đó.`,
    en: `${life.name} exists from ${from}${isOpen ? ' on' : ` until ${until}`}; the post has to lie within.`,
  })
}

async function assertFree(tx: Tx, accountId: Id, post: NewPost): Promise<void> {
  const { role, agencyId, committeeId, fromOn, untilOn } = post
  const held = await tx
    .selectFrom('posts')
    .select(['title', 'from_on as fromOn', 'until_on as untilOn'])
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('agency_id', '=', agencyId)
    .where('committee_id', 'is not distinct from', committeeId)
    .where(sql<boolean>`until_on >= from_on`)
    .where('from_on', '<=', untilOn)
    .where('until_on', '>=', fromOn)
    .limit(1)
    .executeTakeFirst()
  if (!held) return
  const until = held.untilOn === FOREVER ? '' : ` đến ${dayWords(held.untilOn)}`
  const untilEn = held.untilOn === FOREVER ? ' on' : ` until ${dayWords(held.untilOn)}`
  throw new AppError('conflict', 'accounts.post_overlaps', {
    vi: `Đã giữ chức vụ cùng loại tại cơ quan này: ${held.title}, từ ${dayWords(held.fromOn)}${until}. Hãy kết thúc chức vụ cũ trước.`,
    en: `A post of the same kind is held there: ${held.title}, from ${dayWords(held.fromOn)}${untilEn}. End it first.`,
  })
}

/** An account in use belongs somewhere. @throws AppError `accounts.no_post_left` */
export async function assertHoldsPost(tx: Tx, { today }: Context, accountId: Id): Promise<void> {
  const held = await tx
    .selectFrom('posts')
    .innerJoin('accounts', 'accounts.id', 'posts.account_id')
    .select('posts.id')
    .where('account_id', '=', accountId)
    .where('until_on', '>=', today)
    .where(sql<boolean>`until_on >= from_on`)
    .limit(1)
    .executeTakeFirst()
  if (held) return
  throw new AppError('rule', 'accounts.no_post_left', {
    vi: 'Tài khoản đang dùng phải thuộc ít nhất một cơ quan. Hãy gán chức vụ khác trước, hoặc dùng “Khóa và bàn giao”.',
    en: 'An account in use belongs to an agency. Give another post first, or lock and hand over the account.',
  })
}

export const outside = () =>
  new AppError('rule', 'accounts.post_days', {
    vi: 'Ngày kết thúc phải nằm trong thời gian giữ chức vụ.',
    en: 'The last day must lie within the time of the post.',
  })

export const noSuchPost = () =>
  new AppError('not_found', 'accounts.no_such_post', {
    vi: 'Tài khoản này không có chức vụ đó.',
    en: 'This account has no such post.',
  })
