import type { DocumentSummary } from '@hopluc/shared/documents'
import type { DifficultyItem } from '@hopluc/shared/difficulties'
import type { EntitySuggestion } from '@hopluc/shared/entity-doubles'
import type { MeetingSummary } from '@hopluc/shared/meetings'
import {
  type SearchAnswer,
  type SearchGroup,
  SearchGroupKind,
  type SearchHit,
  type SearchQuestion,
} from '@hopluc/shared/search'
import type { Context } from '../../platform/context.ts'
import { listDifficulties } from '../difficulties/index.ts'
import { citation, listDocuments, type SearchQuery, searchQuery } from '../documents/index.ts'
import { listMeetings } from '../meetings/index.ts'
import { findEntities } from '../registry-search/index.ts'
import { findAgencies, findFigures, findPeople, findProducts, findTasks } from './store.ts'

/**
 * What answers a few typed words, with or without diacritics, by kind. Each kind asks under the
 * rights of who asks; a kind without an answer is left out.
 */
export async function search(
  context: Context,
  { q, kind, limit }: SearchQuestion,
): Promise<SearchAnswer> {
  const query = searchQuery(q)
  if (!query) return { groups: [] }
  const groups: SearchGroup[] = []
  for (const one of kind ? [kind] : SearchGroupKind.options) {
    const found = await SEARCHES[one](context, q, query, limit)
    if (found.items.length > 0) groups.push({ kind: one, ...found })
  }
  return { groups }
}

interface Found {
  items: SearchHit[]
  hasMore: boolean
}

/** A difficulty has no title: so much of its words. */
const MOST_WORDS = 160

type Search = (context: Context, q: string, query: SearchQuery, limit: number) => Promise<Found>

const SEARCHES: Record<SearchGroupKind, Search> = {
  tasks: async (context, _q, query, limit) =>
    cut(await context.read((db) => findTasks(db, query, context.today, limit + 1)), limit),
  documents: async (context, q, _query, limit) => {
    const { items, next } = await listDocuments(context, { q, limit })
    return { items: items.map(documentHit), hasMore: next !== null }
  },
  meetings: async (context, q, _query, limit) => {
    const { items, next } = await listMeetings(context, { q, limit })
    return { items: items.map(meetingHit), hasMore: next !== null }
  },
  entities: async (context, q, _query, limit) => {
    const found = await context.read((db) => findEntities(db, q, limit + 1, context.today))
    return cut(found.map(entityHit), limit)
  },
  products: async (context, _q, query, limit) =>
    cut(await context.read((db) => findProducts(db, query, context.today, limit + 1)), limit),
  difficulties: async (context, q, _query, limit) => {
    const { items, next } = await listDifficulties(context, { q, limit, format: 'json' })
    return { items: items.map(difficultyHit), hasMore: next !== null }
  },
  figures: async (context, _q, query, limit) =>
    cut(await context.read((db) => findFigures(db, query, limit + 1)), limit),
  people: async (context, _q, query, limit) =>
    cut(await context.read((db) => findPeople(db, query, context.today, limit + 1)), limit),
  agencies: async (context, _q, query, limit) =>
    cut(await context.read((db) => findAgencies(db, query, context.today, limit + 1)), limit),
}

function cut(items: SearchHit[], limit: number): Found {
  return { items: items.slice(0, limit), hasMore: items.length > limit }
}

function documentHit(document: DocumentSummary): SearchHit {
  const { id, abstract, issuerName, state, snippet } = document
  return { id, title: abstract, facts: [citation(document), issuerName], state, snippet }
}

function entityHit({ id, name, code, unitName, status }: EntitySuggestion): SearchHit {
  const facts = [unitName, code ?? ''].filter((fact) => fact !== '')
  return { id, title: name, facts, state: status, snippet: [] }
}

function difficultyHit({ id, text, topic, unit, state }: DifficultyItem): SearchHit {
  return {
    id,
    title: text.slice(0, MOST_WORDS),
    facts: [topic.name, unit.name],
    state,
    snippet: [],
  }
}

function meetingHit({
  id,
  title,
  heldOn,
  agency,
  place,
  state,
  snippet,
}: MeetingSummary): SearchHit {
  const day = heldOn?.split('-').toReversed().join('/')
  const facts = [day, agency.shortName, place].filter((fact) => typeof fact === 'string')
  return { id, title, facts, state, snippet }
}
