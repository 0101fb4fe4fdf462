const FIRST_PRIMES = primes(64)
const fraction = (root: number) => Math.floor((root % 1) * 2 ** 32)
const ROUNDS = FIRST_PRIMES.map((prime) => fraction(Math.cbrt(prime)))
const START = FIRST_PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const BLOCK = 64

/**
 * The SHA-256 of a file's content in hexadecimal (FIPS 180-4). Browsers do it themselves on safe
 * connections; inside an authority's network, over plain http, they do not.
 */
export async function sha256(content: ArrayBuffer): Promise<string> {
  const { subtle } = globalThis.crypto
  // over plain http there is none, whatever its type says
  if (subtle instanceof Object) return hex(new Uint8Array(await subtle.digest('SHA-256', content)))
  return sha256Here(new Uint8Array(content))
}

/** The same, without the browser's help. */
export function sha256Here(content: Uint8Array): string {
  const length = content.length
  const padded = new Uint8Array(Math.ceil((length + 9) / BLOCK) * BLOCK)
  padded.set(content)
  padded[length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29))
  view.setUint32(padded.length - 4, (length * 8) >>> 0)
  const state = Uint32Array.from(START)
  const words = new Uint32Array(64)
  for (let at = 0; at < padded.length; at += BLOCK) addBlock(state, words, view, at)
  const result = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => result.setUint32(index * 4, word))
  return hex(new Uint8Array(result.buffer))
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function addBlock(state: Uint32Array, words: Uint32Array, view: DataView, at: number): void {
  const word = (index: number) => words[index] ?? 0
  for (let index = 0; index < 64; index += 1) {
    if (index < 16) {
      words[index] = view.getUint32(at + index * 4)
      continue
    }
    const [early, late] = [word(index - 15), word(index - 2)]
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[index] = word(index - 16) + low + word(index - 7) + high
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let index = 0; index < 64; index += 1) {
    const high = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const one = (h + high + ((e & f) ^ (~e & g)) + (ROUNDS[index] ?? 0) + word(index)) >>> 0
    const low = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const two = (low + ((a & b) ^ (a & c) ^ (b & c))) >>> 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) >>> 0, c, b, a, (one + two) >>> 0]
  }
  for (const [index, part] of [a, b, c, d, e, f, g, h].entries())
    state[index] = (state[index] ?? 0) + part
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number += 1)
    if (found.every((prime) => number % prime !== 0)) found.push(number)
  return found
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
