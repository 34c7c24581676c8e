import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { PlaygroundHistory, PlaygroundState } from '../../../src/playground/contract.ts'
import { LINKED_VILLAGE, people } from '../../../src/playground/people.ts'
import { startProduct } from '../../support/start-product.ts'
import { press, say } from '../support/chat.ts'
import { openPage, viewports } from '../support/open-page.ts'
import { type Reader, readerOf } from '../support/reader.ts'

export interface Person {
  id: number
  firstName: string
  lastName?: string
}

/** A playground that speaks one language, with two windows on it. */
export interface Stage {
  reader: Reader
  phone: Page
  desk: Page
  /** two people who speak the language */
  residents: [Person, Person]
  administrator: Person
  channelTitle: string
  /** the committee's channel, which must be there */
  addChannel(): Promise<void>
  /** `docs/screenshots/<name>-<locale>.png` */
  shoot(page: Page, name: string): Promise<void>
  /** somebody sends something without the page, e.g. in reply to the newest message that has these words */
  sendFor(person: Person, chatTitle: string, sent: Sent): Promise<void>
  /** throws where the page complained */
  close(): Promise<void>
}

export interface Sent {
  text?: string
  photo?: Buffer
  voice?: Buffer
  inReplyTo?: string
}

const out = join(import.meta.dirname, '..', '..', '..', 'docs', 'screenshots')

/** Starts the product anew. In English everybody but Emma is added first, an administrator among them. */
export async function openStage(browser: Browser, locale: 'zh' | 'en'): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-screenshots-'))
  const env = { DATA_DIR: folder, DEFAULT_LOCALE: locale }
  let product = await startProduct(env)
  const add = async (firstName: string, lastName: string, part: 'resident' | 'administrator') =>
    await request<Person>(`${product.address}/playground/people`, {
      firstName,
      lastName,
      languageCode: locale,
      part,
    })
  const isEnglish = locale === 'en'
  const administrator = isEnglish ? await add('Grace', 'Lin', 'administrator') : personOf('张主任')
  const second = isEnglish ? await add('Tom', 'Baker', 'resident') : personOf('李建国')
  if (isEnglish) {
    await product.stop()
    product = await startProduct({ ...env, ADMIN_IDS: String(administrator.id) })
  }
  const windowOf = async (viewport: { width: number; height: number }, scale: number) =>
    await openPage(browser, product.address, { viewport, locale: isEnglish ? 'en-GB' : 'zh-CN', scale })
  const desk = await windowOf(viewports.desk, 1)
  const phone = await windowOf(viewports.phone, 1.5)
  const channelTitle = isEnglish ? 'Wuting committee' : LINKED_VILLAGE.channelTitle

  return {
    reader: readerOf(locale),
    phone: phone.page,
    desk: desk.page,
    residents: [personOf(isEnglish ? 'Emma' : '王秀英'), second],
    administrator,
    channelTitle,
    addChannel: async () => {
      if (isEnglish) await foundChannel(desk.page, channelTitle)
    },
    shoot: async (page, name) => {
      await page.getByTestId('toast').waitFor({ state: 'detached' })
      await page.mouse.move(0, 0)
      const path = join(out, `${name}-${locale}.png`)
      mkdirSync(dirname(path), { recursive: true })
      const picture = sharp(await page.screenshot())
      // there are many: as wide as the page, and some colours fewer
      if (name.startsWith('screens/')) picture.resize({ width: page.viewportSize()?.width ?? 390 })
      await picture.png({ palette: true, effort: 8 }).toFile(path)
      process.stdout.write(`${path}\n`)
    },
    sendFor: async (person, chatTitle, { text, photo, voice, inReplyTo }) => {
      const root = `${product.address}/playground`
      const { chats } = await request<PlaygroundState>(`${root}/state?as=${person.id}`)
      const chatId = chats.find(({ title }) => title === chatTitle)?.chat.id
      const messagesOf = `${root}/chats/${chatId}/messages`
      const { messages } = await request<PlaygroundHistory>(`${messagesOf}?as=${person.id}`)
      const answered = messages.findLast((each) => inReplyTo && each.text?.includes(inReplyTo))
      const form = new FormData()
      form.append('as', String(person.id))
      if (text) form.append('text', text)
      if (answered) form.append('replyTo', String(answered.message_id))
      if (photo) form.append('file', new File([new Uint8Array(photo)], 'photo.jpg', { type: 'image/jpeg' }))
      if (voice) {
        form.append('file', new File([new Uint8Array(voice)], 'voice.ogg', { type: 'audio/ogg' }))
        form.append('fileKind', 'voice')
        form.append('duration', '4')
      }
      await request(messagesOf, form)
    },
    close: async () => {
      const complaints = [...desk.complaints, ...phone.complaints]
      await desk.close()
      await phone.close()
      await product.stop()
      rmSync(folder, { recursive: true, force: true })
      if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`)
    },
  }
}

async function request<T>(url: string, body?: object): Promise<T> {
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const init = body && { method: 'POST', ...(body instanceof FormData ? { body } : json) }
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

async function foundChannel(page: Page, title: string): Promise<void> {
  await page.getByTestId('new-chat').click()
  await page.getByRole('menuitem').first().click()
  await page.getByRole('dialog').getByRole('textbox').first().fill(title)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: title, level: 2 }).waitFor()
  await say(page, `/link ${LINKED_VILLAGE.code}`)
  await press(page, /连上|Link it/)
  await page
    .getByRole('img', { name: LINKED_VILLAGE.code })
    .or(page.locator('xy-message img'))
    .last()
    .waitFor()
}

function personOf(name: string): Person {
  const person = people.find(({ firstName }) => firstName === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person
}
