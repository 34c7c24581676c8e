import QRCode from 'qrcode'
import { expect, test } from 'vitest'
import { BOT_USERNAME } from '../../support/telegram-world.ts'
import { until } from '../../support/until.ts'
import { type Cast, TOWNSHIP, VILLAGE } from './cast.ts'

/** The committees come on board: who may link what, and what they get. */
export function linkCommittees(of: () => Cast): void {
  test('a channel is linked by its administrator and gets its link and the picture of it', async () => {
    const { way, administrator, committee } = of()
    const { world, quiet } = way.telegram
    await administrator.say('/start')
    world.addBot(committee.chatId, administrator.id)
    await quiet()

    await committee.say('/link 140822105999')
    expect(committee.screen().text).toContain('没有代码是 140822105999 的地方')
    await committee.say(`/link ${VILLAGE}`)

    const url = `https://t.me/${BOT_USERNAME}?start=v${VILLAGE}`
    const said = committee.messages().slice(-2)
    expect(said[0]?.text).toContain('乌停村（万荣县·高村镇）')
    expect(said[0]?.text).toContain(url)
    const picture = world.file(said[1]?.photo?.at(-1)?.file_id ?? '')
    const wanted = await QRCode.toBuffer(url, { width: 600, margin: 3, errorCorrectionLevel: 'M' })
    expect(picture && Buffer.from(picture.bytes).equals(wanted)).toBe(true)
  })

  test('a group of a township is linked too', async () => {
    const { way, administrator, township } = of()
    way.telegram.world.addBot(township.chatId, administrator.id)
    await township.waitFor(/还没有连上村子/)
    await township.say(`/link ${TOWNSHIP}`)
    expect(township.screen().text).toContain('高村镇')
    expect(township.screen().text).toContain('下面各村')
  })

  test('somebody who is no administrator learns their own id and links nothing', async () => {
    const { way, li } = of()
    const group = way.telegram.world.addGroup({ title: '麻将', administrators: [li.id] })
    way.telegram.world.addBot(group, li.id)
    const stranger = li.in(group)
    await stranger.waitFor(/还没有连上村子/)
    await stranger.say(`/link ${VILLAGE}`)
    expect(stranger.screen().text).toContain(String(li.id))
    await stranger.say('/digest')
    expect(stranger.screen().text).toContain('还没有连上村子')

    // a channel post bears no sender: a button asks, and the presser's own scope counts
    const channel = way.telegram.world.addChannel({ title: '别的', administrators: [li.id] })
    way.telegram.world.addBot(channel, li.id)
    const poster = li.in(channel)
    await poster.say(`/link ${VILLAGE}`)
    const answer = await poster.press('连上')
    expect(answer).toMatchObject({ showAlert: true, text: expect.stringContaining(String(li.id)) })
    await until(() => way.telegram.world.pendingUpdates().length === 0, { what: 'the bot is done' })
    expect(poster.messages().some((message) => message.text?.includes('✅ 连上了'))).toBe(false)
  })
}
