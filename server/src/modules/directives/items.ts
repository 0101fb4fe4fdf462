import type { Directive, NoticeContent } from '@hopluc/shared/directives'

/** By which decrees count points. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'.split('')

/** How the notice numbers its items: "3", or under an agency's number "2.b". */
export function itemsOf(
  directives: readonly Directive[],
  grouping: NoticeContent['grouping'],
): string[] {
  if (grouping === 'item') return directives.map((_, index) => String(index + 1))
  const groups = Map.groupBy(directives, ({ manner, leads }) =>
    leads.length === 0 ? '' : `${manner} ${leads.map(({ name }) => name).join(', ')}`,
  )
  const items = new Map<Directive, string>()
  for (const [index, group] of [...groups.values()].entries()) {
    const isAlone = group.length === 1 && (group[0]?.leads.length ?? 0) > 0
    for (const [place, one] of group.entries())
      items.set(one, isAlone ? `${index + 1}` : `${index + 1}.${LETTERS[place] ?? place + 1}`)
  }
  return directives.map((one) => items.get(one) ?? '')
}
