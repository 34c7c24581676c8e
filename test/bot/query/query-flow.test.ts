import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handleQueryPress } from '../../../src/bot/query/presses.ts'
import type { Administrator } from '../../../src/bot/query/query-context.ts'
import { searchWords, startQuery } from '../../../src/bot/query/words.ts'
import type { Database } from '../../../src/db/database.ts'
import { loadTexts } from '../../../src/i18n/texts.ts'
import type { OutgoingMessage } from '../../../src/lib/outgoing-message.ts'
import { systemRandom } from '../../../src/lib/system-random.ts'
import { decodePress } from '../../../src/presses/callback-data.ts'
import { clock, insertFeedback, insertRegions, seed, TIME_ZONE } from '../../reports/support/feedback-rows.ts'
import { engines } from '../../support/databases.ts'

const texts = loadTexts(join(import.meta.dirname, '../../../locales'), 'zh')
const root: Administrator = { telegramId: 7, scope: { codes: [''] }, locale: 'zh' }
const county: Administrator = { telegramId: 8, scope: { codes: ['140822'] }, locale: 'zh' }

const labels = (message: OutgoingMessage) =>
  (message.buttons ?? []).map((row) => row.map(({ label }) => label))
const queryIdOf = (message: OutgoingMessage) => dataOf(message.buttons?.[0]?.[0]).split(':')[1] ?? ''
const dataOf = (button: object | undefined) => (button && 'data' in button ? String(button.data) : '')

describe.each(engines)('/query on $name', ({ open }) => {
  let database: Database
  const deps = () => ({ db: database.prisma, clock, texts, timeZone: TIME_ZONE, random: systemRandom })
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
    await insertFeedback(database.prisma, [
      ...Array.from({ length: 7 }, (_, person) =>
        seed({ person, createdAt: new Date(Date.UTC(2026, 10, 20, person)) }),
      ),
      seed({
        villageCode: '140822199201',
        words: '100% 说好的 school_bus 没来',
        topic: 'schooling',
        aspects: [],
      }),
      seed({ villageCode: '140829100201', createdAt: new Date('2026-01-05T02:00:00Z') }),
    ])
  })
  afterAll(() => database.close())

  /** What comes of callback data; of what is no button of /query nothing can. */
  async function pressed(who: Administrator, data: string) {
    const press = decodePress(data)
    return press?.kind === 'query'
      ? await handleQueryPress(deps(), who, press)
      : { ok: false as const, code: 'unknown' as const }
  }

  async function start(who = root, typed = '') {
    const started = await startQuery(deps(), who, typed)
    if (!started.ok) throw new Error(started.code)
    return started.message
  }

  /** Presses the button that begins with this label. */
  async function press(message: OutgoingMessage, label: string, who = root) {
    const button = message.buttons?.flat().find((each) => each.label.startsWith(label))
    const next = await pressed(who, dataOf(button))
    if (!next.ok) throw new Error(`${label}: ${next.code}`)
    return next.message
  }

  it('goes topic, region, period, status, and then counts', async () => {
    let message = await start()
    expect(labels(message)).toEqual([
      ['🏥 看病吃药'],
      ['🏫 孩子上学'],
      ['👵 老人照护'],
      ['🔧 别的事'],
      ['📋 全部话题'],
    ])
    message = await press(message, '🏥')
    // the city by itself would be a step for nothing, and every number is of this topic
    expect(labels(message)).toEqual([['整个运城市'], ['万荣县 7', '平陆县 1'], ['⬅ 返回']])
    message = await press(message, '万荣县')
    expect(labels(message)).toEqual([['整个万荣县'], ['高村镇 7', '贾村乡'], ['⬅ 返回']])
    message = await press(message, '整个万荣县')
    expect(labels(message).flat()).toEqual(['近一周', '近一个月', '近三个月', '近一年', '全部时间', '⬅ 返回'])
    message = await press(message, '近三个月')
    expect(labels(message)[0]).toEqual(['全部'])
    message = await press(message, '全部')
    expect(message.text).toContain('🏥 医疗 · 万荣县 · 8月23日至11月21日\n7 条，7 人，平均 2.0 分')
    expect(message.text).toContain('按乡镇：高村镇 7')
  })

  it('leads back a step at a time', async () => {
    let message = await start()
    for (const label of ['🏥', '万荣县', '高村镇', '乌停村', '近一周']) message = await press(message, label)
    for (const [label, text] of [
      ['⬅ 返回', '看多久以来的？'],
      ['⬅ 返回', '看哪里的？'],
    ] as const) {
      message = await press(message, label)
      expect(message.text).toContain(text)
    }
    expect(labels(message)[0]).toEqual(['整个乌停村（万荣县·高村镇）'])
    message = await press(message, '⬅ 返回')
    expect(labels(message)[0]).toEqual(['整个高村镇（万荣县）'])
    for (let step = 0; step < 2; step++) message = await press(message, '⬅ 返回')
    expect(labels(message)[0]).toEqual(['整个运城市'])
    expect((await press(message, '⬅ 返回')).text).toBe('想看哪方面的意见？')
  })

  it('returns to the counts after every later change', async () => {
    let message = await start(root, '药')
    expect(message.text).toContain('📋 全部话题 · 运城市 · 全部时间 · “药”\n8 条')
    message = await press(await press(message, '换话题'), '🏥')
    message = await press(await press(await press(message, '换地方'), '平陆县'), '整个平陆县')
    expect(message.text).toContain('🏥 医疗 · 平陆县 · 全部时间 · “药”\n1 条')
    message = await press(await press(message, '换时间'), '近一年')
    message = await press(await press(message, '换状态'), '还没答复的')
    expect(message.text).toContain('平陆县 · 2025年11月22日至11月21日 · 还没答复的 · “药”\n1 条')
    message = await press(await press(message, '换时间'), '近一周')
    expect(message.text).toContain('没找到说“药”的')
    message = await press(message, '✖ 不限词')
    expect(message.text).toContain('这里还没有意见')
    message = await press(await press(message, '换地方'), '⬅ 返回')
    expect(labels(message)[0]).toEqual(['整个运城市'])
    expect((await press(message, '⬅ 回到汇总')).text).toContain('平陆县')
  })

  it('pages through the entries and back to the counts', async () => {
    let message = await press(await start(root, '降压药'), '📝')
    expect(message.text).toContain('A07 · 乌停村（万荣县·高村镇）')
    expect(message.text).toContain('第 1 页，共 2 页，8 条')
    message = await press(message, '下一页')
    expect(labels(message).slice(-2)).toEqual([['◀ 上一页'], ['⬅ 回到汇总']])
    expect(labels(message)[0]?.[0]).toMatch(/^🔎 A\d\d 🏥$/)
    expect((await press(message, '⬅ 回到汇总')).text).toContain('8 条')
  })

  it('takes words literally, after the button and with the command', async () => {
    const message = await start(root, ' 0% 说 ')
    expect(message.text).toContain('“0% 说”\n1 条')
    const asked = await pressed(root, `q:${queryIdOf(message)}:search`)
    expect(asked).toMatchObject({ ok: true, awaitsWords: true })
    const search = (typed: string) => searchWords(deps(), root, { queryId: queryIdOf(message), typed })
    expect(await search('l_b')).toMatchObject({ ok: true, awaitsWords: false })
    expect(await search('l_b').then((found) => found.ok && found.message.text)).toContain('1 条')
    expect(await search('o%l')).toMatchObject({ message: { text: expect.stringContaining('没找到') } })
    expect(await search("' OR 1=1 --")).toMatchObject({
      message: { text: expect.stringContaining('没找到') },
    })
    expect(await search('  ')).toEqual({ ok: false, code: 'empty' })
    expect(await search('药'.repeat(51))).toEqual({ ok: false, code: 'too_long' })
    expect(await startQuery(deps(), root, '药'.repeat(51))).toEqual({ ok: false, code: 'too_long' })
  })

  it('refuses what is out of scope and stores nothing of it', async () => {
    const message = await start(county)
    const step = await press(message, '📋 全部话题', county)
    expect(labels(step)).toEqual([['整个万荣县'], ['高村镇 7', '贾村乡 1'], ['⬅ 返回']])
    const id = queryIdOf(message)
    for (const region of ['140829', '1408', '140829100201'])
      for (const action of [`region:${region}`, `region+:${region}`, `regions:${region}.0`])
        expect(await pressed(county, `q:${id}:${action}`)).toEqual({
          ok: false,
          code: 'out_of_scope',
        })
    const whole = await pressed(county, `q:${id}:region:-`)
    expect(whole).toMatchObject({
      ok: true,
      message: { text: expect.stringContaining('万荣县 · 全部时间\n8 条') },
    })

    const moved: Administrator = { ...county, scope: { codes: ['140829'] } }
    await pressed(county, `q:${id}:region:140822105`)
    for (const action of ['tally', 'entries:0', 'search'])
      expect(await pressed(moved, `q:${id}:${action}`)).toEqual({
        ok: false,
        code: 'out_of_scope',
      })
    const typed = await searchWords(deps(), moved, { queryId: id, typed: '药' })
    expect(typed).toEqual({ ok: false, code: 'out_of_scope' })
  })

  it('is gone for anybody else, and knows no other buttons', async () => {
    const id = queryIdOf(await start())
    expect(await pressed(county, `q:${id}:tally`)).toEqual({ ok: false, code: 'gone' })
    expect(await pressed(root, 'q:ZZZZZZZZ:tally')).toEqual({ ok: false, code: 'gone' })
    expect(await searchWords(deps(), county, { queryId: id, typed: '药' })).toEqual({
      ok: false,
      code: 'gone',
    })
    for (const action of ['nothing', 'topic:astrology', 'region:999999', 'regions:999999.0'])
      expect(await pressed(root, `q:${id}:${action}`)).toEqual({
        ok: false,
        code: 'unknown',
      })
  })
})
