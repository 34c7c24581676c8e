import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumArguments } from '../../support/chromium-arguments.ts'

export const viewports = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } }

/** A page of the playground, with whatever it complained about. */
export interface OpenPage {
  page: Page
  /** errors and warnings on the console, errors that nobody caught, and requests that were refused or failed */
  complaints: string[]
  close(): Promise<void>
}

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: chromiumArguments })
}

/** Opens the playground in a window of its own: no storage is shared with other pages. */
export async function openPage(
  browser: Browser,
  address: string,
  options: { viewport: { width: number; height: number }; locale: string; scale?: number },
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: options.viewport,
    locale: options.locale,
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: options.scale ?? 1,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`page: ${error}`))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  await page.goto(address)
  await page.getByTestId('person-switcher').waitFor()
  return { page, complaints, close: () => context.close() }
}
