import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { open, overflow, seriousFaults } from './browser.ts'
import { DESK, NARROW, settle } from './launch.ts'
import { apiOf } from './api.ts'
import { PAGES } from './pages.ts'

const WEB = join(import.meta.dirname, '../../web/src')

test('every page of the router is looked at', () => {
  const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(WEB, name), 'utf8'))
  const routes = sources.flatMap((source) =>
    [...source.matchAll(/createRoute\(\{[^}]*?\bpath: '([^']+)'/g)].map(([, path]) => path),
  )
  const seen: (string | undefined)[] = PAGES.map(({ route }) => route)
  expect(routes.length).toBeGreaterThan(30)
  expect(routes.filter((route) => !seen.includes(route))).toEqual([])
  expect(seen.filter((route) => !routes.includes(route))).toEqual([])
})

/** Of accounts whose pages are seen one after the other in one browser window, so many a test. */
const accounts = [...new Set(PAGES.map(({ as }) => as))]
const AT_ONCE = 20
const PARTS = accounts.flatMap((as) => {
  const pages = PAGES.filter((one) => one.as === as)
  const parts = Math.ceil(pages.length / AT_ONCE)
  return Array.from({ length: parts }, (_, part) => ({
    as,
    name: `${as ?? 'nobody'}${parts > 1 ? ` (${part + 1} of ${parts})` : ''}`,
    pages: pages.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  }))
})

test.each(PARTS)(
  'pages of $name: clean, readable by all, no wider than a phone',
  async ({ as, pages }) => {
    const view = await open('/sign-in', as === undefined ? {} : { as })
    const { page, context } = view
    const api = apiOf(context.request, inject('address'))
    const faults: Record<string, unknown> = {}
    for (const { route, name, at } of pages) {
      await page.setViewportSize(DESK)
      await page.goto(at ? await at(api) : route)
      await settle(page)
      const desk = await seriousFaults(page)
      const wideDesk = await overflow(page)
      await page.setViewportSize(NARROW)
      await page.evaluate(() => new Promise(requestAnimationFrame))
      // the colours are those of the desk
      const phone = await seriousFaults(page, ['color-contrast'])
      const widePhone = await overflow(page)
      const complaints = view.complaints.splice(0)
      const found = { desk, wideDesk, phone, widePhone, complaints }
      if (desk.length + phone.length + complaints.length + wideDesk + widePhone > 0)
        faults[name] = found
    }
    expect(faults).toEqual({})
  },
  300_000,
)
