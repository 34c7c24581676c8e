/**
 * Makes docs/screenshots: `npm run screenshots`. Starts the playground twice, in Chinese and in English, goes the way of
 * the browser test there, and takes pictures on the way. Needs Chromium, and fonts for Chinese and for emoji (in Debian:
 * chromium, fonts-noto-cjk, fonts-noto-color-emoji).
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { BOT, LINKED_VILLAGE, people } from '../../src/playground/people.ts'
import { startProduct } from '../support/start-product.ts'
import { become, message, openChat, press, say, showChats } from './support/chat.ts'
import {
  type Answers,
  fillCard,
  lunch,
  medicines,
  medicinesInEnglish,
  schoolBus,
  submitLabel,
  winterRoad,
} from './support/fill-card.ts'
import { launchChromium, openPage, viewports } from './support/open-page.ts'
import { type Reader, readerOf } from './support/reader.ts'

interface Person {
  id: number
  firstName: string
  lastName?: string
}

interface Story {
  reader: Reader
  language: string
  /** who says what; the first one is photographed */
  residents: { name: string; filled: Answers[] }[]
  administrator: Person
  /** where there is none that speaks the language, somebody is added who founds a channel */
  newcomer: boolean
  channelTitle: string
}

const stories: Story[] = [
  {
    reader: readerOf('zh'),
    language: 'zh-CN',
    residents: [
      { name: '王秀英', filled: [medicines, winterRoad] },
      { name: '李建国', filled: [lunch] },
    ],
    administrator: personOf('张主任'),
    newcomer: false,
    channelTitle: LINKED_VILLAGE.channelTitle,
  },
  {
    reader: readerOf('en'),
    language: 'en-GB',
    residents: [{ name: 'Emma', filled: [schoolBus, medicinesInEnglish] }],
    administrator: { id: 0, firstName: 'Grace', lastName: 'Lin' },
    newcomer: true,
    channelTitle: 'Wuting committee',
  },
]

const out = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')
mkdirSync(out, { recursive: true })
const browser = await launchChromium('/usr/bin/chromium')
try {
  for (const story of stories) await tell(browser, story)
} finally {
  await browser.close()
}

async function tell(browser: Browser, story: Story): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-screenshots-'))
  const { reader, language, channelTitle } = story
  const env = { DATA_DIR: folder, DEFAULT_LOCALE: reader.locale }
  let product = await startProduct(env)
  let { administrator } = story
  try {
    if (story.newcomer) {
      administrator = await addAdministrator(product.address, administrator, reader.locale)
      await product.stop()
      product = await startProduct({ ...env, ADMIN_IDS: String(administrator.id) })
    }
    const desk = await openPage(browser, product.address, { viewport: viewports.desk, locale: language })
    const phone = await openPage(browser, product.address, {
      viewport: viewports.phone,
      locale: language,
      scale: 1.5,
    })
    const shoot = async (page: Page, name: string) => {
      await page.getByTestId('toast').waitFor({ state: 'detached' })
      await page.mouse.move(0, 0)
      const path = join(out, `${name}-${reader.locale}.png`)
      await page.screenshot({ path })
      process.stdout.write(`${path}\n`)
    }

    for (const [at, { name, filled }] of story.residents.entries()) {
      const { page } = at === 0 ? phone : desk
      await become(page, personOf(name))
      await openChat(page, BOT.firstName)
      await say(page, `/start v${LINKED_VILLAGE.code}`)
      await press(page, reader.t('consent-yes'))
      for (const [turn, each] of filled.entries()) {
        const isFirst = at === 0 && turn === 0
        await fillCard(page, reader, each, async (question) => {
          if (isFirst && question === 'aspects') await shoot(page, 'phone')
        })
        if (isFirst) {
          await page.emulateMedia({ colorScheme: 'dark' })
          await shoot(page, 'dark')
          await page.emulateMedia({ colorScheme: 'light' })
          await become(desk.page, personOf(name))
          await openChat(desk.page, BOT.firstName)
          await message(desk.page, reader.t('card-submit'))
          await shoot(desk.page, 'card')
        }
        await press(page, submitLabel(reader, each))
        await message(page, reader.t('receipt-thanks'))
        if (turn < filled.length - 1) await press(page, reader.t('receipt-another'))
      }
    }

    const { page } = desk
    await become(page, administrator)
    if (story.newcomer) await foundChannel(page, channelTitle)
    await showChats(page)
    await page.getByTestId('action-digest').click()
    await openChat(page, channelTitle)
    await message(page, reader.t('digest-newest'))
    await shoot(page, 'digest')

    await openChat(page, BOT.firstName)
    await say(page, '/query')
    await press(page, new RegExp(reader.t('query-all-topics')))
    await press(
      page,
      new RegExp(`^${reader.t('query-whole', { region: '' }).trim()}|^${reader.t('query-all-places')}`),
    )
    await press(page, reader.t('query-period-month'))
    await press(page, reader.t('query-status-all'))
    await message(page, reader.t('query-see-entries'))
    await shoot(page, 'query')
    await press(page, reader.t('query-see-entries'))
    await message(page, reader.t('query-to-tally'))
    await shoot(page, 'entries')

    for (const { complaints } of [desk, phone])
      if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`)
  } finally {
    await product.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function addAdministrator(address: string, person: Person, languageCode: string): Promise<Person> {
  const answer = await fetch(`${address}/playground/people`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...person, id: undefined, languageCode, part: 'administrator' }),
  })
  if (!answer.ok) throw new Error(`nobody was added: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Person
}

async function foundChannel(page: Page, title: string): Promise<void> {
  await page.getByTestId('new-chat').click()
  await page.getByRole('menuitem').first().click()
  await page.getByRole('dialog').getByRole('textbox').first().fill(title)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: title, level: 2 }).waitFor()
  await say(page, `/link ${LINKED_VILLAGE.code}`)
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
