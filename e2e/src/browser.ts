import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page, Response } from 'playwright-core'
import { afterAll, afterEach, expect, inject } from 'vitest'
import { DESK, launch, signIn } from './launch.ts'

export interface View {
  page: Page
  context: BrowserContext
  /** What the page's own console complained of, and what was thrown in it. */
  complaints: string[]
}

export interface ViewOptions {
  /** An account of the demo; nobody is signed in without it. */
  as?: string
  size?: { width: number; height: number }
  /** Where the program answers, when it is not the one with the whole demo. */
  address?: string
}

let browser: Promise<Browser> | undefined
const views = new Set<View>()

afterAll(async () => (await browser)?.close())
afterEach(async ({ task }) => {
  const complaints = [...views].flatMap((view) => view.complaints)
  const shots = process.env.HOPLUC_E2E_SHOTS
  if (shots && task.result?.state === 'fail') await keepShots(join(shots, `${Date.now()}`))
  await Promise.all([...views].map(({ context }) => context.close()))
  views.clear()
  if (complaints.length > 0) throw new Error(`the console complains:\n${complaints.join('\n')}`)
})

/** What the failed test saw last, for whoever writes it. */
async function keepShots(path: string): Promise<void> {
  for (const [index, { page }] of [...views].entries()) {
    await page.screenshot({ path: `${path}-${index}.png` })
    writeFileSync(`${path}-${index}.txt`, await page.locator('body').ariaSnapshot())
  }
}

/**
 * A page of the demo in a browser context of its own: no cookies of other tests. Whatever its console
 * complains of fails the test at its end; `complaints` is emptied by a test that expects one.
 */
export async function open(path = '/', options: ViewOptions = {}): Promise<View> {
  browser ??= launch()
  const { as, size = DESK, address = inject('address') } = options
  const context = await (
    await browser
  ).newContext({ baseURL: address, locale: 'vi-VN', viewport: size, acceptDownloads: true })
  if (as !== undefined) await signIn(context, address, as)
  const page = await context.newPage()
  const view: View = { page, context, complaints: [] }
  listen(view)
  views.add(view)
  const response = await page.goto(path)
  expect(response?.status()).toBe(200)
  return view
}

/** Chromium says of every refusal that it was one; before sign-in the program has to ask who is there. */
function isAnswered(text: string, url: string): boolean {
  return text.includes('401') && url.endsWith('/api/session')
}

function listen({ page, complaints }: View): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswered(message.text(), message.location().url))
      complaints.push(`${page.url()}: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`))
}

/** What axe finds serious or critical, one line a place; `without` leaves rules out. */
export async function seriousFaults(page: Page, without: string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .disableRules(without)
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id} ${target.join(' ')} ${html}`),
    )
}

/** By how many pixels the page can be scrolled sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

/** The answer to a write that the page sends while `deed` runs. */
export async function answerTo(
  page: Page,
  path: RegExp,
  deed: () => Promise<unknown>,
): Promise<Response> {
  const answer = page.waitForResponse(
    (one) => path.test(new URL(one.url()).pathname) && one.request().method() !== 'GET',
  )
  await deed()
  return answer
}

/** A day into a date field, as one types it. */
export async function typeDay(page: Page, label: string | RegExp, day: string): Promise<void> {
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await page.keyboard.type(day.split('-').toReversed().join(''))
}

/**
 * Types into a search and takes the first option that fits. A page that scrolls closes the list, under a
 * person's hands as well: then the words are typed once more.
 */
export async function choose(
  field: Locator,
  words: string,
  option: string | RegExp = '',
): Promise<void> {
  const found = field.page().getByRole('option').filter({ hasText: option }).first()
  for (let again = 3; ; again -= 1) {
    await field.fill(words)
    try {
      return await found.click(again > 0 ? { timeout: 6000 } : {})
    } catch (error) {
      if (again === 0) throw error
      await field.fill('')
    }
  }
}
