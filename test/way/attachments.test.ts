import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Message } from 'grammy/types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMERA, oggVoice, photoWithPlace } from '../attachments/support/recordings.ts'
import type { Actor } from '../support/actor.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { until } from '../support/until.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { VILLAGE } from './main/cast.ts'

const PLACE = { latitude: 35.401, longitude: 110.832 }
const VOICE = oggVoice('降压药常常断')

describe('voice, photos and a place', () => {
  let way: OneProcessWay
  let resident: Actor
  let committee: Actor
  let receipt: string
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    const { world, quiet } = way.telegram
    const administrator = way.telegram.administrator()
    await administrator.say('/start')
    const channel = world.addChannel({ title: '乌停村村委会', administrators: [administrator.id] })
    world.addBot(channel, administrator.id)
    await quiet()
    committee = administrator.in(channel)
    await linkChat(committee, VILLAGE)
    resident = way.telegram.person({ firstName: '王秀英' })
    await resident.openLink(`v${VILLAGE}`)
    await walk(resident, [
      '好，开始',
      '看病吃药',
      '家里老人',
      '药品不全',
      '下一步',
      /^🙁/,
      '县城',
      '一小时以内',
    ])
  })
  afterAll(() => way?.close())

  /** whole files only: one that is being written has a dot in its name */
  const paths = () => {
    const folder = join(way.data.env.DATA_DIR ?? '', 'attachments')
    if (!existsSync(folder)) return []
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && !each.name.includes('.'))
      .map((each) => join(each.parentPath, each.name))
  }
  const since = (actor: Actor, messageId: number) =>
    actor.messages().filter((each) => each.message_id > messageId)
  const last = (actor: Actor) => actor.messages().at(-1)?.message_id ?? 0

  test('are taken as one answer, and an album brings the card once, below it', async () => {
    const photos = await Promise.all([10, 120, 240].map((grey) => photoWithPlace(grey)))
    const before = last(resident)
    const callsBefore = way.telegram.world.calls().length
    await resident.send({ photos })
    const cards = since(resident, before).filter((each) => each.reply_markup)
    expect(cards).toHaveLength(1)
    expect(cards[0]?.message_id).toBe(before + photos.length + 1)
    expect(cards[0]?.text).toContain('3')
    const how = way.telegram.world
      .calls()
      .slice(callsBefore)
      .map((call) => call.method)
      .filter((method) => method !== 'getUpdates')
    expect(how).toEqual(['sendMessage', 'deleteMessage', 'editMessageText', 'editMessageText'])

    await resident.send({ location: PLACE })
    await resident.send({ voice: { bytes: VOICE, duration: 4 } })
    await walk(resident, ['跳过', '这个月', '不署名', '✅ 提交'])
    receipt = receiptOn(resident)
  })

  test('are kept, the photos without what they tell of place and camera', async () => {
    await until(() => paths().length === 4, { what: 'the files are there', within: 20_000 })
    const files = paths().map((path) => readFileSync(path))
    expect(files.some((bytes) => bytes.equals(VOICE))).toBe(true)
    const pictures = files.filter((bytes) => !bytes.equals(VOICE))
    for (const bytes of pictures) {
      expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
      for (const trace of ['Exif', CAMERA]) expect(bytes.includes(trace)).toBe(false)
    }
  })

  const expectAll = (messages: Message[], repliedTo: number, place = PLACE) => {
    expect(messages.filter((each) => each.voice)).toHaveLength(1)
    const album = messages.filter((each) => each.photo)
    expect(album).toHaveLength(3)
    expect(new Set(album.map((each) => each.media_group_id)).size).toBe(1)
    expect(messages.find((each) => each.location)?.location).toMatchObject(place)
    expect(messages).toHaveLength(5)
    for (const each of messages) expect(each.reply_to_message?.message_id).toBe(repliedTo)
  }

  test('come again below one’s own case', async () => {
    await resident.say(receipt)
    const shown = last(resident)
    await resident.press('📎 附件')
    expectAll(since(resident, shown), shown)
  })

  test('come in the committee’s channel, in reply to the case: our copies, and the place only roughly', async () => {
    await committee.say('/cases')
    await committee.press('A01')
    const shown = last(committee)
    await committee.press('📎 附件')
    const messages = since(committee, shown)
    expectAll(messages, shown, { latitude: 35.4, longitude: 110.83 })
    for (const { photo } of messages)
      if (photo) {
        const shownPhoto = way.telegram.world.file(photo.at(-1)?.file_id ?? '')
        expect(Buffer.from(shownPhoto?.bytes ?? []).includes(CAMERA)).toBe(false)
      }
    way.telegram.expectNothingRefused()
  })

  test('are told to their owner as looked at, though nobody signed', async () => {
    await resident.say('/privacy')
    await resident.press(/👀/)
    expect(resident.messages().at(-1)?.text).toContain('的语音、照片或位置')
  })

  test('come from our own copy where Telegram has forgotten them', async () => {
    const { world } = way.telegram
    await resident.say(receipt)
    const shown = last(resident)
    const forgotten = { errorCode: 400, description: 'Bad Request: wrong file identifier/HTTP URL specified' }
    world.failNext({ method: 'sendVoice', times: 1, ...forgotten })
    world.failNext({ method: 'sendMediaGroup', times: 1, ...forgotten })
    await resident.press('📎 附件')
    const messages = since(resident, shown)
    expectAll(messages, shown)
    const voice = world.file(messages.find((each) => each.voice)?.voice?.file_id ?? '')
    expect(Buffer.from(voice?.bytes ?? []).equals(VOICE)).toBe(true)
    const photo = world.file(messages.find((each) => each.photo)?.photo?.at(-1)?.file_id ?? '')
    expect(Buffer.from(photo?.bytes ?? []).includes(CAMERA)).toBe(false)
    expect(messages.find((each) => each.voice)?.voice?.duration).toBe(4)
  })

  test('come along with one’s data, and are gone after it was erased', async () => {
    await resident.say('/privacy')
    const shown = last(resident)
    await resident.press('给我一份')
    const messages = since(resident, shown)
    const [readable, data, ...others] = messages
    expect(readable?.document?.file_name).toBe('xiangyin.txt')
    expect(data?.document?.file_name).toBe('xiangyin.json')
    const json = Buffer.from(way.telegram.world.file(data?.document?.file_id ?? '')?.bytes ?? []).toString()
    expect(JSON.parse(json).submissions[0].attachments).toMatchObject([
      { kind: 'photo', state: 'stored', mediaType: 'image/jpeg' },
      { kind: 'photo' },
      { kind: 'photo' },
      { kind: 'location', ...PLACE },
      { kind: 'voice', state: 'stored', mediaType: 'audio/ogg', bytes: VOICE.length, durationSeconds: 4 },
    ])
    expect(others.filter((each) => each.voice)).toHaveLength(1)
    expect(others.filter((each) => each.document).map((each) => each.document?.mime_type)).toEqual(
      Array(3).fill('image/jpeg'),
    )
    expect(others).toHaveLength(4)

    await resident.press('全部删掉')
    await resident.press('对，全删掉')
    await until(() => paths().length === 0, { what: 'the files are gone', within: 20_000 })
    await committee.press('📎 附件')
    expect(committee.screen().text).toContain('找不到了')
  })
})
