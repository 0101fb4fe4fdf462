import type { Attendee } from '@hopluc/shared/meetings'
import { expect, test } from 'vitest'
import { lineOf, merged } from './attendance-lines.ts'

const attendee = (id: string, attendance: Attendee['attendance'] = 'invited'): Attendee => ({
  id,
  agencyId: null,
  name: `Đồng chí ${id}`,
  title: null,
  attendance,
  person: null,
  personTitle: null,
  note: null,
})
const [a, b, c] = [attendee('a'), attendee('b'), attendee('c')]
const marks = (lines: readonly { key: string; attendance: string }[]) =>
  lines.map(({ key, attendance }) => `${key} ${attendance}`)

test('a mark that is not saved yet stays when another saves the list', () => {
  const own = [{ ...lineOf(a), attendance: 'present' as const }, lineOf(b)]
  const now = [a, attendee('b', 'absent'), c]
  expect(marks(merged([a, b], own, now))).toEqual(['a present', 'b absent', 'c invited'])
})

test('a new line stays, one that was taken out stays out, one that another took out is gone', () => {
  const added = { ...lineOf(attendee('new')), id: null }
  expect(marks(merged([a, b, c], [lineOf(a), lineOf(b), added], [a, c]))).toEqual([
    'a invited',
    'new invited',
  ])
})
