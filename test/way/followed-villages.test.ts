import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'

const LU_ZHUANG = '140881106206'
const QUICK = ['看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '就这些', '✅ 提交']

describe('somebody with more than one village', () => {
  let way: OneProcessWay
  let migrant: Actor
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
    migrant = way.telegram.person({ firstName: '打工人' })
    await migrant.openLink(`v${VILLAGE}`)
    await migrant.press('好，开始')
  })
  afterAll(() => way?.close())

  test('is asked once what a second village is to them, and follows it with one press', async () => {
    await migrant.openLink(`v${LU_ZHUANG}`)
    expect(migrant.screen().text).toContain('吕庄村')
    expect(migrant.screen().labels).toEqual(['👀 也关注它', '🏠 以后这是我的村', '✍️ 就说这一次'])
    await migrant.press('也关注它')
    // the village that one speaks for stays, and the screen says which
    expect(migrant.screen().text).toMatch(/吕庄村.*关注上了[\s\S]*🏘 乌停村[\s\S]*想说哪方面/)
    await migrant.openLink(`v${LU_ZHUANG}`)
    expect(migrant.screen().text).toMatch(/吕庄村[\s\S]*想说哪方面/)
  })

  test('speaks for it with the next card, and then for their own again', async () => {
    await walk(migrant, QUICK)
    expect(migrant.screen().text).toContain('收到了')
    await migrant.press('再说一件')
    expect(migrant.screen().text).toMatch(/乌停村[\s\S]*想说哪方面/)
  })

  test('sees their villages behind one button, and which of them comes next', async () => {
    await migrant.press('换个村')
    expect(migrant.screen().text).toContain('下一件说的是乌停村（万荣县·高村镇）')
    expect(migrant.screen().labels).toEqual([
      '🏠 乌停村（万荣县·高村镇）',
      expect.stringMatching(/^👀 吕庄村（/),
      '➕ 再加一个村',
      '⬅ 返回',
    ])
    await walk(migrant, ['吕庄村', '说这个村的事'])
    expect(migrant.screen().text).toMatch(/吕庄村[\s\S]*想说哪方面/)
  })

  test('adds another that is found by pinyin, for this once only', async () => {
    await walk(migrant, ['换个村', '再加一个村', { text: 'wenxi beizhang' }])
    await migrant.press(/^北张村/)
    await migrant.press('就说这一次')
    expect(migrant.screen().text).toMatch(/北张村[\s\S]*想说哪方面/)
    await walk(migrant, ['换个村'])
    expect(migrant.screen().labels.filter((label) => label.includes('北张村'))).toEqual([])
    await walk(migrant, ['返回', ...QUICK])
  })

  test('does not mix a half-filled card of one village with the other', async () => {
    await walk(migrant, ['再说一件', '看病吃药', '我自己'])
    await migrant.openLink(`v${LU_ZHUANG}`)
    await migrant.press(/^🏥 看病吃药/)
    expect(migrant.screen().text).toContain('还没填完')
    await walk(migrant, ['重新来', '我自己', '药品不全', '下一步', /^🙁/, '就这些', '✅ 提交'])
  })

  test('wants a digest, or none, makes another village the home, and stops following', async () => {
    await walk(migrant, ['再说一件', '换个村', '吕庄村', '每周通报发给我'])
    expect(migrant.screen().text).toContain('通报会发给您')
    await walk(migrant, ['返回'])
    expect(migrant.screen().labels[1]).toMatch(/吕庄村.*🔔$/)
    await walk(migrant, ['吕庄村', '通报不用发了', '以后这是我的村', '换个村'])
    expect(migrant.screen().labels.slice(0, 2)).toEqual([
      expect.stringMatching(/^🏠 吕庄村/),
      expect.stringMatching(/^👀 乌停村/),
    ])
    await migrant.press('乌停村')
    const stop = migrant.button('不再关注')
    await migrant.pressSeen(stop)
    expect(migrant.screen().labels.filter((label) => label.includes('乌停村'))).toEqual([])
    // a second press of the same button changes nothing
    await migrant.pressSeen(stop)
    expect(migrant.screen().text).toContain('这些是您的村')
  })

  test('filed each card for the village that was shown', async () => {
    const rows = await way.withDatabase(({ prisma }) =>
      prisma.submission.findMany({ select: { villageCode: true }, orderBy: { createdAt: 'asc' } }),
    )
    const codes = rows.map(({ villageCode }) => villageCode)
    expect(codes).toEqual([LU_ZHUANG, expect.stringMatching(/^140823/), LU_ZHUANG])
  })

  endOfScenario(() => way, ['打工人'])
})
