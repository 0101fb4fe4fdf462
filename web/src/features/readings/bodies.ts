import type { ReviewSetting } from '@hopluc/shared/reading-review'
import type { AgencyGroup } from '@hopluc/shared/readings'
import type { Id } from '@hopluc/shared/values'
import { compareNames } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import type { Option } from '../../ui/select.tsx'

const GROUP_KEY = 'group:'

export function groupName({ code, ids }: AgencyGroup): string {
  return t(`readings.group.${code}`, { count: ids.length })
}

/** Bodies for the picker: the groups by which documents call many, then each by name. */
export function bodyOptions({ agencies, groups }: ReviewSetting): Option<string>[] {
  const many = groups
    .filter(({ ids }) => ids.length > 1)
    .map((group) => ({ value: GROUP_KEY + group.code, label: groupName(group) }))
  const each = [...agencies.values()]
    .map(({ id, name, shortName }) => ({ value: id, label: shortName, note: name }))
    .sort((one, other) => compareNames(one.label, other.label))
    .map(({ note, ...option }) => (note === option.label ? option : { ...option, note }))
  return [...many, ...each]
}

/** What is chosen, as few words as possible: whole groups by their name. */
export function chosenBodies(ids: readonly Id[], setting: ReviewSetting): Option<string>[] {
  const left = new Set(ids)
  const chosen: Option<string>[] = []
  for (const group of setting.groups.toSorted((one, other) => other.ids.length - one.ids.length)) {
    if (group.ids.length < 2 || !group.ids.every((id) => left.has(id))) continue
    for (const id of group.ids) left.delete(id)
    chosen.push({ value: GROUP_KEY + group.code, label: groupName(group) })
  }
  for (const id of left) {
    const body = setting.agencies.get(id)
    chosen.push({ value: id, label: body?.shortName ?? t('readings.body.gone') })
  }
  return chosen
}

/** The ids behind what was chosen in the picker. */
export function bodyIds(chosen: readonly Option<string>[], { groups }: ReviewSetting): Id[] {
  const ids = chosen.flatMap(({ value }) => {
    if (!value.startsWith(GROUP_KEY)) return [value]
    return groups.find(({ code }) => GROUP_KEY + code === value)?.ids ?? []
  })
  return [...new Set(ids)]
}

/** "5 phòng, 13 xã, thị trấn" for a card's line. */
export function bodyWords(ids: readonly Id[], setting: ReviewSetting): string {
  if (ids.length === 0) return '–'
  const names = chosenBodies(ids, setting).map(({ label }) => label)
  const shown = names.slice(0, 4).join(', ')
  return names.length > 4 ? t('readings.body.more', { shown, count: names.length - 4 }) : shown
}
