import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { desk, isMissing, launchBrowser, openWindow, phone, soon, whySkipped } from './support/chromium.ts'
import { type Playground, startPlayground } from './support/start-playground.ts'

describe.skipIf(isMissing)(`the chat page for everybody${whySkipped}`, () => {
  let browser: Browser
  let context: BrowserContext
  let playground: Playground
  const complaints: string[] = []

  beforeAll(async () => {
    playground = await startPlayground()
    browser = await launchBrowser()
    context = await browser.newContext({ reducedMotion: 'reduce' })
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.close()
  })
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([])
  })

  it.each([
    { on: 'a phone', viewport: phone },
    { on: 'a desk', viewport: desk },
  ])('has nothing serious for axe to find on $on', async ({ viewport }) => {
    const person = viewport === phone ? playground.residentId : playground.englishId
    const page = await openWindow(context, `${playground.url}/#as=${person}`, viewport, complaints)
    const log = page.getByRole('log')
    const found: string[] = []
    const look = async (moment: string) => found.push(...(await checkAccessibility(page, moment)))

    await page.getByTestId(`chat-${person}`).waitFor()
    // beside the chat on a desk
    if (viewport === phone) await look('the list')
    await page.getByTestId(`chat-${person}`).click()
    await page.getByTestId('qr-w1').click()
    await page.getByTestId('qr-dialog').waitFor()
    await look('the QR code')
    await page.keyboard.press('Escape')
    await page.getByTestId('start').click()
    await log.getByRole('button', { name: '🏥 看病吃药' }).waitFor()
    await page.getByTestId('composer').fill('/mine')
    await page.getByTestId('send').click()
    await page.getByRole('button', { name: '第一件' }).waitFor()
    await look('the chat with both keyboards')
    await page.getByTestId('person-switcher').click()
    if (viewport === phone) await look('the menu of people')
    await page.getByTestId('add-resident').click()
    await page.getByRole('dialog').waitFor()
    await look('the dialog')
    expect(found).toEqual([])
    await page.close()
  })

  it('is used from the start to an answer without a pointer', async () => {
    const page = await openWindow(
      context,
      `${playground.url}/#as=${playground.administratorId}`,
      desk,
      complaints,
    )
    const { keyboard } = page
    await focusLands(page, '开始')
    await keyboard.press('Enter')
    await page.getByRole('button', { name: '🏥 看病吃药' }).waitFor()
    await tabTo(page, '🏥 看病吃药')
    await keyboard.press('Enter')
    await page.getByRole('button', { name: '☐ 药品不全' }).waitFor()
    await focusLands(page, '☐ 药品不全')
    await tabTo(page, '写消息')
    await keyboard.type('村里缺药')
    await tabTo(page, '发送')
    await keyboard.press('Space')
    await page.locator('xy-message').getByText('收到：村里缺药', { exact: true }).waitFor()
    await page.close()
  })
})

/** Colours are looked at twice, everything else once. */
async function checkAccessibility(page: Page, moment: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
    if (colorScheme === 'dark') axe.withRules(['color-contrast'])
    const { violations } = await axe.analyze()
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(`${moment}, ${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }
  return found
}

/** The name of whatever has the focus, in whichever shadow root. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    return (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').trim()
  })
}

function focusLands(page: Page, name: string): Promise<void> {
  return expect.poll(() => focusedName(page), soon).toBe(name)
}

/** Tab until there; it may be anywhere on the page, once around. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if ((await focusedName(page)) === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way to ${name} by Tab`)
}
