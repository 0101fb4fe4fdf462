import { randomUUID } from 'node:crypto'
import { Reorganisation } from '@hopluc/shared/reorganisations'
import { Session } from '@hopluc/shared/session'
import { UnitPage } from '@hopluc/shared/units'
import { addDays } from '@hopluc/shared/values'
import { expect, inject, test } from 'vitest'
import { apiOf } from './api.ts'
import { answerTo, choose, open } from './browser.ts'

test('an act is set down for its day, waits, and is taken off again', async () => {
  const view = await open('/', { as: 'admin' })
  const { page } = view
  const api = apiOf(view.context.request, inject('address'))
  const { today } = Session.parse(await api.get('/session'))
  const { items } = UnitPage.parse(await api.get('/units?q=Minh+Giong&level=commune'))
  const old = items[0]
  const unitId = randomUUID()
  const title = `Đặt lịch thử ${Date.now()}`
  const succession = old ? [{ fromId: old.id, toId: unitId }] : []
  const drawn = Reorganisation.parse(
    await api.post('/reorganisations', {
      act: `Nghị quyết số ${Date.now() % 100_000}/NQ-UBTVQH16`,
      title,
      onDay: addDays(today, 30),
      plan: {
        units: {
          founded: [
            {
              id: unitId,
              level: 'commune',
              kind: 'xã',
              name: 'Minh Lịch',
              code: null,
              parentId: old?.parentId ?? null,
            },
          ],
          ended: old ? [old.id] : [],
          successions: succession,
        },
      },
    }),
  )
  const at = `/reorganisations/${drawn.id}`
  const stateNow = async () => Reorganisation.parse(await api.get(at)).state
  await page.goto(at)
  const main = page.getByRole('main')
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const step = async (name: string, path: RegExp) => {
    await page.getByRole('button', { name, exact: true }).click()
    const answer = await answerTo(page, path, () =>
      dialog.getByRole('button', { name, exact: true }).click(),
    )
    expect(answer.status()).toBe(200)
  }
  const left = page.getByText(/^Còn \d+ nội dung chờ quyết định$/)
  const ready = page.getByText('Phương án đã đủ để thực hiện')
  await left.or(ready).first().waitFor()
  const none = main.getByText('Không có cơ quan kế thừa')
  for (let asked = await none.count(); asked > 0 && (await left.isVisible()); asked -= 1)
    await none.nth(asked - 1).click()
  const heir = main.getByRole('combobox', { name: /giao về cơ quan nào/ })
  await ready.or(heir).first().waitFor() // asked once it is known that nobody takes over
  if (await heir.isVisible()) await choose(heir, 'Đại Hải')
  await ready.waitFor()
  await step('Đặt lịch thực hiện', /\/schedule$/)
  await page.getByText(/^Đã đặt lịch: hệ thống tự thực hiện vào ngày/).waitFor()
  expect(await stateNow()).toBe('scheduled')
  expect(await page.getByRole('button', { name: 'Thêm', exact: true }).count()).toBe(0)
  await page.goto('/reorganisations')
  await page.getByRole('row').filter({ hasText: title }).getByText('Đã đặt lịch').waitFor()
  await page.goto(at)
  await step('Bỏ lịch', /\/unschedule$/)
  await page.getByRole('button', { name: 'Đặt lịch thực hiện' }).waitFor()
  expect(await stateNow()).toBe('draft')
})
