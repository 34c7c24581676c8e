import QRCode from 'qrcode'
import { expect, test } from 'vitest'
import { linkChat } from '../../support/link-chat.ts'
import { BOT_USERNAME } from '../../support/telegram-world.ts'
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
    await linkChat(committee, VILLAGE)

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
    await linkChat(township, TOWNSHIP)
    expect(township.screen().text).toContain('高村镇')
    expect(township.screen().text).toContain('下面各村')
  })

  test('somebody who is no administrator links nothing, and learns in private what to do', async () => {
    const { way, li } = of()
    const group = way.telegram.world.addGroup({ title: '麻将', administrators: [li.id] })
    way.telegram.world.addBot(group, li.id)
    const stranger = li.in(group)
    await stranger.waitFor(/还没有连上村子/)
    await stranger.say(`/link ${VILLAGE}`)
    const answer = await stranger.press('连上')
    expect(answer).toMatchObject({ showAlert: true, text: expect.stringContaining('只有管这个地方的管理员') })
    await stranger.say('/digest')
    expect(stranger.screen().text).toContain('还没有连上村子')

    await li.say('/link')
    const { text = '', entities = [] } = li.screen().message
    const copied = entities.filter(({ type }) => type === 'code')
    expect(copied.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([String(li.id)])
  })
}
