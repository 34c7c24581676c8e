import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { oggVoice } from '../attachments/support/recordings.ts'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { walk } from '../support/walk.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const HEAR = '🔊 念给我听'
const FORGOTTEN = { errorCode: 400, description: 'Bad Request: wrong file identifier/HTTP URL specified' }

describe('screens read aloud', () => {
  let way: OneProcessWay
  let administrator: Actor
  let resident: Actor
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    administrator = way.telegram.administrator()
    await administrator.say('/start')
    resident = way.telegram.person({ firstName: '王秀英' })
  })
  afterAll(() => way?.close())

  const read = (say: string, seconds = 4) => ({ voice: { bytes: oggVoice(say), duration: seconds } })
  const voices = (actor: Actor) => actor.messages().filter((each) => each.voice && each.from?.is_bot)
  const bytesOf = (fileId: string | undefined) =>
    Buffer.from(way.telegram.world.file(fileId ?? '')?.bytes ?? [])
  const heard = (actor: Actor) => bytesOf(voices(actor).at(-1)?.voice?.file_id).toString('utf8')
  const stored = () => {
    const folder = join(way.data.env.DATA_DIR ?? '', 'attachments')
    if (!existsSync(folder)) return []
    return (
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile() && !each.name.includes('.'))
        // one that is being removed at this moment counts no more
        .filter((each) => existsSync(join(each.parentPath, each.name)))
        .map((each) => readFileSync(join(each.parentPath, each.name)).toString('utf8'))
    )
  }

  test('are for administrators to record; anybody else is told so, kindly', async () => {
    await resident.say('/voices')
    expect(resident.screen().text).toContain('给管理员用的')
    expect(resident.screen().labels).toEqual([])
  })

  test('have no 🔊 where nothing was recorded', async () => {
    await resident.openLink(`v${VILLAGE}`)
    expect(resident.screen().labels).not.toContain(HEAR)
  })

  test('are asked for one after the other, and kept as voice messages', async () => {
    await administrator.say('/voices')
    expect(administrator.screen().text).toContain('用哪里的话念')
    await walk(administrator, ['万荣县', /^🎙 万荣县/])
    expect(administrator.screen().text).toContain('录了 0 段，一共 19 段')
    await administrator.press('开始录')
    expect(administrator.screen().text).toContain('1/19')
    expect(administrator.screen().text).toContain('这里是万荣县')
    expect(administrator.screen().labels).toEqual(['⏭ 跳过', '✋ 停'])
    await administrator.send(read('万荣话的欢迎'))
    expect(administrator.screen().text).toContain('上一段录好了，4 秒')
    expect(administrator.screen().text).toContain('2/19')
    expect(administrator.screen().labels).toEqual(['👂 听一听', '🔁 重录', '⏭ 跳过', '✋ 停'])
    await administrator.send(read('万荣话的菜单'))
    await administrator.send({ text: '是关于谁的' })
    expect(administrator.screen().text).toContain('这里要语音')
    expect(administrator.screen().text).toContain('3/19')
    await administrator.send(read('万荣话的关于谁'))
    expect(administrator.screen().text).toContain('哪些地方要改进')
    expect(administrator.screen().text).toContain('药品不全')
    await until(() => stored().length === 3, { what: 'three recordings are stored', within: 20_000 })
  })

  test('can be heard, skipped, recorded anew, removed and left; the old file goes', async () => {
    await administrator.press('👂 听一听')
    expect(heard(administrator)).toContain('万荣话的关于谁')
    await administrator.press('🔁 重录')
    expect(administrator.messages().at(-2)?.text).toContain('3/19')
    await administrator.send(read('万荣话的关于谁，再念一遍', 7))
    expect(administrator.screen().text).toContain('7 秒')
    await until(() => stored().length === 3 && stored().some((each) => each.includes('再念一遍')), {
      what: 'the new recording took the place of the old one',
      within: 20_000,
    })
    await administrator.press('⏭ 跳过')
    expect(administrator.screen().text).toContain('5/19')
    await administrator.send(read('万荣话的满意吗'))
    await administrator.press('✋ 停')
    expect(administrator.screen().text).toContain('录了 4 段')

    await administrator.press('✅ 满意吗')
    expect(administrator.screen().text).toContain('录过了，4 秒')
    expect(administrator.screen().labels).toEqual(['👂 听一听', '🔁 重录', '⏭ 跳过', '🗑 删掉', '✋ 停'])
    // not asked for: a voice message does not replace what is there
    await administrator.press('🗑 删掉')
    expect(administrator.screen().text).toContain('录了 3 段')
    await until(() => stored().length === 3, { what: 'its file is gone', within: 20_000 })

    // taken up again later, it goes on with the first that is missing
    await administrator.say('/voices')
    await walk(administrator, ['万荣县', /^🎙 万荣县/, '接着录'])
    expect(administrator.screen().text).toContain('4/19')
    await walk(administrator, ['✋ 停', '⬜ 👀 看一遍'])
    await administrator.send(read('万荣话的看一遍'))
    expect(administrator.screen().text).toContain('录了 4 段')
  })

  test('are offered to residents below that region only, and come above the screen, which stays last', async () => {
    const stranger = way.telegram.person({ firstName: '外乡人' })
    await stranger.openLink('v140802001001')
    expect(stranger.screen().labels).not.toContain(HEAR)

    await resident.openLink(`v${VILLAGE}`)
    expect(resident.screen().labels.at(-1)).toBe(HEAR)
    await resident.press(HEAR)
    expect(heard(resident)).toContain('万荣话的欢迎')
    expect(resident.screen().text).toContain('意见箱')
    expect(resident.screen().labels).toContain('✅ 好，开始')
    await walk(resident, ['好，开始', HEAR])
    expect(heard(resident)).toContain('万荣话的菜单')
    expect(resident.screen().text).toContain('想说哪方面')
    await walk(resident, ['看病吃药', HEAR])
    expect(heard(resident)).toContain('再念一遍')
    expect(resident.screen().text).toContain('是关于谁的')
    const cards = resident.messages().filter((each) => each.text?.includes('是关于谁的'))
    expect(cards).toHaveLength(1)
    await walk(resident, ['家里老人'])
    expect(resident.screen().labels).not.toContain(HEAR)
    await walk(resident, ['药品不全', '下一步', /^🙁/, '就这些', HEAR])
    expect(heard(resident)).toContain('万荣话的看一遍')
    expect(resident.screen().labels[0]).toBe('✅ 提交')
  })

  test('play once, however quickly one presses', async () => {
    const before = voices(resident).length
    const button = resident.button(HEAR)
    await Promise.all([resident.pressSeen(button), resident.pressSeen(button)])
    expect(voices(resident)).toHaveLength(before + 1)
    expect(resident.messages().filter((each) => each.text?.includes('请看一遍'))).toHaveLength(1)
    await resident.press(HEAR)
    expect(voices(resident)).toHaveLength(before + 2)
    way.telegram.expectNothingRefused()
  })

  test('come from our own copy where Telegram has forgotten the file, and under its new name from then on', async () => {
    way.telegram.world.failNext({ method: 'sendVoice', times: 1, ...FORGOTTEN })
    await resident.press(HEAR)
    expect(heard(resident)).toContain('万荣话的看一遍')
    const uploaded = voices(resident).at(-1)?.voice?.file_id
    await resident.press(HEAR)
    expect(voices(resident).at(-1)?.voice?.file_id).toBe(uploaded)
  })

  test('of the village itself come before those of the county', async () => {
    await administrator.say('/voices')
    await walk(administrator, ['万荣县', '高村镇', '乌停村', '⬜ 👀 看一遍'])
    await administrator.send(read('乌停话的看一遍'))
    await resident.press(HEAR)
    expect(heard(resident)).toContain('乌停话的看一遍')
    await walk(resident, ['✅ 提交'])
    expect(resident.screen().text).toContain('收到了')
  })

  test('keep nothing of an administrator who was erased', async () => {
    await administrator.say('/privacy')
    await administrator.press('给我一份')
    const sent = administrator
      .messages()
      .filter((each) => each.document)
      .at(-1)
    const data = JSON.parse(bytesOf(sent?.document?.file_id).toString())
    expect(data.committeeWork.recordings).toHaveLength(5)
    await walk(administrator, ['全部删掉', '对，全删掉'])
    const left = await way.withDatabase(({ prisma }) =>
      prisma.recording.findMany({ select: { recordedByTelegramId: true } }),
    )
    expect(left).toEqual(Array(5).fill({ recordedByTelegramId: null }))
  })
})
