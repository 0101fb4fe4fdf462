import {
  type Answer,
  countsOf,
  groupOf,
  mannerFor,
  type ReviewSetting,
  settled,
} from '@hopluc/shared/reading-review'
import {
  addFind,
  mergeWithNext,
  patchDirective,
  patchFind,
  splitDirective,
} from '@hopluc/shared/review-edits'
import type { CardState, DirectiveCard, FindKind, Review } from '@hopluc/shared/readings'
import { type Dispatch, type RefObject, useEffect, useMemo, useReducer, useRef } from 'react'

interface Work {
  readonly review: Review
  readonly past: readonly Review[]
  /** The card at which one is, by kind. */
  readonly kind: FindKind
  readonly active: string | null
  readonly editing: string | null
  readonly splitting: string | null
}

type Step =
  | { type: 'become'; review: Review; active?: string }
  | { type: 'replace'; review: Review }
  | { type: 'undo' }
  | { type: 'go'; kind: FindKind; id: string | null }
  | { type: 'edit'; id: string | null }
  | { type: 'split'; id: string | null }

const DEPTH = 100

function reduce(work: Work, step: Step): Work {
  switch (step.type) {
    case 'become': {
      if (step.review === work.review) return work
      const past = [...work.past.slice(1 - DEPTH), work.review]
      const active = step.active ?? work.active
      return { ...work, review: step.review, past, active, splitting: null }
    }
    case 'replace':
      return { ...work, review: step.review, past: [], editing: null, splitting: null }
    case 'undo': {
      const before = work.past.at(-1)
      if (!before) return work
      return {
        ...work,
        review: before,
        past: work.past.slice(0, -1),
        editing: null,
        splitting: null,
      }
    }
    case 'go': {
      const isSame = step.id === work.active
      return {
        ...work,
        kind: step.kind,
        active: step.id,
        editing: isSame ? work.editing : null,
        splitting: isSame ? work.splitting : null,
      }
    }
    case 'edit':
      return { ...work, editing: step.id, splitting: null, active: step.id ?? work.active }
    case 'split':
      return { ...work, splitting: step.id, editing: null, active: step.id ?? work.active }
  }
}

const GROUPS = ['first', 'no_deadline', 'grounded'] as const

/** Directives as the list shows them: by group, each group in the text's order. */
export function inGroups(directives: readonly DirectiveCard[]) {
  return GROUPS.map((group) => ({
    group,
    cards: directives.filter((card) => groupOf(card) === group),
  })).filter(({ cards }) => cards.length > 0)
}

export type ReviewActs = ReturnType<typeof makeActs>

/** The review as it is worked on: every change is one step that can be taken back. */
export function useReview(initial: Review, text: string, setting: ReviewSetting) {
  const [work, dispatch] = useReducer(reduce, initial, (review): Work => {
    const [first] = inGroups(review.directives)[0]?.cards ?? []
    return {
      review,
      past: [],
      kind: 'directives',
      active: first?.id ?? null,
      editing: null,
      splitting: null,
    }
  })
  const { review, kind } = work
  const order = useMemo(() => orderOf(review, kind), [review, kind])
  const counts = useMemo(() => countsOf(review, setting), [review, setting])
  // Acts never change, so that a card is drawn anew only when it is its turn; they read what is now.
  const now = useRef({ work, order, setting })
  useEffect(() => {
    now.current = { work, order, setting }
  })
  // oxlint-disable-next-line react/refs -- read when something is done, never while drawing
  const acts = useMemo(() => makeActs(now, dispatch, text), [text])
  return { ...work, order, counts, canUndo: work.past.length > 0, acts }
}

function orderOf(review: Review, kind: FindKind): string[] {
  if (kind !== 'directives') return review[kind].map(({ id }) => id)
  return inGroups(review.directives).flatMap(({ cards }) => cards.map(({ id }) => id))
}

interface Now {
  work: Work
  order: readonly string[]
  setting: ReviewSetting
}

function makeActs(now: RefObject<Now>, dispatch: Dispatch<Step>, text: string) {
  const review = () => now.current.work.review
  const become = (next: Review | undefined, active?: string) => {
    if (next) dispatch({ type: 'become', review: next, ...(active && { active }) })
  }
  const patch = (id: string, change: Partial<DirectiveCard>) =>
    become(patchDirective(review(), id, change))
  const go = (kind: FindKind, id: string | null) => dispatch({ type: 'go', kind, id })
  return {
    become,
    patch,
    patchFind: (kind: Exclude<FindKind, 'directives'>, id: string, change: object) =>
      become(patchFind(review(), kind, id, change)),
    go,
    move: (by: 1 | -1) => {
      const { work, order } = now.current
      const at = work.active === null ? -1 : order.indexOf(work.active)
      go(work.kind, order[Math.min(order.length - 1, Math.max(0, at + by))] ?? null)
    },
    edit: (id: string | null) => dispatch({ type: 'edit', id }),
    askSplit: (id: string | null) => dispatch({ type: 'split', id }),
    undo: () => dispatch({ type: 'undo' }),
    replace: (next: Review) => dispatch({ type: 'replace', review: next }),
    /** Says of a card what it is, and goes on to the next that is still open. */
    mark: (kind: FindKind, id: string, state: CardState) => {
      const { work, order } = now.current
      become(withState(review(), kind, id, state))
      const states = new Map(review()[kind].map((card) => [card.id, card.state]))
      const next = order.slice(order.indexOf(id) + 1).find((one) => states.get(one) === 'open')
      if (state !== 'open' && next && kind === work.kind) go(kind, next)
    },
    /** All of a kind that are still open. */
    markAll: (kind: FindKind) => {
      const open = review()[kind].filter((card) => card.state === 'open')
      become(open.reduce((next, { id }) => withState(next, kind, id, 'right'), review()))
    },
    /** Bodies chosen by hand: the manner follows from their relation, what was unclear is settled. */
    choose: (card: DirectiveCard, bodies: { leadIds?: string[]; coIds?: string[] }) => {
      const leadIds = bodies.leadIds ?? card.leadIds
      const coIds = (bodies.coIds ?? card.coIds).filter((id) => !leadIds.includes(id))
      const { agencies } = now.current.setting
      const manner = bodies.leadIds ? mannerFor(leadIds, agencies) : card.manner
      patch(card.id, { leadIds, coIds, manner, named: settled(card) })
    },
    answer: (card: DirectiveCard, { patch: change }: Answer) => {
      const { agencies } = now.current.setting
      const isChosen = change.leadIds && !change.manner
      const manner = isChosen && { manner: mannerFor(change.leadIds ?? card.leadIds, agencies) }
      patch(card.id, { ...change, ...manner })
    },
    split: (id: string, at: number) => become(splitDirective(review(), text, id, at)?.review),
    merge: (id: string) => become(mergeWithNext(review(), id)),
    add: (kind: FindKind, start: number, end: number) => {
      const made = addFind(review(), kind, text, start, end)
      if (!made) return
      become(made.review, made.added)
      go(kind, made.added)
      if (kind === 'directives') dispatch({ type: 'edit', id: made.added })
    },
  }
}

function withState(review: Review, kind: FindKind, id: string, state: CardState): Review {
  const set = <T extends { id: string; state: CardState }>(cards: readonly T[]) =>
    cards.map((card) => (card.id === id ? { ...card, state } : card))
  switch (kind) {
    case 'directives':
      return { ...review, directives: set(review.directives) }
    case 'figures':
      return { ...review, figures: set(review.figures) }
    case 'references':
      return { ...review, references: set(review.references) }
    case 'organisations':
      return { ...review, organisations: set(review.organisations) }
  }
}
