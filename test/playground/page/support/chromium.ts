import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumArguments } from '../../../support/chromium-arguments.ts'

const executablePath = '/usr/bin/chromium'
export const isMissing = !existsSync(executablePath)
if (isMissing && process.env.CI) throw new Error(`CI must have ${executablePath}`)
/** behind a suite's name */
export const whySkipped = isMissing ? ` (skipped: there is no ${executablePath})` : ''

export const desk = { width: 1280, height: 800 }
export const phone = { width: 390, height: 844 }

/** for `expect.poll`: a busy machine takes longer than its own second */
export const soon = { timeout: 5000 }

const args = [...chromiumArguments, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args })
}

/** A window of the chat page; what the browser complains about is added to `complaints`. */
export async function openWindow(
  context: BrowserContext,
  address: string,
  viewport: { width: number; height: number },
  complaints: string[],
): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize(viewport)
  page.setDefaultTimeout(5000)
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(address)
  return page
}

export async function write(page: Page, text: string): Promise<void> {
  await page.getByTestId('composer').fill(text)
  await page.getByTestId('send').click()
}
