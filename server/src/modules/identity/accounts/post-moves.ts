import type { Role } from '@hopluc/shared/session'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type Asked, heirsOf, likelyHeirs, type ResolvedPlan } from '../../holdings/index.ts'

/** A post that is held on or after the day of an act, at an agency or committee that it touches. */
export interface HeldPost {
  id: Id
  accountId: Id
  person: string
  isActive: boolean
  agencyId: Id
  committeeId: Id | null
  role: Role
  title: string
  authority: string | null
  fromOn: PlainDate
  untilOn: PlainDate
}

/** What becomes of a post: another one follows, or none does. */
export interface PostMove {
  post: HeldPost
  next: Pick<HeldPost, 'agencyId' | 'committeeId' | 'role' | 'title' | 'authority'> | null
}

export interface PostMoves {
  moves: PostMove[]
  questions: Asked[]
  /** People who would be left without any post. */
  lockedOut: HeldPost[]
}

const END = 'end'
const ALL = 'all'
/** Without its committee, a post is what the person is in the own agency. */
const WITHOUT_COMMITTEE: Partial<Record<Role, Role>> = {
  chair: 'leader',
  delegate: 'leader',
  standing: 'officer',
}

/**
 * Duty moves with its person: the old post ends the day before, another at the successor begins.
 * Pure: `held` are all posts of the people concerned, and those of the committees they come to.
 */
export function movePosts(held: readonly HeldPost[], plan: ResolvedPlan): PostMoves {
  const { ended } = plan.agencies
  const questions: Asked[] = []
  const lockedOut: HeldPost[] = []
  const moves: PostMove[] = []
  const isGone = (id: Id | null) => id !== null && ended.includes(id)

  for (const post of held) {
    if (post.untilOn < plan.onDay) continue
    if (!isGone(post.agencyId) && !isGone(post.committeeId)) continue
    if (!post.isActive) {
      moves.push({ post, next: null })
      continue
    }
    const agencyId = isGone(post.agencyId) ? heirOf(post) : post.agencyId
    const committeeId = isGone(post.committeeId) ? committeeHeir(post) : post.committeeId
    if (agencyId === undefined) continue // asked
    if (agencyId === END) {
      moves.push({ post, next: null })
      continue
    }
    const role = committeeId === null ? (WITHOUT_COMMITTEE[post.role] ?? post.role) : post.role
    const title = plan.answers[`title:${post.id}`] ?? titleAt(post, agencyId, plan)
    const authority = role === 'delegate' ? post.authority : null
    moves.push({ post, next: { agencyId, committeeId, role, title, authority } })
  }
  chooseOne('standing')
  chooseOne('chair')
  for (const { post, next } of moves)
    if (next && post.agencyId !== next.agencyId) questions.push(titleQuestion(post, next.agencyId))
  for (const { post, next } of moves)
    if (!next && post.isActive && !goesOn(post)) lockedOut.push(post)
  return { moves: withoutDoubles(moves, held), questions, lockedOut }

  /** The only successor, or the one that was answered. */
  function heirOf(post: HeldPost): Id | undefined {
    const heirs = heirsOf(post.agencyId, plan)
    if (heirs.length === 1) return heirs[0]?.toId
    const key = `post:${post.id}`
    const name = plan.names.agencies.get(post.agencyId)?.name ?? ''
    questions.push({
      key,
      vi: `${post.person}, ${post.title}: chuyển về cơ quan nào khi ${name} kết thúc?`,
      en: `${post.person}, ${post.title}: to which agency, when ${name} ends?`,
      subject: { kind: 'account', id: post.accountId, name: post.person },
      input: 'agency',
      choices: [
        ...likelyHeirs(post.agencyId, plan).map(({ toId, duty }) => {
          const words = plan.names.agencies.get(toId)?.name ?? toId
          const what = duty === '' ? words : `${words} (${duty})`
          return { value: toId, vi: what, en: what }
        }),
        { value: END, vi: 'Kết thúc chức vụ này', en: 'The post ends' },
      ],
      usual: null,
    })
    return plan.answers[key]
  }

  function committeeHeir({ committeeId }: HeldPost): Id | null {
    if (committeeId === null) return null
    const heirs = heirsOf(committeeId, plan)
    return heirs.length === 1 ? (heirs[0]?.toId ?? null) : null
  }

  /** Where several would hold what one holds, the administrator says who; the others work on. */
  function chooseOne(role: 'standing' | 'chair') {
    const coming = moves.filter(({ next }) => next?.role === role)
    const byCommittee = Map.groupBy(coming, ({ next }) => next?.committeeId ?? null)
    for (const [committeeId, arriving] of byCommittee) {
      if (committeeId === null) continue
      const there = held.filter(
        (post) =>
          post.committeeId === committeeId &&
          post.role === role &&
          post.isActive &&
          post.untilOn >= plan.onDay &&
          !moves.some((move) => move.post.id === post.id),
      )
      const people = new Set(
        [...arriving.map(({ post }) => post), ...there].map((one) => one.accountId),
      )
      if (people.size < 2) continue
      const key = `${role}:${committeeId}`
      const name = plan.names.agencies.get(committeeId)?.name ?? ''
      questions.push({
        key,
        vi: `${name} có ${people.size} ${role === 'chair' ? 'Trưởng ban' : 'cán bộ thường trực'}: ai tiếp tục?`,
        en: `${name} has ${people.size} ${role === 'chair' ? 'heads' : 'standing officers'}: who goes on?`,
        subject: { kind: 'committee', id: committeeId, name },
        input: 'choice',
        choices: [
          ...[...arriving.map(({ post }) => post), ...there].map((post) => {
            const words = `${post.person}, ${post.title}`
            return { value: post.id, vi: words, en: words }
          }),
          ...(role === 'standing' ? [{ value: ALL, vi: 'Tất cả', en: 'All of them' }] : []),
        ],
        usual: null,
      })
      const chosen = plan.answers[key]
      if (!chosen || chosen === ALL) continue
      const otherwise = WITHOUT_COMMITTEE[role] ?? role
      for (const move of arriving)
        if (move.post.id !== chosen && move.next)
          move.next = { ...move.next, committeeId: null, role: otherwise, authority: null }
      for (const post of there)
        if (post.id !== chosen) {
          const { agencyId, title } = post
          const next = { agencyId, title, committeeId: null, role: otherwise, authority: null }
          moves.push({ post, next })
        }
    }
  }

  function titleQuestion(post: HeldPost, agencyId: Id): Asked {
    return {
      key: `title:${post.id}`,
      vi: `Chức danh mới của ${post.person}?`,
      en: `The new title of ${post.person}?`,
      subject: { kind: 'account', id: post.accountId, name: post.person },
      input: 'text',
      choices: [],
      usual: titleAt(post, agencyId, plan),
    }
  }

  function goesOn({ accountId }: HeldPost): boolean {
    const isMoved = (id: Id) => moves.some(({ post }) => post.id === id)
    return (
      moves.some(({ post, next }) => post.accountId === accountId && next !== null) ||
      held.some(
        (post) => post.accountId === accountId && post.untilOn >= plan.onDay && !isMoved(post.id),
      )
    )
  }
}

/** "Chuyên viên Phòng TC - KH" becomes "Chuyên viên Sở Tài chính"; other titles stay. */
function titleAt({ title, agencyId }: HeldPost, toId: Id, { names }: ResolvedPlan): string {
  const [from, to] = [names.agencies.get(agencyId), names.agencies.get(toId)]
  if (!from || !to) return title
  for (const old of [from.name, from.shortName])
    if (title.includes(old)) return title.replace(old, old === from.name ? to.name : to.shortName)
  return title
}

/** Whoever holds the same post there already, or comes to it twice, holds it once. */
function withoutDoubles(moves: readonly PostMove[], held: readonly HeldPost[]): PostMove[] {
  const moved = new Set(moves.map(({ post }) => post.id))
  const keyOf = (accountId: Id, at: Pick<HeldPost, 'agencyId' | 'committeeId' | 'role'>) =>
    [accountId, at.agencyId, at.committeeId, at.role].join(' ')
  const taken = new Map<string, PlainDate>()
  for (const post of held)
    if (!moved.has(post.id)) taken.set(keyOf(post.accountId, post), post.untilOn)
  return moves.map((move) => {
    if (!move.next) return move
    const key = keyOf(move.post.accountId, move.next)
    const until = taken.get(key)
    if (until !== undefined && until >= move.post.untilOn) return { ...move, next: null }
    taken.set(key, move.post.untilOn)
    return move
  })
}
