import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { TOWNSHIP, VILLAGE } from './main/cast.ts'

const OTHER_VILLAGE = '140822105202'
const skipped = services.postgres ? '' : ' (skipped: there is no PostgreSQL)'

describe.skipIf(!services.postgres)(`a committee's chat${skipped}`, { timeout: LONGEST_TEST_MS }, () => {
  let way: OneProcessWay
  let administrator: Actor
  /** no administrator of ours; runs chats of their own */
  let li: Actor
  const world = () => way.telegram.world
  beforeAll(async () => {
    way = await openWay('PostgreSQL', { filled: true, started: true, env: { RATE_LIMIT: '0' } })
    administrator = way.telegram.administrator()
    await administrator.say('/start')
    li = way.telegram.person({ firstName: '李建国' })
    await li.say('/start')
  })
  afterAll(() => way?.close())

  const linkedTo = async (chatId: number) =>
    await way.withDatabase(
      async ({ prisma }) =>
        (await prisma.committeeChat.findUnique({ where: { chatId } }))?.regionCode ?? null,
    )
  const eventsOf = async (chatId: number) =>
    await way.withDatabase(async ({ prisma }) =>
      (await prisma.committeeChatEvent.findMany({ where: { chatId }, orderBy: { id: 'asc' } })).map(
        ({ kind, regionBefore, regionAfter, actorTelegramId }) => [
          kind,
          regionBefore,
          regionAfter,
          actorTelegramId === null ? null : Number(actorTelegramId),
        ],
      ),
    )
  const newChannel = async (owner: Actor, others: Actor[] = []) => {
    const people = [owner, ...others].map(({ id }) => id)
    const channel = world().addChannel({ title: '村委会', administrators: people })
    world().addBot(channel, owner.id)
    await way.telegram.quiet()
    return channel
  }
  const newGroup = async (members: Actor[], kind: { supergroup?: boolean; username?: string } = {}) => {
    const title = '民生群'
    const administrators = [administrator.id]
    const group = world().addGroup({ title, administrators, members: members.map(({ id }) => id), ...kind })
    // an administrator sees every message, as the bot of a committee does
    world().addBot(group, administrator.id, { administrator: true })
    await way.telegram.quiet()
    return group
  }

  describe('changes only by the press of an administrator', () => {
    let channel: number
    beforeEach(async () => {
      channel = await newChannel(administrator, [li])
      await linkChat(administrator.in(channel), VILLAGE)
      expect(await linkedTo(channel)).toBe(VILLAGE)
    })

    test('a post in a channel that an administrator once added the bot to shows the button, no more', async () => {
      const poster = li.in(channel)
      for (const code of [TOWNSHIP, '1408']) {
        await poster.say(`/link ${code}`)
        expect(poster.screen().text).toContain('现在连的是乌停村')
        expect(await linkedTo(channel)).toBe(VILLAGE)
      }
      const answer = await poster.press('✅ 连上')
      expect(answer).toMatchObject({
        showAlert: true,
        text: expect.stringContaining('只有管这个地方的管理员'),
      })
      expect(await linkedTo(channel)).toBe(VILLAGE)
      expect(await eventsOf(channel)).toEqual([['linked', null, VILLAGE, administrator.id]])
    })

    test('neither does a forged press of somebody who is no administrator, for a button that was never shown', async () => {
      const [message] = world().history(channel)
      for (const data of [`k:${TOWNSHIP}`, `k:${TOWNSHIP}:w`, 'unlink'])
        await world().press(li.id, channel, message?.message_id ?? 0, data, { stale: true })
      expect(await linkedTo(channel)).toBe(VILLAGE)
    })

    test('an administrator changes it by a press, which the ledger names, and ends it by another', async () => {
      const committee = administrator.in(channel)
      await linkChat(committee, OTHER_VILLAGE)
      expect(await linkedTo(channel)).toBe(OTHER_VILLAGE)
      await administrator.waitFor(/从乌停村.*改连到/)
      await committee.say('/unlink')
      expect((await li.in(channel).press('✂️ 断开')).text).toContain('只有管这个地方的管理员能断开')
      expect(await linkedTo(channel)).toBe(OTHER_VILLAGE)
      await committee.press('✂️ 断开')
      expect(committee.screen().text).toContain('断开了')
      expect(await linkedTo(channel)).toBeNull()
      await administrator.waitFor(/断开了，意见不再发到那里[\s\S]*是您办的/)
      await committee.say('/cases')
      expect(committee.screen().text).toContain('这个频道还没有连上村子')
      expect(await eventsOf(channel)).toEqual([
        ['linked', null, VILLAGE, administrator.id],
        ['changed', VILLAGE, OTHER_VILLAGE, administrator.id],
        ['unlinked', OTHER_VILLAGE, null, administrator.id],
      ])
    })

    test('it ends when the bot is removed, and does not come back with the bot', async () => {
      world().removeBot(channel, li.id)
      await way.telegram.quiet()
      expect(await linkedTo(channel)).toBeNull()
      const told = await administrator.waitFor(/我不在频道“村委会”里了/)
      expect(told.text).toContain(String(li.id))
      world().addBot(channel, administrator.id)
      await way.telegram.quiet()
      expect(await linkedTo(channel)).toBeNull()
      expect((await eventsOf(channel)).at(-1)).toEqual(['left', VILLAGE, null, li.id])
    })
  })

  describe('in a group, words that nobody signed carry no rights', () => {
    let group: number
    beforeEach(async () => {
      group = await newGroup([li], { supergroup: true })
      await linkChat(administrator.in(group), VILLAGE)
      expect(await linkedTo(group)).toBe(VILLAGE)
    })

    test('those of a member who speaks as a channel of their own', async () => {
      const own = world().addChannel({ title: '高村镇', administrators: [li.id] })
      world().say(li.id, group, { text: `/link ${TOWNSHIP}` }, { asChat: own })
      await way.telegram.quiet()
      expect(await linkedTo(group)).toBe(VILLAGE)
      world().say(li.id, group, { text: '/digest' }, { asChat: own })
      await way.telegram.quiet()
      expect(li.in(group).screen().text).toContain('只有群的管理员')
    })

    test('a post that was forwarded from a channel by itself', async () => {
      const own = world().addChannel({ title: '高村镇', administrators: [li.id] })
      world().linkDiscussion(own, group)
      world().say(li.id, own, { text: `/link ${TOWNSHIP}` })
      await way.telegram.quiet()
      expect(
        world()
          .history(group)
          .some((message) => message.is_automatic_forward),
      ).toBe(true)
      expect(await linkedTo(group)).toBe(VILLAGE)
    })

    test('those that come by way of another bot, also from an administrator', async () => {
      world().say(administrator.id, group, { text: `/link ${TOWNSHIP}` }, { viaBot: 'some_other_bot' })
      await way.telegram.quiet()
      expect(await linkedTo(group)).toBe(VILLAGE)
      world().say(administrator.id, group, { text: '/digest all' }, { viaBot: 'some_other_bot' })
      await way.telegram.quiet()
      expect(administrator.in(group).screen().text).toContain('给管理员用的')
    })

    test('and nobody is named in the ledger but who pressed', async () => {
      expect(await eventsOf(group)).toEqual([['linked', null, VILLAGE, administrator.id]])
    })
  })

  test('a group that becomes a supergroup keeps its link, and the ledger says so', async () => {
    const group = await newGroup([])
    await linkChat(administrator.in(group), VILLAGE)
    const moved = world().migrateToSupergroup(group)
    await way.telegram.quiet()
    expect([await linkedTo(group), await linkedTo(moved)]).toEqual([null, VILLAGE])
    expect(await eventsOf(moved)).toEqual([['migrated', VILLAGE, VILLAGE, null]])
  })

  test('a public channel or group is refused, also when it becomes public after the button was shown', async () => {
    const open = world().addChannel({ title: '公开', administrators: [administrator.id], username: 'wuting' })
    world().addBot(open, administrator.id)
    await way.telegram.quiet()
    await administrator.in(open).say(`/link ${VILLAGE}`)
    expect(administrator.in(open).screen()).toMatchObject({
      text: expect.stringContaining('是公开的'),
      labels: [],
    })
    const [message] = world().history(open)
    await world().press(administrator.id, open, message?.message_id ?? 0, `k:${VILLAGE}`, { stale: true })
    expect(await linkedTo(open)).toBeNull()

    const group = await newGroup([], { supergroup: true, username: 'wuting_group' })
    await administrator.in(group).say(`/link ${VILLAGE}`)
    expect(administrator.in(group).screen().text).toContain('这个群是公开的')
    expect(await linkedTo(group)).toBeNull()
  })

  test('whoever links a channel with a discussion group is warned first, also when it got one meanwhile', async () => {
    const channel = await newChannel(administrator)
    const committee = administrator.in(channel)
    await committee.say(`/link ${VILLAGE}`)
    expect(committee.screen().text).not.toContain('讨论群')
    world().linkDiscussion(channel, await newGroup([], { supergroup: true }))
    await committee.press('✅ 连上')
    expect(committee.screen().text).toContain('群里的人也看得到')
    expect(await linkedTo(channel)).toBeNull()
    await committee.press('✅ 连上')
    expect(await linkedTo(channel)).toBe(VILLAGE)
  })

  test('/link says what is wrong, and finds the code by the name', async () => {
    const group = await newGroup([])
    const committee = administrator.in(group)
    await committee.say('/link')
    expect(committee.screen().text).toContain('这个群还没有连上村子')
    await committee.say('/link 999')
    expect(committee.screen().text).toContain('“999”不是地方代码')
    await committee.say('/link 乌停村')
    expect(committee.screen().text).toContain(`/link ${VILLAGE}  乌停村（万荣县·高村镇）`)
    expect(committee.screen().message.entities?.map(({ type }) => type)).toContain('code')
    await committee.say('/link 火星村')
    expect(committee.screen().text).toContain('没找到')
  })

  test('an administrator of one township links its villages and nothing else', async () => {
    await way.withDatabase(({ prisma }) =>
      prisma.accessGrant.create({
        data: {
          holderTelegramId: li.id,
          role: 'administrator',
          regionCode: TOWNSHIP,
          grantedByTelegramId: administrator.id,
          grantedAt: new Date(),
        },
      }),
    )
    // only who has written since can be told anything
    await li.say('/start')
    const channel = await newChannel(li)
    const committee = li.in(channel)
    await committee.say('/link 140822')
    await committee.press('✅ 连上')
    expect(await linkedTo(channel)).toBeNull()
    await linkChat(committee, VILLAGE)
    expect(await linkedTo(channel)).toBe(VILLAGE)
    const told = await administrator.waitFor(/连上了乌停村[\s\S]*谁办的/)
    expect(told.text).toContain(String(li.id))
    await li.waitFor(/连上了乌停村[\s\S]*是您办的/)
    await way.withDatabase(({ prisma }) =>
      prisma.accessGrant.updateMany({ where: { holderTelegramId: li.id }, data: { endedAt: new Date() } }),
    )
    await committee.say('/unlink')
    await committee.press('✂️ 断开')
    expect(await linkedTo(channel)).toBe(VILLAGE)
  })

  test('/digest is for whoever runs the chat, and one at a time', async () => {
    const group = await newGroup([li])
    await linkChat(administrator.in(group), VILLAGE)
    await li.in(group).say('/digest')
    expect(li.in(group).screen().text).toContain('只有群的管理员')
    await administrator.in(group).say('/digest')
    await administrator.in(group).waitFor(/乌停村.*本周到现在的意见/)
  })

  endOfScenario(() => way, ['李建国', '张主任'])
})
