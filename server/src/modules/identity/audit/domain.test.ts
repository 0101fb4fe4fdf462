import { expect, test } from 'vitest'
import { changesIn } from './domain.ts'

test('of a change the fields that differ are told, with before and after', () => {
  const payload = {
    fromOn: '2026-03-10',
    before: { name: 'Xã Minh An', code: '1', parentId: null, alias: ['a'] },
    name: 'Phường Minh An',
    code: '1',
    parentId: 'p',
    alias: ['a'],
  }
  expect(changesIn(payload)).toEqual([
    { field: 'name', before: 'Xã Minh An', after: 'Phường Minh An' },
    { field: 'parentId', before: null, after: 'p' },
  ])
})

test.each([null, 'text', [], {}, { name: 'x' }, { before: null, name: 'x' }, { before: ['x'] }])(
  'what is no change tells none: %j',
  (payload) => expect(changesIn(payload)).toEqual([]),
)
