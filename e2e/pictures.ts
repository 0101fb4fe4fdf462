import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Cookie, Page } from 'playwright-core'
import { freePort, killAll, startProgram } from '../server/src/testing/program.ts'
import { apiOf } from './src/api.ts'
import { DESK, launch, NARROW, settle, signIn } from './src/launch.ts'
import { PAGES } from './src/pages.ts'
import type { PageToSee } from './src/pages/page.ts'
import { smallPng } from './src/small-png.ts'

/**
 * `npm run pictures [name…]`: takes every page of the demo at desk and phone width for the user's guide.
 * Starts the program on an empty folder, or looks at the one at HOPLUC_E2E_ADDRESS.
 */
const FOLDER = join(import.meta.dirname, '../docs/user/pictures')
const MOST_BYTES = 150_000
const IN_THE_DARK = ['chair', 'task']
/** Pages of the guide; the others are looked at by tests only. */
const LEFT_OUT = ['gallery', 'missing', 'reset', 'forgotten-password', 'password']

const names = process.argv.slice(2)
const pages = PAGES.filter(({ name }) =>
  names.length > 0 ? names.includes(name) : !LEFT_OUT.includes(name),
)
const data = mkdtempSync(join(tmpdir(), 'hopluc-pictures-'))
const running = process.env.HOPLUC_E2E_ADDRESS
const address = running ?? (await started())
const signedIn = new Map<string, Cookie[]>()
const browser = await launch()
mkdirSync(FOLDER, { recursive: true })
try {
  for (const page of pages) await picture(browser, page)
} finally {
  await browser.close()
  await killAll()
  rmSync(data, { recursive: true, force: true })
}
const heavy = readdirSync(FOLDER).filter((file) => statSync(join(FOLDER, file)).size > MOST_BYTES)
if (heavy.length > 0) {
  console.error(`heavier than ${MOST_BYTES / 1000} kB: ${heavy.join(', ')}`)
  process.exitCode = 1
}

async function started(): Promise<string> {
  const program = startProgram({ folder: data, port: await freePort() })
  await program.ready()
  return program.url
}

/** Signed in once an account, so that lists of sessions and deeds show work rather than this script. */
async function cookiesOf(from: Browser, as: string): Promise<Cookie[]> {
  const known = signedIn.get(as)
  if (known) return known
  const context = await from.newContext()
  await signIn(context, address, as)
  const cookies = await context.cookies()
  await context.close()
  signedIn.set(as, cookies)
  return cookies
}

async function picture(from: Browser, { name, route, as, at }: PageToSee): Promise<void> {
  const context = await from.newContext({
    baseURL: address,
    locale: 'vi-VN',
    viewport: DESK,
    reducedMotion: 'reduce',
  })
  if (as !== undefined) await context.addCookies(await cookiesOf(from, as))
  const page = await context.newPage()
  await page.goto(at ? await at(apiOf(context.request, address)) : route)
  await shoot(page, `${name}-1440`)
  if (IN_THE_DARK.includes(name)) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await shoot(page, `${name}-1440-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize(NARROW)
  await shoot(page, `${name}-360`)
  if (IN_THE_DARK.includes(name)) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await shoot(page, `${name}-360-dark`)
  }
  await context.close()
  console.log(name)
}

async function shoot(page: Page, file: string): Promise<void> {
  await settle(page)
  await page.evaluate(() => document.fonts.ready)
  const png = await page.screenshot({ animations: 'disabled' })
  writeFileSync(join(FOLDER, `${file}.png`), smallPng(png))
}
