import { createHash } from 'node:crypto'
import type { Id } from '@hopluc/shared/values'

/** A name's own id, the same on every machine: demo records can be pointed at by scripts and tests. */
export function demoId(name: string): Id {
  const hex = createHash('sha256').update(`hopluc-demo:${name}`).digest('hex')
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `${a}-${b}-${c}-${d}-${e}`
}

export const unitId = (key: string) => demoId(`unit:${key}`)
export const agencyId = (key: string) => demoId(`agency:${key}`)
