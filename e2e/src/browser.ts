import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'

const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

export interface View {
  page: Page
  /** What the page's own console complained of, and what was thrown in it. */
  complaints: string[]
}

/** A page of the demo in a browser context of its own: no cookies of other tests. */
export async function open(path = '/', size = { width: 1280, height: 800 }): Promise<View> {
  browser ??= chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: FLAGS.split(' '),
  })
  const context = await (
    await browser
  ).newContext({ baseURL: inject('address'), locale: 'vi-VN', viewport: size })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  const response = await page.goto(path)
  expect(response?.status()).toBe(200)
  return { page, complaints }
}
