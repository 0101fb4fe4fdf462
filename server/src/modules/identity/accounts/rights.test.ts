import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommitteeAction } from '@hopluc/shared/committees'
import { DirectiveAction, NoticeAction } from '@hopluc/shared/directives'
import { DocumentAction } from '@hopluc/shared/documents'
import { MeetingAction } from '@hopluc/shared/meetings'
import { TaskAction } from '@hopluc/shared/task-deeds'
import { expect, test } from 'vitest'
import { createApp } from '../../../app.ts'
import { listPersonal } from '../../personal-fields/index.ts'
import { listPermissions } from '../permissions.ts'

const MODULES = join(import.meta.dirname, '../..')

/** By the noun of an action, what its module decides on by role. */
const CHECKED: Record<string, readonly string[]> = {
  committee: CommitteeAction.options,
  directive: DirectiveAction.options,
  document: DocumentAction.options,
  meeting: MeetingAction.options,
  notice: NoticeAction.options,
  task: TaskAction.options,
}

function declared() {
  expect(createApp).toBeTypeOf('function') // loads the modules, which declare them
  return listPermissions()
}
const undeclared = (codes: readonly string[]) => {
  const known = new Set(declared().flatMap(({ actions }) => Object.keys(actions)))
  return codes.filter((code) => !known.has(code))
}

test('the table of rights has every action on which a policy decides', () => {
  const codes = Object.entries(CHECKED).flatMap(([noun, actions]) =>
    actions.map((action) => `${noun}.${action}`),
  )
  expect(codes.length).toBeGreaterThan(40)
  expect(undeclared(codes)).toEqual([])
})

test('an action that nobody declared is found', () => {
  expect(undeclared(['task.dance', 'meeting.hold'])).toEqual(['task.dance'])
})

test('every module that asks whether one may has a policy in the table', () => {
  const asking = readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('policy.ts'))
    .map((name) => ({ name, source: readFileSync(join(MODULES, name), 'utf8') }))
  expect(asking.length).toBeGreaterThan(5)
  const declares = (folder: string) =>
    readdirSync(join(MODULES, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .some((name) =>
        readFileSync(join(MODULES, folder, name), 'utf8').includes('declarePermissions('),
      )
  // The rights of a task are declared where its routes are.
  const folders = asking.map(({ name }) => name.split('/')[0] ?? '')
  expect(folders.filter((folder) => folder !== 'task-rights' && !declares(folder))).toEqual([])
})

test('every declared action has words in both languages and somebody who may', () => {
  const empty = declared().flatMap(({ actions }) =>
    Object.entries(actions)
      .filter(([, { vi, en, roles }]) => !vi || !en || roles.length === 0)
      .map(([code]) => code),
  )
  expect(empty).toEqual([])
})

test('the rights table says who reads masked values: exactly those whom some field names', () => {
  const named = new Set(
    listPersonal().flatMap(({ mask }) => [...(mask?.revealedTo ?? []), ...(mask?.fullFor ?? [])]),
  )
  const roles = declared().flatMap(({ actions }) => actions['personal.read']?.roles ?? [])
  expect(roles.toSorted()).toEqual([...named].toSorted())
})
