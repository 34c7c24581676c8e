import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOT, LINKED_VILLAGE, people } from '../../src/playground/people.ts'
import { services } from '../support/databases.ts'
import { type Product, startProduct } from '../support/start-product.ts'
import { become, message, openChat, press, say, showChats } from './support/chat.ts'
import { checkAccessibility } from './support/check-accessibility.ts'
import { type Answers, fillCard, medicines, schoolBus, submitLabel } from './support/fill-card.ts'
import { launchChromium, type OpenPage, openPage, viewports } from './support/open-page.ts'
import { type Reader, readerOf } from './support/reader.ts'

const zh = readerOf('zh')
const residents = [
  { who: '王秀英', locale: 'zh', language: 'zh-CN', filled: medicines, checkedOn: 'a phone' },
  { who: 'Emma', locale: 'en', language: 'en-GB', filled: schoolBus, checkedOn: 'a desk' },
] as const
const RECEIPT = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/

describe.skipIf(!services.chromium)(
  `the whole way in a browser${services.chromium ? '' : ' (skipped: there is no /usr/bin/chromium)'}`,
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium(services.chromium ?? '')
    })
    afterAll(() => browser?.close())

    describe.each([
      { on: 'a phone', viewport: viewports.phone },
      { on: 'a desk', viewport: viewports.desk },
    ])('on $on', ({ on, viewport }) => {
      const folder = mkdtempSync(join(tmpdir(), 'xiangyin-browser-'))
      let product: Product
      beforeAll(async () => {
        product = await startProduct({ DATA_DIR: folder })
      })
      afterAll(async () => {
        await product?.stop()
        rmSync(folder, { recursive: true, force: true })
      })

      it.each(residents)('goes from $who’s first word to the administrator’s query', async (resident) => {
        const opened = await openPage(browser, product.address, { viewport, locale: resident.language })
        const way = {
          ...opened,
          reader: readerOf(resident.locale),
          found: [] as string[],
          isThorough: resident.checkedOn === on,
        }
        await become(way.page, personOf(resident.who))
        await agree(way, viewport === viewports.phone)
        await fillAndSubmit(way, resident.filled)

        await become(way.page, personOf('张主任'))
        await seeDigest(way, resident.filled)
        await query(way, resident.filled)

        expect(way.found).toEqual([])
        expect(way.complaints).toEqual([])
        await opened.close()
      })
    })
  },
)

function personOf(name: string): { id: number; firstName: string } {
  const person = people.find(({ firstName }) => firstName === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person
}

interface Way extends OpenPage {
  reader: Reader
  /** by axe */
  found: string[]
  /** looks at every moment; the others only at the fullest ones, which saves half a minute */
  isThorough: boolean
}

const FULLEST = ['the filled card', 'the counts']

async function look(way: Way, moment: string): Promise<void> {
  if (!way.isThorough && !FULLEST.includes(moment)) return
  way.found.push(...(await checkAccessibility(way.page, moment)))
}

/** To the menu: by typing the village's name, or by what the village's link and QR code send. */
async function agree(way: Way, byName: boolean): Promise<void> {
  const { page, reader } = way
  await openChat(page, BOT.firstName)
  if (byName) {
    await look(way, 'the empty chat')
    await page.locator('xy-chat-view .empty button').click()
    await page.getByRole('button', { name: reader.t('village-step-down') }).waitFor()
    await say(page, '乌停')
    await press(page, /^(Wuting Village \()?乌停村/)
  } else await say(page, `/start v${LINKED_VILLAGE.code}`)
  await page.getByRole('button', { name: reader.t('consent-yes') }).waitFor()
  await look(way, 'the consent')
  await press(page, reader.t('consent-yes'))
}

async function fillAndSubmit(way: Way, filled: Answers): Promise<void> {
  const { page, reader } = way
  await fillCard(page, reader, filled)
  await message(page, String(filled.answers.words).slice(0, 20))
  await look(way, 'the filled card')
  await press(page, submitLabel(reader, filled))
  const receipt = await message(page, reader.t('receipt-thanks'))
  await receipt.getByText(RECEIPT).waitFor()
  await look(way, 'the receipt')
}

async function seeDigest(way: Way, filled: Answers): Promise<void> {
  const { page } = way
  await showChats(page)
  await page.getByTestId('action-digest').click()
  await openChat(page, LINKED_VILLAGE.channelTitle)
  const digest = await message(page, zh.t('digest-newest'))
  await digest.getByText(String(filled.answers.words).slice(0, 12)).waitFor()
  await look(way, 'the digest')
}

async function query(way: Way, { card, answers }: Answers): Promise<void> {
  const { page } = way
  await openChat(page, BOT.firstName)
  await say(page, '/query')
  await press(page, `${card.icon} ${zh.t(`topic-${card.topic}`)}`)
  await press(page, new RegExp(`^${zh.t('query-whole', { region: '' })}|^${zh.t('query-all-places')}`))
  await press(page, zh.t('query-period-month'))
  await press(page, zh.t('query-status-all'))
  await message(page, zh.t('query-count', { entries: 1, people: 1, mean: '2.0' }))
  await look(way, 'the counts')
  await press(page, zh.t('query-see-entries'))
  await message(page, String(answers.words).slice(0, 12))
  await look(way, 'the entries')
}
