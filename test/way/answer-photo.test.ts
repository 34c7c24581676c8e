import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Message } from 'grammy/types'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CAMERA, photoWithPlace } from '../attachments/support/recordings.ts'
import type { Actor, SeenButton } from '../support/actor.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const CARD = ['看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '就这些', '✅ 提交']
const FORGOTTEN = { errorCode: 400, description: 'Bad Request: wrong file identifier/HTTP URL specified' }

describe('an answer with photos', () => {
  let way: OneProcessWay
  let committee: Actor
  let group: Actor
  let resident: Actor
  let receipt: string
  let answerButton: SeenButton
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    const { world, quiet } = way.telegram
    const administrator = way.telegram.administrator()
    await administrator.say('/start')
    const channel = world.addChannel({ title: '乌停村村委会', administrators: [administrator.id] })
    world.addBot(channel, administrator.id)
    const township = world.addGroup({ title: '高村镇', administrators: [administrator.id] })
    world.addBot(township, administrator.id)
    await quiet()
    committee = administrator.in(channel)
    group = administrator.in(township)
    await linkChat(committee, VILLAGE)
    await linkChat(group, '140822105')
    resident = way.telegram.person({ firstName: '王秀英' })
    await resident.openLink(`v${VILLAGE}`)
    await walk(resident, ['好，开始', ...CARD])
    receipt = receiptOn(resident)
  })
  afterAll(() => way?.close())

  const photosOf = (actor: Actor) => actor.messages().filter((each) => each.photo && each.from?.is_bot)
  const bytesOf = (message: Message | undefined) =>
    Buffer.from(way.telegram.world.file(message?.photo?.at(-1)?.file_id ?? '')?.bytes ?? [])
  const stored = () => {
    const folder = join(way.data.env.DATA_DIR ?? '', 'attachments')
    if (!existsSync(folder)) return []
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && !each.name.includes('.'))
      .map((each) => readFileSync(join(each.parentPath, each.name)))
  }
  const open = async (actor: Actor, alias = 'A01') => {
    await actor.say('/cases')
    await walk(actor, [alias])
  }
  const posts = (actor: Actor) => actor.messages().map((each) => each.text ?? '')

  test('goes to the resident, the photo first, then the words with what can be pressed', async () => {
    await open(committee)
    answerButton = committee.button('💬 答复…')
    await committee.press('💬 答复…')
    await committee.reply({ photos: [await photoWithPlace(90)], caption: '药备齐了，看照片' })
    const news = await resident.waitFor(/有答复[\s\S]*药备齐了/)
    const [photo] = photosOf(resident)
    expect(photo?.caption).toContain(receipt)
    expect(photo?.message_id).toBeLessThan(news.message_id)
    expect(resident.screen().labels).toContain('✅ 解决了')
    expect(posts(committee).at(-2)).toContain('A01 的答复已经转给村民')
    expect(posts(committee).join()).toContain('附了 1 张照片')
  })

  test('is kept without what the photo tells of place and camera', async () => {
    await until(() => stored().length === 1, { what: 'the photo is stored', within: 20_000 })
    const [bytes = Buffer.alloc(0)] = stored()
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    for (const trace of ['Exif', CAMERA]) expect(bytes.includes(trace)).toBe(false)
  })

  test('takes photos that follow the words, an album as an album, five in all', async () => {
    const photos = (...greys: number[]) => Promise.all(greys.map((grey) => photoWithPlace(grey)))
    const come = (n: number) =>
      until(() => photosOf(resident).length === n, { what: `${n} photos came`, within: 20_000 })
    await committee.send({ photos: await photos(10) })
    await come(2)
    expect(photosOf(resident).at(-1)?.caption).toContain(receipt)
    await walk(resident, ['🔎 看这一件'])
    expect(resident.screen().text).toContain('药备齐了')
    expect(resident.screen().labels).toContain('✅ 解决了')

    await committee.send({ photos: await photos(20, 30) })
    await come(4)
    const album = photosOf(resident).slice(-2)
    expect(album[0]?.media_group_id).toBeDefined()
    expect(album[1]?.media_group_id).toBe(album[0]?.media_group_id)
    expect(album.map((each) => each.caption?.includes(receipt))).toEqual([true, undefined])

    await committee.send({ photos: await photos(40, 50) })
    expect(committee.screen().text).toContain('最多 5 张')
    await come(5)
    await until(() => stored().length === 5, { what: 'five are stored', within: 20_000 })
  })

  test('leaves alone what is posted about something else', async () => {
    const before = photosOf(resident).length
    await committee.say('明天上午开会')
    await committee.send({ photos: [await photoWithPlace(60)] })
    await committee.send({ photos: [await photoWithPlace(61)], caption: '村口的花开了' })
    expect(posts(committee).at(-2)).not.toContain('照片')
    await way.telegram.quiet()
    expect(photosOf(resident)).toHaveLength(before)
    expect(stored()).toHaveLength(5)
  })

  test('is shown again below one’s own case, from our own copy where Telegram has forgotten it', async () => {
    await resident.say('/mine')
    await walk(resident, [`🔎 ${receipt}`])
    // what the committee sent is not what the resident attached
    expect(resident.screen().labels).not.toContain('📎 附件')
    const shown = resident.screen().messageId
    const album = () => resident.messages().filter((each) => each.photo && each.message_id > shown)
    await resident.press('📷 看答复的照片')
    expect(album()).toHaveLength(5)
    expect(album()[0]?.reply_to_message?.message_id).toBe(shown)
    way.telegram.expectNothingRefused()
    way.telegram.world.failNext({ method: 'sendMediaGroup', times: 1, ...FORGOTTEN })
    await resident.press('📷 看答复的照片')
    expect(album()).toHaveLength(10)
    expect(bytesOf(album().at(-1)).includes(CAMERA)).toBe(false)
  })

  test('may come as photos first and words later, in a group in reply to the prompt', async () => {
    await resident.openLink(`v${VILLAGE}`)
    await walk(resident, [...CARD.slice(0, -1), '改一处', '给谁看', '不给村里看', '✅ 提交'])
    const second = receiptOn(resident)
    await open(group)
    await group.press('💬 答复…')
    const before = photosOf(resident).length
    // a bot in a group sees only what is a reply to it
    const replyTo = group.screen().messageId
    way.telegram.world.say(group.id, group.chatId, { photos: [await photoWithPlace(200)] }, { replyTo })
    await way.telegram.quiet()
    expect(posts(group).join()).toContain('照片收到 1 张')
    expect(photosOf(resident)).toHaveLength(before)
    await group.say('镇里派人来看过了', { replyTo })
    await resident.waitFor(/有答复[\s\S]*镇里派人/)
    expect(photosOf(resident).at(-1)?.caption).toContain(second)
    expect(photosOf(resident)).toHaveLength(before + 1)
  })

  test('may be an album with words below one of its photos: it comes whole, and the words below it', async () => {
    await committee.pressSeen(answerButton)
    const before = photosOf(resident).length
    const photos = await Promise.all([110, 120, 130].map((grey) => photoWithPlace(grey)))
    await committee.reply({ photos, caption: '又进了两种药' })
    const news = await resident.waitFor(/有答复[\s\S]*又进了两种药/)
    const album = photosOf(resident).slice(before)
    expect(album).toHaveLength(3)
    expect(new Set(album.map((each) => each.media_group_id)).size).toBe(1)
    expect(Math.max(...album.map((each) => each.message_id))).toBeLessThan(news.message_id)
    // the earlier answer and its photos stay in the ledger; the case shows those of the answer that stands
    await resident.say(receipt)
    const shown = resident.screen().messageId
    await resident.press('📷 看答复的照片')
    expect(resident.messages().filter((each) => each.photo && each.message_id > shown)).toHaveLength(3)
  })

  test('comes along with one’s data, and is gone when that is erased', async () => {
    await resident.say('/privacy')
    expect(resident.screen().text).not.toContain('照片')
    const shown = resident.screen().messageId
    await resident.press('给我一份')
    const files = resident.messages().filter((each) => each.document && each.message_id > shown)
    const json = Buffer.from(way.telegram.world.file(files[1]?.document?.file_id ?? '')?.bytes ?? [])
    const [first, second] = JSON.parse(json.toString()).submissions
    expect(first.attachments).toHaveLength(8)
    expect(first.attachments[0]).toMatchObject({ question: 'answer', kind: 'photo', state: 'stored' })
    expect(second.attachments).toHaveLength(1)
    expect(files.slice(2).map((each) => each.document?.mime_type)).toEqual(Array(9).fill('image/jpeg'))
    await walk(resident, ['全部删掉', '对，全删掉'])
    await until(() => stored().length === 0, { what: 'the photos are gone', within: 20_000 })
  })
})
