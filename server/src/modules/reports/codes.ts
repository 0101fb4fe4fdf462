import { randomInt } from 'node:crypto'

// Without 0, 1, I, L, O, U: read over the telephone and typed from paper.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** A code that cannot be guessed: 58 bits. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
}
