import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openQueues } from '../../src/jobs/open-queues.ts'
import { createLogger } from '../../src/logger.ts'
import { oggVoice } from '../attachments/support/recordings.ts'
import type { OneProcessWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { codeOn, filedFor, fileForRelative, openProxyWay } from './proxy-cards.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const SAID = '降压药常常断，儿子在外地'

describe('a card that was filled in for somebody', () => {
  let way: OneProcessWay
  const person = (firstName: string) => way.telegram.person({ firstName })
  beforeAll(async () => {
    way = await openProxyWay()
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  test('uses a code once, and answers a wrong one like one that is over', async () => {
    const { filer, code } = await fileForRelative(way, SAID)
    const he = person('孙大妈')
    await he.openLink(`c${code}`)
    await walk(he, ['给我看看', '✅ 同意'])
    for (const payload of [code, '0123456789', 'ZZZZZZZZZ0']) {
      const curious = person('好奇的')
      await curious.openLink(`c${payload}`)
      expect(curious.screen().text).toContain('用过了，或者过期了')
    }
    const curious = person('好奇的')
    await curious.say(`${code.slice(0, 9)}${code.endsWith('7') ? '8' : '7'}`)
    expect(curious.screen().text).toContain('有个字写错了')
    await filer.waitFor(/同意了/)

    await he.say('/mine')
    await walk(he, ['🔎', '↩️ 收回', '不用办了'])
    await filer.say('/mine')
    expect(filer.screen().text).toContain('↩️ 他收回了')
  })

  test('takes the code typed, also from somebody who is in the middle of their own card', async () => {
    const { filer, code } = await fileForRelative(way, SAID)
    const he = person('孙二叔')
    await he.openLink(`v${VILLAGE}`)
    await walk(he, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '县城', '一小时以内'])
    await he.say(`${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase())
    expect(he.screen().text).toMatch(/^🤝 有位亲戚替您填了这张卡/)
    await walk(he, ['✅ 同意'])
    await filer.waitFor(/同意了/)
    await walk(he, ['我提过的', '接着填', { text: '自己的话' }])
    expect(he.screen().text).toContain('7/9')
  })

  test('sends and keeps nothing where the person does not agree', async () => {
    const { filer, code } = await fileForRelative(way, '不该留下的话')
    const he = person('摇头的')
    await he.openLink(`c${code}`)
    await he.press('不用了')
    expect(he.screen().text).toContain('这张不交，也不留')
    const told = await filer.waitFor(/亲戚 孙大妈没同意/)
    expect(told.text).toContain('没交，也没留下')
    await filer.press('返回')
    expect(filer.screen().text).toContain('已经不在等了')
    const left = await way.withDatabase(async ({ prisma }) => ({
      people: await prisma.person.count({ where: { telegramId: BigInt(he.id) } }),
      pending: await prisma.pendingProxy.count({ where: { filer: { telegramId: BigInt(filer.id) } } }),
      submissions: await prisma.submission.count({ where: { words: '不该留下的话' } }),
    }))
    expect(left).toEqual({ people: 0, pending: 0, submissions: 0 })
  })

  test('can be changed, which voids the code, and dropped from /mine', async () => {
    const { filer, code } = await fileForRelative(way, SAID)
    await walk(filer, ['返回', '再改改', '改一处', '急不急', '这个月', '✅ 提交'])
    expect(filer.screen().text).toMatch(/^🔊[\s\S]*这个月/)
    const he = person('来晚的')
    await he.openLink(`c${code}`)
    expect(he.screen().text).toContain('用过了，或者过期了')
    const old = filer.button('我同意')
    await filer.say('/mine')
    await walk(filer, ['替亲戚 孙大妈提', '不提了'])
    expect(filer.screen().text).toContain('这张不要了')
    await filer.pressSeen(old)
    const pressed = filer.messages().find((each) => each.message_id === old.messageId)
    expect(pressed?.text).toContain('已经不在等了')
    await filer.say('/mine')
    expect(filer.screen().text).not.toContain('等人同意')
  })

  test('is over after a week, and the filer is told', async () => {
    const { filer, code } = await fileForRelative(way, SAID)
    await way.withDatabase(async (database) => {
      await database.prisma.$executeRaw`
        UPDATE pending_proxy SET expires_at = expires_at - interval '7 days' WHERE code = ${code}`
      const queues = await openQueues(database, createLogger('silent'), { supervise: false })
      await queues.boss.send('expire-proxies', {})
      await queues.close()
    })
    const told = await filer.waitFor(/7 天没等到他同意/)
    expect(told.text).toContain('亲戚 孙大妈')
    const he = person('来晚的')
    await he.openLink(`c${code}`)
    expect(he.screen().text).toContain('用过了，或者过期了')
    const left = () => way.withDatabase(({ prisma }) => prisma.pendingProxy.count({ where: { code } }))
    await until(async () => (await left()) === 0, { what: 'it is forgotten' })
  })

  test('lets the person hear what was recorded for them before they agree', async () => {
    const filer = person('代办人')
    await filer.openLink(`v${VILLAGE}`)
    const steps = ['看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '县城', '一小时以内']
    await walk(filer, ['好，开始', ...filedFor(['亲戚', '不说名字'], steps)])
    expect(filer.screen().text).toContain('让他自己说')
    const voice = { bytes: oggVoice(SAID), duration: 9 }
    await walk(filer, [{ voice }, '就这些', '✅ 提交', '他用自己的手机点'])
    const he = person('孙大妈')
    await he.openLink(`c${codeOn(filer)}`)
    await he.press('给我看看')
    expect(he.screen().text).toContain('🎤 语音 1 段')
    const agree = he.button('✅ 同意')
    await he.press('📎 附件')
    const heard = he.messages().find((each) => each.voice)?.voice
    expect(heard?.duration).toBe(9)
    await he.pressSeen(agree)
    await filer.waitFor(/同意了/)
  })

  test('reads back also the longest words in full', async () => {
    const { filer } = await fileForRelative(way, `头${'很👵'.repeat(1300)}尾`)
    await filer.press('返回')
    const texts = filer.messages().map((each) => each.text ?? '')
    expect(texts.slice(-2).join('')).toContain(`“头${'很👵'.repeat(1300)}尾”`)
    expect(filer.screen().labels).toContain('🎤 他说一句“我同意”')
  })

  endOfScenario(() => way, ['代办人', '孙大妈', '孙二叔', SAID])
})
