import { Loan, LoanChoices } from '@hopluc/shared/loans'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import * as z from 'zod'
import { type Api, apiOf } from './api.ts'
import { answerTo, open, typeDay } from './browser.ts'
import { inDays } from './dates.ts'

const MILLION = 1_000_000
const main = (page: Page) => page.getByRole('main')
const dialog = (page: Page) => page.getByRole('dialog')
const Entities = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })

/** Asked for and approved more than a year ago, to be paid back year by year. */
async function anApprovedLoan(api: Api, fundId: string, entityId: string, millions: number) {
  const amount = millions * MILLION
  const id = crypto.randomUUID()
  const asked = await api.post('/loans', {
    id,
    fundId,
    entityId,
    purpose: `Mở rộng xưởng, tạo việc làm (${id.slice(0, 4)})`,
    projectTotal: amount * 2,
    ownCapital: amount / 2,
    amount,
    months: 36,
    everyMonths: 12,
    requestedOn: inDays(-430),
  })
  const { terms, version } = Loan.parse(asked)
  const decision = { amount, terms, paper: '21/QĐ-LMHTX', on: inDays(-420), version }
  return Loan.parse(await api.post(`/loans/${id}/deeds`, { action: 'approve', ...decision }))
}

test('two cooperatives borrow 1.342 million of the employment fund: contract, tranche, payment, arrears', async () => {
  const { page, context } = await open('/loans', { as: 'alliance' })
  const api = apiOf(context.request, inject('address'))
  const { funds } = LoanChoices.parse(await api.get('/loans/choices'))
  const fundId = funds.find(({ name }) => name.includes('việc làm'))?.id ?? ''
  const { items } = Entities.parse(await api.get('/entities?kind=cooperative&limit=2'))
  const [first, second] = items
  const one = await anApprovedLoan(api, fundId, first?.id ?? '', 742)
  const other = await anApprovedLoan(api, fundId, second?.id ?? '', 600)
  expect((one.approved ?? 0) + (other.approved ?? 0)).toBe(1342 * MILLION)
  const paid = { action: 'disburse', id: crypto.randomUUID(), amount: 600 * MILLION, version: 2 }
  await api.post(`/loans/${other.id}/deeds`, { ...paid, on: inDays(-400), contract: '02/HĐ-LMHTX' })

  await page.goto(`/loans/${one.id}`)
  await main(page).getByRole('button', { name: 'Ghi giải ngân' }).click()
  await dialog(page)
    .getByText(/Chưa có số hợp đồng/)
    .waitFor()
  await dialog(page)
    .getByRole('textbox', { name: /^Số hợp đồng/ })
    .fill('01/HĐ-LMHTX')
  await typeDay(page, /^Ngày thực hiện/, inDays(-400))
  const keep = () =>
    answerTo(page, /\/deeds$/, () => dialog(page).getByRole('button', { name: 'Ghi' }).click())
  expect((await keep()).status()).toBe(200)
  await main(page)
    .getByText(/01\/HĐ-LMHTX/)
    .waitFor()
  await main(page)
    .getByText(/Quá hạn \d+ ngày/)
    .first()
    .waitFor()
  const owed = main(page).locator('dl').filter({ hasText: 'Dư nợ gốc' }).first()
  await owed.getByText('742.000.000').waitFor()
  await owed.getByText('247.333.333').waitFor()

  await main(page).getByRole('button', { name: 'Ghi trả nợ' }).click()
  await dialog(page)
    .getByRole('textbox', { name: /^Số chứng từ/ })
    .fill('PT 01')
  expect((await keep()).status()).toBe(200)
  await main(page).getByText('Trả nợ', { exact: false }).first().waitFor()
  expect(await owed.getByText('247.333.333').count()).toBe(0)

  await page.goto(`/loans?fund=${fundId}&overdue=true`)
  const late = main(page).getByRole('row').filter({ hasText: other.purpose })
  await late.getByText('600.000.000').first().waitFor()
  await late.getByText(/Quá hạn \d+ ngày/).waitFor()
})
