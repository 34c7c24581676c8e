import type { Update } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import type { CallRecord } from '../../../../src/playground/server/world/create-call-log.ts'
import { checkCall } from './check-call.ts'
import { checkTraffic } from './check-traffic.ts'
import { checkUpdate } from './check-update.ts'

const person = { id: 7, is_bot: false, first_name: '王', language_code: 'zh-hans' }
const robot = { id: 1, is_bot: true, first_name: '乡音', username: 'xiangyin_bot' }
const room = { id: 7, type: 'private', first_name: '王' }
const channel = { id: -1001, type: 'channel', title: '村委会' }
const keyboard = { inline_keyboard: [[{ text: '医疗', callback_data: 'topic:healthcare' }]] }
const message = {
  message_id: 5,
  from: robot,
  chat: room,
  date: 1_770_000_000,
  text: '好',
  reply_markup: keyboard,
}
const said = { message_id: 4, from: person, chat: room, date: 1_770_000_000, text: '你好' }
const member = {
  chat: channel,
  from: person,
  date: 1_770_000_000,
  old_chat_member: { user: robot, status: 'left' },
  new_chat_member: { user: robot, status: 'kicked', until_date: 0 },
}
const press = { id: '99', from: person, message, chat_instance: '1', data: 'x' }
const photo = { file_id: 'A', file_unique_id: 'B', width: 90, height: 90, file_size: 5 }

const call = (method: string, params: object, result: unknown): CallRecord => ({
  method,
  params: { ...params },
  ok: true,
  result,
})
const send = (more: object) => call('sendMessage', { chat_id: 7, text: '好', ...more }, message)
const answer = (more: object) => call('sendMessage', { chat_id: 7, text: '好' }, { ...message, ...more })
const refused = (more: Partial<CallRecord>): CallRecord => ({
  method: 'sendMessage',
  params: {},
  ok: false,
  errorCode: 400,
  description: 'Bad Request: chat not found',
  ...more,
})

const goodCalls: [string, CallRecord][] = [
  ['a message', send({ reply_markup: keyboard, entities: [{ type: 'bold', offset: 0, length: 1 }] })],
  [
    'all as strings, as a form has it',
    call('sendMessage', { chat_id: '7', text: '12', protect_content: 'true' }, message),
  ],
  ['a keyboard as a string of JSON', send({ reply_markup: JSON.stringify(keyboard) })],
  ['plain strings as reply keys', send({ reply_markup: { keyboard: [['好']] } })],
  [
    'an uploaded file',
    { ...call('sendPhoto', { chat_id: '7' }, { ...message, photo: [photo] }), files: { photo: 5 } },
  ],
  ['a place', call('sendLocation', { chat_id: 7, latitude: 35.4, longitude: 110 }, message)],
  [
    'an edit',
    call('editMessageText', { chat_id: 7, message_id: 5, text: '好' }, { ...message, edit_date: 1 }),
  ],
  ['true', call('deleteMessage', { chat_id: 7, message_id: 5 }, true)],
  ['a member', call('getChatMember', { chat_id: -1001, user_id: 1 }, member.new_chat_member)],
  ['a refusal', refused({})],
  ['a refusal that says when', refused({ errorCode: 429, parameters: { retry_after: 3 } })],
]
const goodUpdates: [string, object][] = [
  ['a message', { update_id: 1, message: said }],
  [
    'a post',
    {
      update_id: 1,
      channel_post: { message_id: 1, chat: channel, sender_chat: channel, date: 1, text: 'x' },
    },
  ],
  ['a press', { update_id: 1, callback_query: press }],
  ['a member', { update_id: 1, my_chat_member: member }],
]

const badCalls: [string, CallRecord][] = [
  ['a method that does not exist', call('sendMesage', { chat_id: 7, text: 'x' }, message)],
  ['an unknown parameter', send({ tetx: 'x' })],
  ['no text', call('sendMessage', { chat_id: 7 }, message)],
  ['a chat_id that is a list', send({ chat_id: [7] })],
  ['a chat_id with a fraction', send({ chat_id: 7.5 })],
  ['a flag that is a word', send({ protect_content: 'maybe' })],
  ['an unknown parse_mode', send({ parse_mode: 'BBCode' })],
  ['an entity of an unknown type', send({ entities: [{ type: 'blink', offset: 0, length: 1 }] })],
  ['an entity without length', send({ entities: [{ type: 'bold', offset: 0 }] })],
  ['a button without text', send({ reply_markup: { inline_keyboard: [[{ callback_data: 'x' }]] } })],
  [
    'a button with an unknown field',
    send({ reply_markup: { inline_keyboard: [[{ text: 'x', data: 'x' }]] } }),
  ],
  ['a keyboard that is no list of lists', send({ reply_markup: { inline_keyboard: [{ text: 'x' }] } })],
  ['markup of no known kind', send({ reply_markup: { keys: [] } })],
  ['markup as broken JSON', send({ reply_markup: '{"inline_keyboard":' })],
  ['reply_parameters with a message_id that is a word', send({ reply_parameters: { message_id: 'five' } })],
  [
    'an album whose item has no media',
    call('sendMediaGroup', { chat_id: 7, media: [{ type: 'photo' }] }, [message]),
  ],
  ['a photo that is neither part nor text', call('sendPhoto', { chat_id: 7, photo: 5 }, message)],
  ['a command without description', call('setMyCommands', { commands: [{ command: 'help' }] }, true)],
  ['no result', call('sendMessage', { chat_id: 7, text: 'x' }, undefined)],
  ['true instead of a message', call('sendMessage', { chat_id: 7, text: 'x' }, true)],
  ['a message instead of true', call('deleteMessage', { chat_id: 7, message_id: 5 }, message)],
  ['an album as one message', call('sendMediaGroup', { chat_id: 7, media: [] }, message)],
  ['a message without date', answer({ date: undefined })],
  ['a date as text', answer({ date: '2026-03-02' })],
  ['a message with an unknown field', answer({ message_text: 'x' })],
  ['a message_id as text', answer({ message_id: '5' })],
  ['a chat of an unknown type', answer({ chat: { ...room, type: 'room' } })],
  ['a sender without is_bot', answer({ from: { id: 1, first_name: 'x' } })],
  ['a photo without its size', answer({ photo: [{ ...photo, width: undefined }] })],
  ['a file size with a fraction', answer({ photo: [{ ...photo, file_size: 5.5 }] })],
  ['a flag that is false where only true exists', answer({ has_protected_content: false })],
  [
    'a member of an unknown status',
    call('getChatMember', { chat_id: 7, user_id: 1 }, { user: robot, status: 'guest' }),
  ],
  [
    'an administrator without rights',
    call('getChatMember', { chat_id: 7, user_id: 1 }, { user: robot, status: 'administrator' }),
  ],
  ['a reply within a reply', answer({ reply_to_message: { ...message, reply_to_message: message } })],
  ['a count as text', call('getChatMemberCount', { chat_id: 7 }, '2')],
  ['a refusal without words', refused({ description: '' })],
  ['a refusal without code', refused({ errorCode: 0 })],
  ['a refusal with a result', refused({ result: true })],
  ['429 without retry_after', refused({ errorCode: 429 })],
  ['retry_after as text', refused({ errorCode: 429, parameters: { retry_after: '3' as never } })],
]
const badUpdates: [string, object][] = [
  ['no update_id', { message: said }],
  ['an update_id as text', { update_id: '1', message: said }],
  ['nothing in it', { update_id: 1 }],
  ['two things in it', { update_id: 1, message: said, callback_query: press }],
  ['an unknown kind', { update_id: 1, massage: said }],
  ['a message without sender', { update_id: 1, message: { ...said, from: undefined } }],
  ['a message from a channel', { update_id: 1, message: { ...said, chat: channel } }],
  ['a post in a private chat', { update_id: 1, channel_post: said }],
  ['an edited message without edit_date', { update_id: 1, edited_message: said }],
  ['a private chat without a name', { update_id: 1, message: { ...said, chat: { id: 7, type: 'private' } } }],
  [
    'a channel without a title',
    { update_id: 1, my_chat_member: { ...member, chat: { id: -1, type: 'channel' } } },
  ],
  ['a press without chat_instance', { update_id: 1, callback_query: { ...press, chat_instance: undefined } }],
  ['a press whose id is a number', { update_id: 1, callback_query: { ...press, id: 99 } }],
  [
    'a link without url',
    { update_id: 1, message: { ...said, entities: [{ type: 'text_link', offset: 0, length: 1 }] } },
  ],
  [
    'a bold entity with a url',
    { update_id: 1, message: { ...said, entities: [{ type: 'bold', offset: 0, length: 1, url: 'x' }] } },
  ],
  [
    'one who was banned until nobody knows',
    { update_id: 1, my_chat_member: { ...member, new_chat_member: { user: robot, status: 'kicked' } } },
  ],
  [
    'a reply within a reply',
    { update_id: 1, message: { ...said, reply_to_message: { ...said, reply_to_message: said } } },
  ],
]

describe('the schema check', () => {
  test.each(goodCalls)('lets pass a call: %s', (_what, one) => expect(checkCall(one)).toEqual([]))
  test.each(goodUpdates)('lets pass an update: %s', (_what, one) => expect(checkUpdate(one)).toEqual([]))
  test.each(badCalls)('rejects a call: %s', (_what, one) => expect(checkCall(one)).not.toEqual([]))
  test.each(badUpdates)('rejects an update: %s', (_what, one) => expect(checkUpdate(one)).not.toEqual([]))

  test('sees all that one local Telegram took and gave', () => {
    const traffic = (calls: CallRecord[], given: object[], pending: object[]) =>
      checkTraffic({
        world: {
          calls: () => calls,
          givenUpdates: () => given as Update[],
          pendingUpdates: () => pending as Update[],
        },
      } as never)
    const good = { update_id: 1, message: said }
    expect(traffic([send({})], [good], [good])).toEqual([])
    expect(traffic([send({ tetx: 'x' })], [good], [good])).toEqual([
      'sendMessage took parameters with / must NOT have additional properties "tetx"',
    ])
    expect(traffic([], [{}], []).length).toBeGreaterThan(0)
    expect(traffic([], [], [{}]).length).toBeGreaterThan(0)
  })
})
