import type { SessionPost } from '@hopluc/shared/session'
import { Role } from '@hopluc/shared/session'
import type { PostRow } from './store.ts'

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

/** "Firefox, Windows": enough to know one's own machine by; never the whole of what was sent. */
export function deviceWords(agent: string | undefined): string {
  const find = (words: typeof SYSTEMS) => words.find(([pattern]) => pattern.test(agent ?? ''))?.[1]
  const words = [find(BROWSERS), find(SYSTEMS)].filter((word) => word !== undefined)
  return words.length > 0 ? words.join(', ') : '?'
}

/** The name by which a person signs in: case and spaces around do not count. */
export function usernameOf(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase()
}

export function presentPost(row: PostRow): SessionPost {
  const { committee_id: id, committee_name: name, committee_short_name: shortName } = row
  return {
    id: row.id,
    title: row.title,
    role: Role.parse(row.role),
    agency: { id: row.agency_id, name: row.name, shortName: row.short_name },
    committee: id && name && shortName ? { id, name, shortName } : null,
    place: {
      name: placeName(row.unit_kind, row.unit_name),
      under: row.above_name ? placeName(row.above_kind ?? '', row.above_name) : null,
    },
  }
}

/** "Huyện Kế Sách"; a country has no kind before its name. */
function placeName(kind: string, name: string): string {
  const words = kind === '' ? name : `${kind} ${name}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}
