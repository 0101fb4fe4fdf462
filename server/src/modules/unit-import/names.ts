import type { UnitLevel } from '@hopluc/shared/units'

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * How a name is compared: "Hoà" and "Hòa" are spellings of one name, "Tân" and "Tấn" are two. Every
 * syllable's tone stands at its end, and marks of letters stay.
 */
export function sameName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .split(/[\s\-–]+/)
    .map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ')
    .trim()
}

const KINDS: Record<Exclude<UnitLevel, 'nation'>, readonly string[]> = {
  province: ['thành phố', 'tỉnh'],
  district: ['thành phố', 'thị xã', 'huyện', 'quận'],
  commune: ['đặc khu', 'thị trấn', 'phường', 'xã'],
}

export interface FullName {
  level: UnitLevel
  kind: string
  name: string
}

/** "Xã Kế Sách" as kind and name; undefined where no kind of these levels stands before the name. */
export function fullName(
  words: string,
  levels: readonly Exclude<UnitLevel, 'nation'>[],
): FullName | undefined {
  const plain = words.normalize('NFC').replace(/\s+/g, ' ').trim()
  for (const level of levels)
    for (const kind of KINDS[level])
      if (plain.toLowerCase().startsWith(`${kind} `)) {
        const name = plain.slice(kind.length + 1).trim()
        if (name) return { level, kind, name }
      }
  return undefined
}

/** "Xã Kế Sách". */
export function unitWords({ kind, name }: { kind: string; name: string }): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`
}
