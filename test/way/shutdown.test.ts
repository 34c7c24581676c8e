import { hostname } from 'node:os'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { services } from '../support/databases.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { createProductData, type ProductData } from '../support/product-data.ts'
import { LONGEST_TEST_MS, runToEnd, startProduct } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const LONGEST_STOP_MS = 10_000
const MAIN = ['src/main.ts']

describe('SIGTERM', () => {
  let way: OneProcessWay
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  const stopInTime = async () => {
    const begin = performance.now()
    await way.stop()
    expect(performance.now() - begin).toBeLessThan(LONGEST_STOP_MS)
  }

  test('lets the update at work end and confirms it', async () => {
    const resident = way.telegram.person({ firstName: '话没说完' })
    await resident.openLink(`v${VILLAGE}`)
    await walk(resident, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '跳过', '跳过'])
    // words bring a new screen, and then the old one is taken away: that is held up
    way.telegram.world.delayNext({ method: 'deleteMessage', times: 1, ms: 1_500 })
    const before = resident.screen().messageId
    resident.sendAndLeave({ text: '半句话' })
    await until(() => resident.screen().text.includes('7/9'), { what: 'the next question' })
    expect(way.telegram.world.message(resident.chatId, before)).toBeDefined()

    await stopInTime()
    expect(way.telegram.world.message(resident.chatId, before)).toBeUndefined()
    expect(way.telegram.world.pendingUpdates()).toEqual([])
    await way.start()
    expect(resident.screen().text).toContain('7/9')
  })

  test('in the rush hour loses nothing: what is not done comes again', async () => {
    const people = Array.from({ length: 6 }, (_, i) => way.telegram.person({ firstName: `赶集人${i}` }))
    await Promise.all(
      people.map(async (person) => {
        await person.openLink(`v${VILLAGE}`)
        await walk(person, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '就这些'])
      }),
    )
    for (const person of people) void person.pressAndLeave('✅ 提交')
    await stopInTime()
    await way.start()
    await way.telegram.quiet()
    const shown = people.map((person) => receiptOn(person).replace('-', ''))
    const kept = await way.withDatabase(({ prisma }) =>
      prisma.submission.findMany({ select: { receipt: true } }),
    )
    expect(kept.map(({ receipt }) => receipt).sort()).toEqual(shown.sort())
  })

  test('a second process on the same folder is refused and told who is there', async () => {
    const { code, stderr } = await runToEnd(MAIN, { ...way.telegram.env, ...way.data.env, PORT: '0' })
    expect(code).toBe(4)
    expect(stderr).toBe(
      `DATA_DIR: ${way.data.env.DATA_DIR} is in use by process ${way.product().pid} on ${hostname()}; stop it first, or set another DATA_DIR\n`,
    )
  })

  endOfScenario(() => way, ['话没说完', '半句话', '赶集人'])
})

describe('a wrong environment', () => {
  test('stops the start with one line a mistake: variable, value, expectation', async () => {
    const { code, stdout, stderr } = await runToEnd(MAIN, {
      BOT_TOKEN: 'not-a-token-of-mine',
      BOT_API_ROOT: 'api.telegram.org',
      DATABASE_URL: 'mysql://xiangyin:opensesame@localhost/xiangyin',
      PORT: '70000',
      TIME_ZONE: 'Mars/Olympus',
      DIGEST_HOUR: 'eight',
      UPDATES: 'pigeon',
      ADMIN_IDS: '1,@zhang',
    })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n').sort()).toEqual([
      'ADMIN_IDS: "1,@zhang"; expected Telegram ids (numbers), separated by commas',
      'BOT_API_ROOT: "api.telegram.org"; expected a URL that begins with http:// or https://',
      'BOT_TOKEN: "(not shown)"; expected a bot token such as 123456:ABC-DEF',
      'DATABASE_URL: "mysql://xiangyin:(not shown)@localhost/xiangyin"; expected a URL that begins with postgres:// or postgresql://',
      'DIGEST_HOUR: "eight"; expected a whole number from 0 to 23',
      'PORT: "70000"; expected a whole number from 0 to 65535',
      'TIME_ZONE: "Mars/Olympus"; expected a time zone such as Asia/Shanghai',
      'UPDATES: "pigeon"; expected one of polling, webhook',
    ])
  })

  test('webhooks without an address or a secret, and Redis without PostgreSQL, are mistakes', async () => {
    const { code, stderr } = await runToEnd(MAIN, {
      BOT_TOKEN: '123456:AAnobody_will_ever_have_this_one',
      UPDATES: 'webhook',
      REDIS_URL: 'redis://127.0.0.1',
    })
    expect(code).toBe(2)
    const variables = stderr
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0])
    expect(variables).toEqual(['PUBLIC_URL', 'WEBHOOK_SECRET', 'DATABASE_URL'])
  })
})

describe.skipIf(!services.postgres)('on PostgreSQL', () => {
  let data: ProductData
  beforeAll(async () => {
    data = await createProductData('PostgreSQL', { filled: false })
  })
  afterAll(() => data?.remove())

  test('a forgotten token stops the start instead of making everybody an administrator', async () => {
    const forgotten = await runToEnd(MAIN, { ...data.env, PORT: '0' })
    expect(forgotten.code).toBe(2)
    expect(forgotten.stderr).toMatch(/^BOT_TOKEN: not set; expected the token of your bot.*PLAYGROUND=1.*\n$/)

    const open = await runToEnd(MAIN, { ...data.env, PORT: '0', PLAYGROUND: '1', HOST: '0.0.0.0' })
    expect(open.code).toBe(2)
    expect(open.stderr).toMatch(/^HOST: "0\.0\.0\.0"; expected 127\.0\.0\.1 without BOT_TOKEN/)
  })

  test('the playground starts there when asked to, and a second process without Redis is refused', async () => {
    const env = { ...data.env, PLAYGROUND: '1' }
    const first = await startProduct(env)
    try {
      expect(new URL(first.address).hostname).toBe('127.0.0.1')
      expect(await (await fetch(first.address)).text()).toContain('<!doctype html>')
      const second = await runToEnd(MAIN, { ...env, PORT: '0' })
      expect(second.code).toBe(4)
      expect(second.stderr).toBe(
        `DATABASE_URL: the database is in use by xiangyin process ${first.pid} on ${hostname()}; stop it first, or set REDIS_URL for several processes\n`,
      )
    } finally {
      expect(await first.stop()).toBe(0)
    }
  })
})
