import { Session } from '@hopluc/shared/session'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const PASSWORD = 'hopluc-demo'

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }
/** The narrowest screen that counts. */
export const NARROW = { width: 360, height: 780 }

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: FLAGS.split(' '),
  })
}

/** Without the form, which has a test of its own. */
export async function signIn(
  context: BrowserContext,
  address: string,
  username: string,
): Promise<Session> {
  const answer = await context.request.post(`${address}/api/session`, {
    headers: { origin: address },
    data: { username, password: PASSWORD },
  })
  if (!answer.ok()) throw new Error(`${username} cannot sign in: ${await answer.text()}`)
  return Session.parse(await answer.json())
}

/** Waits until the page has its heading and asks the server for nothing more. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
}
