import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { desk, isMissing, launchBrowser, openWindow, phone, whySkipped, write } from './support/chromium.ts'
import { type Playground, startPlayground } from './support/start-playground.ts'

describe.skipIf(isMissing)(`the chat page${whySkipped}`, () => {
  let browser: Browser
  let context: BrowserContext
  let playground: Playground
  const complaints: string[] = []

  beforeAll(async () => {
    playground = await startPlayground()
    browser = await launchBrowser()
    context = await browser.newContext({ permissions: ['microphone'] })
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.close()
  })
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([])
  })

  const open = (viewport: typeof desk, hash = '') =>
    openWindow(context, `${playground.url}/${hash}`, viewport, complaints)

  it('lets a resident start, press and see the same message change in place, and hear what is urgent', async () => {
    const page = await open(desk)
    await page.getByTestId(`chat-${playground.residentId}`).click()
    await page.getByRole('button', { name: '开始', exact: true }).click()
    const topic = page.getByRole('button', { name: '🏥 看病吃药' })
    await topic.focus()
    await page.keyboard.press('Enter')
    const aspect = page.getByRole('button', { name: '☐ 药品不全' })
    await aspect.waitFor()
    expect(await page.getByTestId('toast').textContent()).toBe('记下了')
    expect(await aspect.evaluate((button) => button.matches(':focus'))).toBe(true)
    expect(await page.getByText('哪些地方要改进？').count()).toBeGreaterThan(0)

    await page.reload()
    await aspect.waitFor()
    await page.getByRole('button', { name: '⬅ 返回' }).click()
    const urgent = page.getByRole('button', { name: '🚑 急事' })
    await urgent.click()
    const alert = page.getByRole('alertdialog')
    await alert.getByText('先打 120').waitFor()
    await alert.getByRole('button', { name: '知道了' }).click()
    await alert.waitFor({ state: 'detached' })
    expect(await urgent.evaluate((button) => button.matches(':focus'))).toBe(true)
    await page.close()
  })

  it('offers the commands on a slash, the keyboard that the bot sends, and to block it', async () => {
    const page = await open(desk, `#as=${playground.residentId}&chat=${playground.residentId}`)
    await page.getByTestId('composer').fill('/m')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '第一件' }).click()
    await page.getByText('收到：第一件', { exact: true }).last().waitFor()

    await page.getByRole('button', { name: '更多' }).first().click()
    await page.getByRole('menuitem', { name: '拉黑机器人' }).click()
    await page.getByRole('button', { name: '放它回来' }).click()
    await page.getByTestId('composer').waitFor()
    await page.close()
  })

  it('records a voice message', async () => {
    const page = await open(desk, `#as=${playground.residentId}&chat=${playground.residentId}`)
    await page.getByRole('button', { name: '录一段语音' }).click()
    await page.waitForTimeout(1100)
    await page.getByRole('button', { name: '录好了，发送' }).click()
    await page.getByText('听到了，1 秒').last().waitFor()
    await page.getByRole('button', { name: '播放语音' }).last().click()
    await page.getByRole('button', { name: '暂停' }).waitFor()
    await page.close()
  })

  it('follows the channel in another window and a deep link into the chat, on a phone', async () => {
    const resident = await open(phone, `#as=${playground.residentId}`)
    const administrator = await open(desk, `#as=${playground.administratorId}`)
    await administrator.getByTestId('action-post-digest').click()
    await resident.bringToFront()
    const channel = resident.getByTestId(`chat-${playground.channelId}`)
    await channel.getByText('1 条没看').waitFor({ state: 'attached' })
    await channel.click()
    await resident.getByRole('button', { name: '我也要说' }).click()
    await resident.getByText('您好！w1', { exact: true }).last().waitFor()
    await resident.getByRole('button', { name: '返回聊天列表' }).click()
    await channel.waitFor()
    expect(await channel.getByText('1 条没看').count()).toBe(0)
    await administrator.close()
    await resident.close()
  })

  it('lets one be somebody else, who is still there after a reload', async () => {
    const page = await open(phone, `#as=${playground.residentId}&chat=${playground.residentId}`)
    const switcher = page.getByTestId('person-switcher')
    await switcher.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(() => switcher.evaluate((button) => button.matches(':focus'))).toBe(true)
    await switcher.press('Enter')
    await page.getByTestId(`person-${playground.englishId}`).press('Enter')
    await page.getByRole('textbox', { name: 'Message' }).waitFor()
    await page.reload()
    await page.getByTestId('person-switcher').getByText('Emma').waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-GB')
    await page.close()
  })

  it('changes an own message or caption, and quotes one in a reply', async () => {
    const page = await open(desk, `#as=${playground.administratorId}&chat=${playground.administratorId}`)
    await write(page, '写错')
    await page.getByText('收到：写错', { exact: true }).last().waitFor()
    await page.getByTestId('composer').press('ArrowUp')
    await write(page, '写对')
    const bubble = page.locator('xy-message').first()
    await bubble.getByText('写对').waitFor()
    await bubble.hover()
    await bubble.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '回复' }).click()
    await write(page, '就这样')
    await page
      .locator('xy-message')
      .filter({ hasText: '就这样' })
      .locator('.quote')
      .getByText('写对')
      .waitFor()

    const file = { name: '账单.txt', mimeType: 'text/plain', buffer: Buffer.from('一百元') }
    await page.locator('xy-attach-menu input').setInputFiles(file)
    await write(page, '药费')
    const caption = page.locator('xy-message').filter({ hasText: '账单.txt' }).locator('.words')
    await caption.getByText('药费').waitFor()
    await page.getByTestId('composer').press('ArrowUp')
    await write(page, '上个月的药费')
    await caption.getByText('上个月的药费').waitFor()
    await page.close()
  })

  it('keeps the place in the chat while the server is away', async () => {
    const page = await open(desk, `#as=${playground.residentId}&chat=${playground.residentId}`)
    await page.getByTestId('composer').fill('还没写完')
    await context.setOffline(true)
    await page.getByTestId('send').click()
    await page.getByTestId('toast').getByText('服务器没有回应').waitFor()
    expect(await page.getByTestId('composer').inputValue()).toBe('还没写完')
    await context.setOffline(false)
    // the browser's own words for a request that failed, as meant here
    const others = complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))
    complaints.splice(0, complaints.length, ...others)
    await page.close()
  })

  it('adds a resident and a group with the bot in it', async () => {
    const page = await open(phone, `#as=${playground.residentId}`)
    await page.getByTestId('person-switcher').click()
    await page.getByTestId('add-resident').click()
    await page.getByLabel('名', { exact: true }).fill('小明')
    await page.getByLabel('姓', { exact: true }).fill('张')
    await page.keyboard.press('Enter')
    await page.getByTestId('person-switcher').getByText('张小明').waitFor()
    await page.getByTestId('new-chat').click()
    await page.getByRole('menuitem', { name: '建一个群，请机器人进来' }).click()
    await page.getByLabel('叫什么名字').fill('东头的人')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '东头的人' }).waitFor()
    await page.getByText('乡音意见箱 进来了').last().waitFor()
    await page.close()
  })
})
