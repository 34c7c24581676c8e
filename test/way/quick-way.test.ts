import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { receiptOn, walk } from '../support/walk.ts'

describe('the quick way', () => {
  let way: OneProcessWay
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
  })
  afterAll(() => way.close())

  it('takes a sentence out of the blue: topic, look, submit; and the words are kept as they were said', async () => {
    const words = '村卫生室的降压药\n常常断，要去县里买'
    const resident = way.telegram.person({ firstName: '王秀英' })
    await resident.openLink('v140822105201')
    await walk(resident, [/开始/])

    const before = resident.interactions
    await resident.say(words)
    expect(resident.screen().text).toContain('说的是哪方面')
    expect(resident.screen().labels[0]).toContain('看病吃药')
    await walk(resident, [/看病吃药/, /提交/])
    const receipt = receiptOn(resident).replace('-', '')
    expect(resident.interactions - before).toBe(3)

    const row = await way.withDatabase(({ prisma }) => prisma.submission.findUnique({ where: { receipt } }))
    expect(row).toMatchObject({
      words,
      topic: 'healthcare',
      aspects: ['medicines'],
      urgency: 'not_said',
      satisfaction: null,
    })
    way.telegram.expectNothingRefused()
  })

  it('adds what comes before the topic is said, survives a crash there, and leaves greetings alone', async () => {
    const resident = way.telegram.person({ firstName: '李建国' })
    await resident.openLink('v140822105201')
    await walk(resident, [/开始/])
    await resident.say('你好')
    expect(resident.screen().text).toContain('您好！我在呢。')
    await resident.say('孩子上学路太远')
    await way.kill9()
    await way.start()
    await resident.say('盼着有校车')
    expect(resident.screen().text).toContain('孩子上学路太远 盼着有校车')
    await walk(resident, [/孩子上学/, /改一处/, /满意吗/, /😣/, /提交/])
    const receipt = receiptOn(resident).replace('-', '')
    const row = await way.withDatabase(({ prisma }) => prisma.submission.findUnique({ where: { receipt } }))
    expect(row).toMatchObject({ words: '孩子上学路太远\n盼着有校车', topic: 'schooling', satisfaction: 1 })
    way.telegram.expectNothingRefused()
  })
})
