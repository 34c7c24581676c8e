import type { Message } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { pixel, type Served, serveLocalTelegram, settle } from './serve-local-telegram.ts'

/** Each exact limit: the longest that is taken, and what Telegram says to one more. */
type Limit = [what: string, most: (at: At) => Ask, beyond: (at: At) => Ask, words: string]
type Ask = [method: string, parameters: object]
interface At {
  wang: number
  photo: string
  picture: number
}

const text = (value: string) => (at: At) => ['sendMessage', { chat_id: at.wang, text: value }] as Ask
const captioned = (caption: string) => (at: At) =>
  ['sendPhoto', { chat_id: at.wang, photo: at.photo, caption }] as Ask
const edited = (caption: string) => (at: At) =>
  ['editMessageCaption', { chat_id: at.wang, message_id: at.picture, caption }] as Ask
const copied = (caption: string) => (at: At) =>
  ['copyMessage', { chat_id: at.wang, from_chat_id: at.wang, message_id: at.picture, caption }] as Ask
const pressed = (callback_data: string) => (at: At) =>
  [
    'sendMessage',
    { chat_id: at.wang, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'b', callback_data }]] } },
  ] as Ask
const album =
  (count: number, caption = '') =>
  (at: At) => {
    const media = Array.from({ length: count }, () => ({ type: 'photo', media: at.photo, caption }))
    return ['sendMediaGroup', { chat_id: at.wang, media }] as Ask
  }
const inline = (count: number) => (at: At) => {
  const rows = Array.from({ length: count }, () => [{ text: 'b', callback_data: 'b' }])
  return ['sendMessage', { chat_id: at.wang, text: 'x', reply_markup: { inline_keyboard: rows } }] as Ask
}
const reply = (count: number) => (at: At) => {
  const keyboard = Array.from({ length: count }, () => [{ text: 'b' }])
  return ['sendMessage', { chat_id: at.wang, text: 'x', reply_markup: { keyboard } }] as Ask
}

const tooLong = 'Bad Request: message is too long'
const captionTooLong = 'Bad Request: message caption is too long'
const limits: Limit[] = [
  ['text of 4,096', text('长'.repeat(4096)), text('长'.repeat(4097)), tooLong],
  ['text of 4,096 UTF-16 units', text('👍'.repeat(2048)), text(`${'👍'.repeat(2048)}x`), tooLong],
  ['caption of 1,024', captioned('长'.repeat(1024)), captioned('长'.repeat(1025)), captionTooLong],
  ['edited caption of 1,024', edited('x'.repeat(1024)), edited('x'.repeat(1025)), captionTooLong],
  ['copied caption of 1,024', copied('x'.repeat(1024)), copied('x'.repeat(1025)), captionTooLong],
  ['album caption of 1,024', album(2, 'x'.repeat(1024)), album(2, 'x'.repeat(1025)), captionTooLong],
  [
    'callback_data of 64 bytes',
    pressed('x'.repeat(64)),
    pressed('x'.repeat(65)),
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  [
    'callback_data of 64 bytes, in UTF-8',
    pressed(`x${'村'.repeat(21)}`),
    pressed(`xx${'村'.repeat(21)}`),
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  ['album of 10', album(10), album(11), 'Bad Request: too many messages to send as an album'],
  ['album of 2, and none', album(2), album(0), 'Bad Request: there are no messages to send'],
  ['100 inline buttons', inline(100), inline(101), 'Bad Request: reply markup is too long'],
  ['100 reply buttons', reply(100), reply(101), 'Bad Request: reply markup is too long'],
]

async function prepare(telegram: Served): Promise<At> {
  const { wang } = settle(telegram)
  const [said] = telegram.world.say(wang, wang, { photos: [pixel] })
  const photo = said?.photo?.[0]?.file_id ?? ''
  const sent = await telegram.call<Message>('sendPhoto', { chat_id: wang, photo })
  return { wang, photo, picture: sent.ok ? sent.result.message_id : 0 }
}

describe('the most is taken, one more is refused', () => {
  test.each(limits)('%s', async (_what, most, beyond, description) => {
    const telegram = await serveLocalTelegram()
    const at = await prepare(telegram)
    expect(await telegram.call(...most(at))).toMatchObject({ ok: true })
    expect(await telegram.call(...beyond(at))).toEqual({ ok: false, error_code: 400, description })
  })
})

test('an album begins at 2: one alone goes out as a plain message', async () => {
  const telegram = await serveLocalTelegram()
  const at = await prepare(telegram)
  const answer = await telegram.call<Message[]>(...album(1)(at))
  expect(answer).toMatchObject({ ok: true, result: [{ photo: [{ file_id: at.photo }] }] })
  expect(answer.ok && answer.result[0]).not.toHaveProperty('media_group_id')
})

test('a start payload is 64 of A-Z a-z 0-9 _ -, and reaches the bot as it was', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  const { world } = telegram
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
  expect(letters).toHaveLength(64)
  expect(world.deepLink(wang, letters).text).toBe(`/start ${letters}`)
  for (const wrong of [`${letters}x`, 'a b', 'a.b', 'a/b', '村', 'a=b', 'a\n']) {
    expect(() => world.deepLink(wang, wrong)).toThrow('a start payload is 64 of')
    const query = `as=${wang}&payload=${encodeURIComponent(wrong)}`
    expect((await fetch(`${telegram.root}/playground/deep-link?${query}`)).status).toBe(409)
  }
})

test('how many buttons there may be is a setting', async () => {
  const telegram = await serveLocalTelegram({ settings: { maxButtons: 3, maxMarkupBytes: 200 } })
  const at = await prepare(telegram)
  expect(await telegram.call(...inline(3)(at))).toMatchObject({ ok: true })
  expect(await telegram.call(...inline(4)(at))).toMatchObject({ error_code: 400 })
  expect(await telegram.call(...pressed('x'.repeat(64))(at))).toMatchObject({ ok: true })
  const wide = { inline_keyboard: [[{ text: 'b'.repeat(200), callback_data: 'b' }]] }
  const answer = await telegram.call('sendMessage', { chat_id: at.wang, text: 'x', reply_markup: wide })
  expect(answer).toMatchObject({ description: 'Bad Request: reply markup is too long' })
})

describe('limits of pace, on a moved clock', () => {
  const paced = (limits: { perSecond: number; perSecondPerChat: number; perMinutePerGroup: number }) =>
    serveLocalTelegram({ settings: { enforceLimits: true, limits: { ...limits, penaltySeconds: 0 } } })
  const many = 1_000
  const people = ({ world }: Served, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const { id } = world.addPerson({ id: index + 1, firstName: 'P', languageCode: 'en', part: 'resident' })
      world.say(id, id, { text: 'hi' })
      return id
    })
  const send = async ({ call }: Served, chat_id: number) => {
    const answer = await call('sendMessage', { chat_id, text: 'x' })
    return answer.ok ? 'sent' : `${answer.error_code} after ${answer.parameters?.retry_after}`
  }

  test('whoever passes it may be refused for much longer', async () => {
    const limits = { perSecond: 2, perSecondPerChat: many, perMinutePerGroup: many, penaltySeconds: 30 }
    const telegram = await serveLocalTelegram({ settings: { enforceLimits: true, limits } })
    const [one = 0, other = 0] = people(telegram, 2)
    expect(await send(telegram, one)).toBe('sent')
    expect(await send(telegram, one)).toBe('sent')
    expect(await send(telegram, one)).toBe('429 after 30')
    telegram.clock.move(20_000)
    expect(await send(telegram, other)).toBe('429 after 10')
    telegram.clock.move(10_000)
    expect(await send(telegram, other)).toBe('sent')
  })

  test.each([30, 4])('%i a second in all', async (perSecond) => {
    const telegram = await paced({ perSecond, perSecondPerChat: many, perMinutePerGroup: many })
    const [first = 0, ...others] = people(telegram, perSecond)
    expect(await send(telegram, first)).toBe('sent')
    telegram.clock.move(400)
    for (const id of others) expect(await send(telegram, id)).toBe('sent')
    expect(await send(telegram, first)).toBe('429 after 1')
    telegram.clock.move(599)
    expect(await send(telegram, first)).toBe('429 after 1')
    telegram.clock.move(1)
    expect(await send(telegram, first)).toBe('sent')
    expect(await send(telegram, first)).toBe('429 after 1')
  })

  test.each([1, 3])('%i a second to one chat, others go on', async (perSecondPerChat) => {
    const telegram = await paced({ perSecond: many, perSecondPerChat, perMinutePerGroup: many })
    const [one = 0, two = 0] = people(telegram, 2)
    for (let n = 0; n < perSecondPerChat; n++) expect(await send(telegram, one)).toBe('sent')
    expect(await send(telegram, one)).toBe('429 after 1')
    expect(await send(telegram, two)).toBe('sent')
    telegram.clock.move(999)
    expect(await send(telegram, one)).toBe('429 after 1')
    telegram.clock.move(1)
    expect(await send(telegram, one)).toBe('sent')
  })

  test.each([20, 5])('%i a minute to one group or channel, not to a person', async (perMinutePerGroup) => {
    const telegram = await paced({ perSecond: many, perSecondPerChat: many, perMinutePerGroup })
    const { wang, group, channel } = settle(telegram)
    telegram.world.say(wang, wang, { text: '你好' })
    for (const chat of [group, channel]) {
      for (let n = 0; n < perMinutePerGroup; n++) expect(await send(telegram, chat)).toBe('sent')
      expect(await send(telegram, chat)).toBe('429 after 60')
    }
    for (let n = 0; n <= perMinutePerGroup; n++) expect(await send(telegram, wang)).toBe('sent')
    telegram.clock.move(59_999)
    expect(await send(telegram, group)).toBe('429 after 1')
    telegram.clock.move(1)
    expect(await send(telegram, group)).toBe('sent')
  })

  test('an album counts as many, an edit and a refusal as none', async () => {
    const telegram = await paced({ perSecond: 5, perSecondPerChat: many, perMinutePerGroup: many })
    telegram.world.addPerson({ id: 1, firstName: 'P', languageCode: 'en', part: 'resident' })
    const [said] = telegram.world.say(1, 1, { photos: [pixel] })
    const media = Array.from({ length: 4 }, () => ({ type: 'photo', media: said?.photo?.[0]?.file_id }))
    expect(await telegram.call('sendMediaGroup', { chat_id: 1, media })).toMatchObject({ ok: true })
    const sent = await telegram.call<Message>('sendMessage', { chat_id: 1, text: 'x' })
    expect(await send(telegram, 1)).toBe('429 after 1')
    const message_id = sent.ok ? sent.result.message_id : 0
    const edit = await telegram.call('editMessageText', { chat_id: 1, message_id, text: 'y' })
    expect(edit).toMatchObject({ ok: true })
    telegram.clock.move(1_000)
    for (let n = 0; n < 5; n++) expect(await send(telegram, 1)).toBe('sent')
  })
})
