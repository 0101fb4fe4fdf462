/** What numbers an item, and how deep it stands: 1 part, 2 Roman, 3 arabic … 8 a plus. */
export interface Marker {
  label: string
  level: number
  /** Characters up to the item's first word. */
  length: number
}

const MARKERS: readonly { level: number; pattern: RegExp }[] = [
  {
    level: 1,
    pattern:
      /^((?:phần|chương|mục) (?:thứ )?(?:[ivx]+|\d+|nhất|hai|ba|tư|năm|một))\b\s*[.:-]?\s*/iu,
  },
  { level: 2.5, pattern: /^(điều \d+[a-z]?)\s*[.:]\s*/iu },
  { level: 1, pattern: /^([A-E])\s*[.)-]\s+(?=\p{Lu})/u },
  { level: 2, pattern: /^([IVX]{1,6})\s*[.)/-]\s*(?=[\p{L}"])/u },
  { level: 5, pattern: /^(\d{1,2}\.\d{1,2}\.\d{1,2})\s*[.)\-:]?\s+/u },
  { level: 4, pattern: /^(\d{1,2}\.\d{1,2})\s*[.)\-:]?\s+(?=[\p{L}"])/u },
  { level: 3, pattern: /^(\d{1,2})\s*(?:[.)/](?!\d)|-(?= \p{Lu}))\s*(?=[\p{L}"])/u },
  { level: 6, pattern: /^\(?([a-zđ]\d?)\)\s*/u },
  { level: 6, pattern: /^([a-zđ])\.\s+(?=\p{Lu})/u },
  { level: 7, pattern: /^([-–])\s*(?=[\p{L}\d"(])/u },
  { level: 8, pattern: /^([+*•●○▪»✓])\s*(?=[\p{L}\d"(])/u },
]

/** The marker that a line begins with. */
export function markerOf(line: string): Marker | undefined {
  const head = line.slice(0, 40)
  for (const { level, pattern } of MARKERS) {
    const match = pattern.exec(head)
    if (match?.[1]) return { label: match[1], level, length: match[0].length }
  }
  return undefined
}

/** Words that number items inside a sentence: "một là, …; thứ hai, …". */
export const SPOKEN_MARKER =
  /^(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám)|(?:đầu tiên|cuối cùng|trước hết|trước tiên))\s*[,:]\s*(?:là )?|^(?:\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)|\d{1,2}[.)]|[a-zđ]\))\s+/u
