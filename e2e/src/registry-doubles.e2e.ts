import { DoublePage } from '@hopluc/shared/entity-doubles'
import { Entity } from '@hopluc/shared/entities'
import { UnitTree } from '@hopluc/shared/units'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { apiOf } from './api.ts'
import { answerTo, open } from './browser.ts'

/** A cooperative that was entered twice; each test goes on where the last ended. */
const MARK = `${1000 + (Date.now() % 9000)}`
const WHOLE = `Hợp tác xã nông nghiệp dịch vụ Minh Phát Thử ${MARK}`
const SHORT = `HTX NN DV minh phat thu ${MARK}`
const WAIT = { timeout: 60_000 }

const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))

async function entered(page: Page, name: string, more: object) {
  const api = apiOf(page.request, inject('address'))
  const { units } = UnitTree.parse(await api.get('/units/tree'))
  const unitId = units.find(
    ([, level, , name]) => name === 'An Lạc Thôn' && level === 'commune',
  )?.[0]
  return Entity.parse(
    await api.post('/entities', {
      attributes: { name, kind: 'cooperative', ...more },
      place: { unitId },
      fromOn: '2025-08-01',
      source: { from: 'commune', on: '2025-08-01' },
      events: [{ kind: 'registered', onDay: '2025-08-01' }],
    }),
  )
}

/** The pair is found in the background, within the minute. */
async function pairOf(page: Page, id: string): Promise<string> {
  const api = apiOf(page.request, inject('address'))
  const look = async () =>
    DoublePage.parse(await api.get(`/entity-doubles?entity=${id}`)).items[0]?.id ?? ''
  await expect.poll(look, WAIT).not.toBe('')
  return look()
}

test('a cooperative is found by first letters and without marks', async () => {
  const { page } = await open('/registry', { as: 'standing' })
  await entered(page, WHOLE, { phone: '0299 111 222' })
  await page.goto(`/search?q=${encodeURIComponent(`htx nn dv minh phat thu ${MARK}`)}`)
  await main(page).getByRole('link', { name: WHOLE }).waitFor()
  await page.goto(`/registry?q=${encodeURIComponent(`minh phta thu ${MARK}`)}`)
  await main(page).getByText(WHOLE).first().waitFor()
  expect(await main(page).getByText(WHOLE).count()).toBeGreaterThan(0)
})

test('two that are one are merged, and put back', async () => {
  const { page } = await open('/registry', { as: 'standing' })
  const second = await entered(page, SHORT, { workers: 7 })
  const id = await pairOf(page, second.id)
  await page.goto('/registry/doubles')
  await main(page).getByText(SHORT).first().waitFor()
  await page.goto(`/registry/doubles/${id}`)
  await page.getByRole('radio', { name: new RegExp(`^${WHOLE}`) }).check({ force: true })
  await page
    .getByRole('checkbox', { name: /Lao động|workers/i })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Gộp', exact: true }).click()
  const merged = await answerTo(page, /\/merge$/, () =>
    dialog(page).getByRole('button', { name: 'Gộp', exact: true }).click(),
  )
  expect(merged.status()).toBe(200)
  await main(page).getByText('Hai mục đã được gộp.').waitFor()
  await page.goto(`/registry?q=${encodeURIComponent(`minh phat thu ${MARK}`)}`)
  await main(page).getByText(WHOLE).first().waitFor()
  expect(await main(page).getByText(SHORT).count()).toBe(0)

  await page.goto(`/registry/doubles/${id}`)
  await page.getByRole('button', { name: 'Hoàn tác việc gộp' }).click()
  await dialog(page)
    .getByLabel(/^Lý do/)
    .fill('Gộp nhầm')
  const undone = await answerTo(page, /\/undo$/, () =>
    dialog(page).getByRole('button', { name: 'Hoàn tác việc gộp' }).click(),
  )
  expect(undone.status()).toBe(200)
  await page.goto(`/registry?q=${encodeURIComponent(`minh phat thu ${MARK}`)}`)
  await main(page).getByText(SHORT).first().waitFor()
})
