import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readApart, textFromApart } from './apart.ts'
import { read } from './reader/index.ts'

const LONG = 'Giao Sở Tài chính rà soát các hợp tác xã trước ngày 15/3/2021.\n'.repeat(700)

test('a long text is read as a short one is, and nobody waits for it', async () => {
  let turns = 0
  const turning = setInterval(() => (turns += 1), 5)
  const reading = await readApart(LONG)
  clearInterval(turning)
  expect(reading).toEqual(read(LONG))
  expect(turns).toBeGreaterThan(20) // the loop went on while it was read
})

test('a file is read apart, three at once one after the other', async () => {
  const xml = '<w:p><w:r><w:t>Giao Sở Tài chính</w:t></w:r></w:p>'
  const file = zipSync({ 'word/document.xml': strToU8(xml) })
  const texts = await Promise.all(
    ['a', 'b', 'c'].map((name) => textFromApart(file, `${name}.docx`)),
  )
  expect(texts).toEqual(Array(3).fill({ text: 'Giao Sở Tài chính', kind: 'docx' }))
})

test('what is refused there is refused here', async () => {
  const broken = textFromApart(strToU8('PK\u0003\u0004 hỏng'), 'a.docx')
  await expect(broken).rejects.toMatchObject({ kind: 'rule', code: 'reading.docx_broken' })
})
