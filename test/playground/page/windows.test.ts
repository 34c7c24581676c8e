import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  desk,
  isMissing,
  launchBrowser,
  openWindow,
  phone,
  soon,
  whySkipped,
  write,
} from './support/chromium.ts'
import { type Playground, startPlayground } from './support/start-playground.ts'

describe.skipIf(isMissing)(`several windows of the chat page${whySkipped}`, () => {
  let browser: Browser
  let context: BrowserContext
  let playground: Playground
  const complaints: string[] = []

  beforeAll(async () => {
    playground = await startPlayground()
    browser = await launchBrowser()
    context = await browser.newContext()
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.close()
  })
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([])
  })

  const open = (viewport: typeof desk, hash: string) =>
    openWindow(context, `${playground.url}/${hash}`, viewport, complaints)

  it('show the same chats, count what is unread, and lose nothing on a reload', async () => {
    const { residentId, administratorId, channelId } = playground
    const reader = await open(phone, `#as=${residentId}`)
    const writer = await open(desk, `#as=${administratorId}&chat=${channelId}`)
    const entry = reader.getByTestId(`chat-${channelId}`)
    await entry.waitFor()
    await write(writer, '明天停水')
    await entry.getByText('1 条没看').waitFor({ state: 'attached' })
    await write(writer, '后天来水')
    await entry.getByText('2 条没看').waitFor({ state: 'attached' })
    await expect.poll(() => reader.title(), soon).toBe('(2) 乡音')
    await reader.reload()
    await entry.getByText('2 条没看').waitFor({ state: 'attached' })
    await entry.click()
    await reader.getByText('明天停水').waitFor()
    await reader.reload()
    await reader.locator('xy-message').getByText('后天来水').waitFor()
    await expect.poll(() => reader.title(), soon).not.toContain('(')

    // All places to listen are taken: this window asks from now on, and still follows.
    await writer.evaluate(() => {
      const { promise } = Promise.withResolvers()
      for (const place of [0, 1, 2, 3]) void navigator.locks.request(`events/${place}`, () => promise)
    })
    await reader.reload()
    await reader.locator('xy-message').getByText('后天来水').waitFor()
    await write(writer, '水来了')
    await reader.locator('xy-message').getByText('水来了').waitFor()
    await reader.close()
    await writer.close()
  })

  it('open with the bot’s chat, where a village’s code can be scanned', async () => {
    const page = await open(desk, `#as=${playground.residentId}`)
    await page.getByTestId('qr-w1').click()
    const dialog = page.getByTestId('qr-dialog')
    const picture = dialog.getByRole('img')
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), soon)
      .toBeGreaterThan(0)
    await dialog.getByRole('button', { name: '关上' }).click()
    await page.getByTestId('link-w1').click()
    await page.locator('xy-message').getByText('您好！w1', { exact: true }).waitFor()
    await page.close()
  })

  it('put the clock forward, and say so when asked to turn it back', async () => {
    const page = await open(phone, `#as=${playground.residentId}`)
    const clock = page.getByTestId('clock')
    const shown = async () => Date.parse((await clock.getAttribute('datetime')) ?? '')
    const before = await shown()
    await expect.poll(shown, soon).toBeGreaterThan(before)
    await page.getByTestId('clock-monday').click()
    await expect.poll(() => clock.textContent(), soon).toMatch(/星期一 08:00:0\d$/)
    const monday = await shown()
    await page.getByTestId('clock-day').click()
    await expect.poll(() => clock.textContent(), soon).toMatch(/星期二 08:00:\d\d$/)
    await page.getByTestId('clock-set').fill('2020-01-01T08:00')
    await page.getByTestId('clock-go').click()
    await page.getByTestId('toast').getByText('时间只能往后走').waitFor()
    await page.getByTestId('clock-fortnight').click()
    await expect.poll(shown, soon).toBeGreaterThan(monday + 14 * 24 * 3600 * 1000)
    await page.reload()
    await expect.poll(shown, soon).toBeGreaterThan(monday + 14 * 24 * 3600 * 1000)
    await page.close()
  })
})
