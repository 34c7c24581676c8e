import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { until } from '../support/until.ts'
import { walk } from '../support/walk.ts'
import { completeCards } from './cards.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'

const WORDS = '降压药常常断，要去县里买'

const skipped = services.postgres ? '' : ' (skipped: there is no PostgreSQL)'

describe.skipIf(!services.postgres)(`what a resident hears of it${skipped}`, () => {
  let way: OneProcessWay
  let committee: Actor
  let wang: Actor
  beforeAll(async () => {
    way = await openWay('PostgreSQL', { filled: true, started: true })
    committee = await openCommittee(way)
    wang = way.telegram.person({ firstName: '王秀英' })
    await wang.openLink(`v${VILLAGE}`)
    await walk(wang, ['好，开始', ...completeCards.healthcare.steps(WORDS)])
  })
  afterAll(() => way?.close())

  const answer = async (text: string) => {
    await committee.say('/cases')
    await committee.press(/A\d/)
    await committee.press('答复…')
    await committee.reply(text)
    await committee.waitFor(/的答复已经转给村民/)
  }
  const toWang = () =>
    way.telegram.world.calls().filter(({ params }) => Number(params.chat_id) === wang.chatId)
  const person = () =>
    way.withDatabase(({ prisma }) =>
      prisma.person.findUniqueOrThrow({ where: { telegramId: BigInt(wang.id) } }),
    )

  test('"not fixed" reopens the case, asks why, and the committee reads it', async () => {
    await answer('已经进药了')
    await wang.waitFor(/有答复：\n+已经进药了/)
    await wang.press('❌ 没有')
    expect(wang.screen().text).toContain('哪里没解决？')
    await wang.say('架子上还是空的')
    const reopened = await committee.waitFor(/没解决，这一件又打开了|补充了几句/)
    expect(reopened).toBeDefined()
    await committee.waitFor(/架子上还是空的/)
  })

  test('the new answer asks for a new verdict, given in one press, and then whether one is satisfied', async () => {
    await answer('今天真的进药了')
    await wang.waitFor(/今天真的进药了/)
    await wang.press('过几天再问我')
    expect(wang.screen().text).toContain('好，3 天后再问您')
    await wang.press('✅ 解决了')
    expect(wang.screen().text).toContain('办得满意吗？')
    await wang.press('😐 基本满意')
    await wang.say('/mine')
    expect(wang.screen().text).toContain('✅ 办完了')
    const cases = await way.withDatabase(({ prisma }) => prisma.case.findMany())
    expect(cases).toMatchObject([{ verdict: 'fixed', contentment: 'fairly' }])
  })

  test('whoever blocked the bot is noted, not tried again, and heard again once they come back', async () => {
    for (const words of ['第二件', '第三件', '第四件']) {
      await wang.openLink(`v${VILLAGE}`)
      await walk(wang, completeCards.healthcare.steps(words))
    }
    way.telegram.world.block(wang.id)
    await answer('第一回答复')
    await until(async () => (await person()).blockedAt, { what: 'the block is noted' })
    const tried = toWang().length

    await answer('第二回答复')
    const waiting = () =>
      way.withDatabase(
        ({ prisma }) =>
          prisma.$queryRaw<object[]>`
          SELECT 1 FROM pgboss.job WHERE name = 'tell-resident' AND state <> 'completed'`,
      )
    await until(async () => (await waiting()).length === 0, { what: 'no news waits to be told' })
    expect(toWang().length).toBe(tried)

    await wang.openLink(`v${VILLAGE}`)
    expect((await person()).blockedAt).toBeNull()
    await answer('第三回答复')
    await wang.waitFor(/第三回答复/)
  })

  endOfScenario(() => way, ['王秀英', WORDS, '架子上还是空的', '第二回答复'])
})
