import { expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { lastSaid } from '../../testing/audit.ts'
import { aTaskList } from '../../testing/tasks.ts'
import { addWorkingDays } from './index.ts'

const { organisation, db, owner, clock, get, ask, counts } = await aTaskList()

test('the law’s days are known, and the administrator’s list goes over them', async () => {
  const url = '/calendar?from=2026-02-01&to=2026-02-28'
  const tet = (await get('officer', url)).json().days
  expect(tet).toContainEqual({ on: '2026-02-17', name: 'Tết Âm lịch', isOff: true, source: 'law' })
  const list = {
    days: [
      { on: '2026-02-21', name: 'Làm bù', isOff: false },
      { on: '2026-02-23', name: 'Nghỉ hoán đổi' },
    ],
  }
  const before = await counts()
  expect((await ask('standing', 'PUT', '/calendar', list)).statusCode).toBe(403)
  expect(await counts()).toEqual(before)
  expect((await ask('admin', 'PUT', '/calendar', list)).statusCode).toBe(200)
  const days = (await get('officer', url)).json().days
  expect(days).toContainEqual({ on: '2026-02-21', name: 'Làm bù', isOff: false, source: 'list' })
  const { read } = createContext(db, organisation.a.officer.actor, '2026-03-10', clock.now)
  expect(await read((tx) => addWorkingDays(tx, '2026-02-20', 1))).toBe('2026-02-21')
  expect(await read((tx) => addWorkingDays(tx, '2026-02-21', 1))).toBe('2026-02-24')
  const gone = { days: [{ on: '2026-02-21', name: null }] }
  expect((await ask('admin', 'PUT', '/calendar', gone)).json().days).not.toContainEqual(
    expect.objectContaining({ on: '2026-02-21' }),
  )
  expect(await lastSaid(owner, 'calendar.edit')).toMatchObject({
    before: { days: [{ on: '2026-02-21', name: 'Làm bù', isOff: false }] },
    days: [{ on: '2026-02-21', name: null }],
  })
})

test('a range is from earlier to later', async () => {
  const response = await get('officer', '/calendar?from=2026-03-01&to=2026-02-01')
  expect(response.json()).toMatchObject({ status: 422, code: 'calendar.range' })
})
