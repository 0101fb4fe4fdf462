import { beforeAll, expect, test } from 'vitest'
import { loadTexts } from '../../lib/i18n.ts'
import { commandsFor } from './commands.ts'

beforeAll(loadTexts)

const all = () => true
const found = (q: string, role: Parameters<typeof commandsFor>[1]) =>
  commandsFor(q, role, all).map(({ to }) => to)

test('what one wants to do is found without diacritics, by whose work it is', () => {
  expect(found('giao nhiem vu', 'standing')).toEqual(['/tasks/new'])
  expect(found('mở kỳ báo cáo', 'officer')).toEqual(['/rounds/new'])
  expect(found('giao nhiem vu', 'cooperative')).toEqual([])
  expect(found('de nghi ho tro', 'cooperative')).toEqual(['/support'])
})

test('pages are found by their names; nothing is found by nothing', () => {
  expect(found('nhat ky', 'standing')).toEqual(['/audit'])
  expect(found('nhat ky', 'officer')).toEqual([])
  expect(found('  ', 'standing')).toEqual([])
  expect(commandsFor('giao', 'standing', () => false)).toEqual([])
})
