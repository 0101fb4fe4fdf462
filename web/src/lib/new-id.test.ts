import { Id } from '@hopluc/shared/values'
import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

test('ids are UUIDs of version 7, each another, later ones after earlier ones', () => {
  const ids = Array.from({ length: 200 }, newId)
  for (const id of ids) expect(Id.parse(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect(new Set(ids).size).toBe(200)
  expect((ids[0] ?? '').slice(0, 13) <= (ids[199] ?? '').slice(0, 13)).toBe(true)
})
