import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256, sha256Here } from './sha256.ts'

const sizes = [0, 1, 55, 56, 63, 64, 65, 1000, 100_003]

test.each(sizes)(
  'the content of %s bytes has the fingerprint that others compute',
  async (size) => {
    const content = Uint8Array.from({ length: size }, (_, index) => (index * 31 + 7) % 256)
    const expected = createHash('sha256').update(content).digest('hex')
    expect(sha256Here(content)).toBe(expected)
    expect(await sha256(content.buffer)).toBe(expected)
  },
)
