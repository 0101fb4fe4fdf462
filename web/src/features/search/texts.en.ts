import type { InEnglish } from '../../lib/in-english.ts'
import type { SEARCH } from './texts.ts'

export const SEARCH_EN: InEnglish<typeof SEARCH> = {
  'search.title': 'Search',
  'search.for': 'Results for “{q}”',
  'search.all': 'All',
  'search.group.tasks': 'Tasks',
  'search.group.documents': 'Documents',
  'search.group.meetings': 'Meetings',
  'search.group.entities': 'Cooperatives and groups',
  'search.group.agencies': 'Bodies',
  'search.more': 'See more',
  'search.moreAll': 'See all results for “{q}”',
  'search.none': 'Nothing was found for “{q}”. Try other words, or type without diacritics.',
  'search.type':
    'Type a document’s number, words of a task, a body’s name; diacritics are not needed.',
  'search.searching': 'Searching…',
  'search.results': 'Quick results',
}
