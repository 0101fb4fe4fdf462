import { expect, test } from 'vitest'
import { changes } from './audit-changes.ts'

test('only what differs is told, with what it was', () => {
  const before = { title: 'Cũ', dueOn: '2026-03-10', leadIds: ['a'], note: null }
  const after = { title: 'Mới', dueOn: '2026-03-10', leadIds: ['a', 'b'], note: undefined }
  expect(changes(before, after)).toEqual({
    before: { title: 'Cũ', leadIds: ['a'] },
    title: 'Mới',
    leadIds: ['a', 'b'],
  })
})

test('a field that was not known before was empty', () => {
  expect(changes({}, { note: 'x', place: null })).toEqual({ before: { note: null }, note: 'x' })
})

test('a long text is told by length and hash', () => {
  const told = changes({ text: 'a' }, { text: 'b'.repeat(10_001) })
  expect(told).toEqual({
    before: { text: 'a' },
    text: { length: 10_001, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})
