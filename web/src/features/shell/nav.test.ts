import type { Role } from '@hopluc/shared/session'
import { expect, test } from 'vitest'
import { NAV, navFor } from './nav.ts'

const seen = (role: Role | undefined, exists: (to: string) => boolean = () => true) =>
  navFor(role, exists).flatMap(({ items }) => items.map(({ to }) => to))

test('accounts are the administrator’s alone', () => {
  expect(seen('admin')).toContain('/accounts')
  expect(seen('chair')).not.toContain('/accounts')
})

test('an officer works on tasks and does not read the audit trail', () => {
  expect(seen('officer')).toEqual(expect.arrayContaining(['/my-tasks', '/tasks', '/documents']))
  expect(seen('officer')).not.toContain('/audit')
})

test('a cooperative sees its home, the figures that it states itself and what it raises', () => {
  expect(seen('cooperative')).toEqual([
    '/',
    '/returns/own',
    '/assessments',
    '/difficulties',
    '/support',
    '/entity-checks',
    '/loans',
    '/recognitions',
    '/market',
    '/activities',
  ])
})

test('without a post only home is offered', () => {
  expect(seen(undefined)).toEqual(['/'])
})

test('a page that does not exist has no item, and its group no heading', () => {
  expect(seen('standing', (to) => to === '/' || to === '/tasks')).toEqual(['/', '/tasks'])
  expect(navFor('standing', (to) => to === '/')).toHaveLength(1)
})

test('every item has its own key', () => {
  const keys = NAV.flatMap(({ items }) => items.map(({ key }) => key))
  expect(new Set(keys).size).toBe(keys.length)
})
