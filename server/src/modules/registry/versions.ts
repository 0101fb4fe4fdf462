import { isDeepStrictEqual } from 'node:util'
import type { AttributeSource, EntityAttributes, EntityVersion } from '@hopluc/shared/entities'
import { EntityAttribute } from '@hopluc/shared/entities'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { beforeDescription } from './refusals.ts'

/** A description of which nothing but name and kind is said. */
export const NOTHING_SAID: Omit<EntityAttributes, 'name' | 'kind'> = {
  shortName: null,
  foreignName: null,
  code: null,
  law: null,
  governance: null,
  phone: null,
  email: null,
  website: null,
  lines: [],
  commodities: [],
  charterCapital: null,
  officialMembers: null,
  linkedMembers: null,
  otherMembers: null,
  workers: null,
  representative: null,
}

/** What is said of an entity; absent is not said. */
export type SomeAttributes = { [Name in EntityAttribute]?: EntityAttributes[Name] | undefined }

/** Attributes in which two versions differ. */
export function differing(one: SomeAttributes, other: SomeAttributes): EntityAttribute[] {
  return EntityAttribute.options.filter((name) => !isDeepStrictEqual(one[name], other[name]))
}

/**
 * The description when it is otherwise from a day on. The version of that day is split; the change is
 * carried into later versions as far as these did not change the same attribute themselves.
 * @param versions oldest first, without gaps
 * @returns the versions that are new or otherwise than before
 * @throws AppError `entities.before_description`
 */
export function applyChange(
  versions: readonly EntityVersion[],
  fromOn: PlainDate,
  attributes: SomeAttributes,
  source: AttributeSource,
): EntityVersion[] {
  const at = versions.findIndex((one) => one.fromOn <= fromOn && one.untilOn >= fromOn)
  const held = versions[at]
  if (!held) throw beforeDescription(versions[0]?.fromOn ?? fromOn)
  const given = EntityAttribute.options.filter((name) => attributes[name] !== undefined)
  const changedNames = differing(held.attributes, { ...held.attributes, ...defined(attributes) })
  const found: EntityVersion[] = []
  if (changedNames.length > 0 && held.fromOn < fromOn)
    found.push({ ...held, untilOn: addDays(fromOn, -1) })
  if (given.length > 0)
    found.push({
      ...withThese(held, attributes, given, source),
      fromOn: changedNames.length > 0 ? fromOn : held.fromOn,
    })
  const open = new Set(changedNames)
  for (const [index, later] of versions.entries()) {
    const earlier = versions[index - 1]
    if (index <= at || !earlier) continue
    for (const name of differing(earlier.attributes, later.attributes)) open.delete(name)
    if (open.size === 0) break
    found.push(withThese(later, attributes, [...open], source))
  }
  return found
}

function withThese(
  version: EntityVersion,
  attributes: SomeAttributes,
  names: readonly EntityAttribute[],
  source: AttributeSource,
): EntityVersion {
  const chosen = Object.fromEntries(names.map((name) => [name, attributes[name]]))
  const sources = Object.fromEntries(names.map((name) => [name, source]))
  return {
    ...version,
    attributes: { ...version.attributes, ...chosen },
    sources: { ...version.sources, ...sources },
  }
}

function defined(attributes: SomeAttributes): Partial<EntityAttributes> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
}
