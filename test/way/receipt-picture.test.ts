import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { readQrCode } from '../support/read-qr-code.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { BOT_USERNAME } from '../support/telegram-world.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('the receipt kept as a picture', () => {
  let way: OneProcessWay
  let resident: Actor
  let receipt: string
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
    resident = way.telegram.person({ firstName: '王秀英' })
    await resident.openLink(`v${VILLAGE}`)
    await walk(resident, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '就这些', '✅ 提交'])
    receipt = receiptOn(resident)
  })
  afterAll(() => way?.close())

  const pictureOf = (actor: Actor) => {
    const photo = actor.screen().message.photo?.at(-1)
    return Buffer.from(way.telegram.world.file(photo?.file_id ?? '')?.bytes ?? [])
  }
  const payload = () => `r${receipt.replace('-', '')}`

  test('comes below the receipt, whose words stay, and its code opens the bot at it', async () => {
    const thanks = resident.screen()
    await resident.press('🖼 存成图片')
    const picture = pictureOf(resident)
    expect(await readQrCode(picture)).toBe(`https://t.me/${BOT_USERNAME}?start=${payload()}`)
    const { channels } = await sharp(picture).stats()
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(40)
    expect(resident.messages().at(-2)).toMatchObject({ message_id: thanks.messageId, text: thanks.text })
    // its own buttons are out of sight now
    expect(resident.screen().labels).toEqual(['📋 我提过的', '✍️ 再说一件'])
    await resident.press('📋 我提过的')
    expect(resident.screen().text).toContain(receipt)
  })

  test('is to be had again below one’s own case', async () => {
    await resident.press(`🔎 ${receipt}`)
    await resident.press('🖼 存成图片')
    expect(await readQrCode(pictureOf(resident))).toContain(payload())
  })

  test('opens the case for its owner and for an administrator, and for nobody else', async () => {
    await resident.openLink(payload())
    expect(resident.screen().text).toContain('药品不全')
    expect(resident.screen().labels).toContain('🖼 存成图片')
    const administrator = way.telegram.administrator()
    await administrator.openLink(payload())
    expect(administrator.screen().text).toContain('药品不全')
    const stranger = way.telegram.person({ firstName: '过路人' })
    await stranger.openLink(payload())
    expect(stranger.screen().text).toContain('查不到')
    expect(
      stranger
        .messages()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('药品不全')
  })

  test('is drawn for nobody else, even with a button that was guessed', async () => {
    const stranger = way.telegram.person({ firstName: '好奇的人' })
    await stranger.say('/start')
    const { data, label } = resident.button('🖼 存成图片')
    await stranger.pressSeen({ messageId: stranger.screen().messageId, data, label })
    expect(stranger.messages().filter((each) => each.photo)).toEqual([])
    way.telegram.expectNothingRefused()
  })
})
