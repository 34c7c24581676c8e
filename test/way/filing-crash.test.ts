import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { oggVoice } from '../attachments/support/recordings.ts'
import type { Actor } from '../support/actor.ts'
import type { OneProcessWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { cardInWords, filedFor, fileForRelative, openProxyWay } from './proxy-cards.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('kill -9 while somebody files for somebody else', () => {
  let way: OneProcessWay
  let filer: Actor
  beforeAll(async () => {
    way = await openProxyWay()
    await way.telegram.administrator().say('/start')
    filer = way.telegram.person({ firstName: '代办人' })
    await filer.openLink(`v${VILLAGE}`)
    await filer.press('好，开始')
  })
  afterAll(() => way?.close())

  /** The program dies the moment that these words are out, before the update is confirmed, and starts again. */
  const dieOnceShown = async (actor: Actor, words: string, act: () => void) => {
    const { world, quiet } = way.telegram
    const { pid } = way.product()
    const stop = world.onEvent((event) => {
      if ((event.type === 'message' || event.type === 'edited') && event.message.text?.includes(words))
        process.kill(pid, 'SIGKILL')
    })
    act()
    await until(() => actor.screen().text.includes(words), { what: words })
    stop()
    await way.kill9()
    expect(world.pendingUpdates().length).toBeGreaterThan(0)
    await way.start()
    await quiet()
  }
  const counts = () =>
    way.withDatabase(async ({ prisma }) => ({
      submissions: await prisma.submission.count(),
      waiting: await prisma.pendingProxy.count({ where: { ended: null } }),
      filed: await prisma.filedFor.count(),
      consents: await prisma.attachment.count({ where: { question: 'consent' } }),
    }))

  test('a card waits once, and is read back again', async () => {
    await walk(filer, filedFor(['邻居', '不说名字'], cardInWords('断药').slice(0, -1)))
    await dieOnceShown(filer, '请把这些念给他听', () => void filer.pressAndLeave('✅ 提交'))
    expect(filer.screen().text).toContain('请把这些念给他听')
    expect(await counts()).toEqual({ submissions: 0, waiting: 1, filed: 0, consents: 0 })
  })

  test('a card that is taken up again is there once', async () => {
    await dieOnceShown(filer, '请看一遍', () => void filer.pressAndLeave('再改改'))
    expect(filer.screen().text).toContain('请看一遍')
    expect(await counts()).toEqual({ submissions: 0, waiting: 0, filed: 0, consents: 0 })
    await walk(filer, ['✅ 提交', '我同意'])
  })

  test('the voice that agrees submits once', async () => {
    const voice = { bytes: oggVoice('我同意'), duration: 2 }
    await dieOnceShown(filer, '收到了', () => void filer.sendAndLeave({ voice }))
    expect(filer.screen().text).toContain('收到了')
    expect(await counts()).toEqual({ submissions: 1, waiting: 0, filed: 1, consents: 1 })
  })

  test('the press that agrees submits once', async () => {
    const { code } = await fileForRelative(way, '断药两回')
    const her = way.telegram.person({ firstName: '孙大妈' })
    await her.openLink(`c${code}`)
    await her.press('给我看看')
    await dieOnceShown(her, '收到了', () => void her.pressAndLeave('✅ 同意'))
    const receipt = receiptOn(her)
    await her.say(receipt)
    expect(her.screen().text).toContain('还没人接')
    expect(await counts()).toEqual({ submissions: 2, waiting: 0, filed: 2, consents: 1 })
  })

  test('the press that does not agree ends it once, with one message left for the filer', async () => {
    const { code } = await fileForRelative(way, '断药三回')
    const { id } = await way.withDatabase(({ prisma }) =>
      prisma.pendingProxy.findUniqueOrThrow({ where: { code }, select: { id: true } }),
    )
    const her = way.telegram.person({ firstName: '孙大妈' })
    await her.openLink(`c${code}`)
    await dieOnceShown(her, '这张不交，也不留', () => void her.pressAndLeave('不用了'))
    expect(her.screen().text).toContain('这张不交，也不留')
    // it was taken by the process that died, perhaps, and then waits until it is missed
    const [jobs] = await way.withDatabase(
      ({ prisma }) => prisma.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'tell-filer' AND data->>'id' = ${id}`,
    )
    expect(jobs?.n).toBe(1)
    expect(await counts()).toEqual({ submissions: 2, waiting: 0, filed: 2, consents: 1 })
  })

  endOfScenario(() => way, ['代办人', '孙大妈', '断药'])
})
