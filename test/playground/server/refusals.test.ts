// Longer than 300 lines: one table, a row for each refusal.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createLocalTelegram,
  type LocalTelegram,
} from '../../../src/playground/server/create-local-telegram.ts'
import { checkTraffic } from './schema/check-traffic.ts'
import { pixel, settle, token } from './serve-local-telegram.ts'

const now = new Date('2026-03-02T00:00:00Z')
let telegram: LocalTelegram
let places: ReturnType<typeof settle> & { mine: number; hers: number; photo: number; old: number }

async function call(method: string, parameters: object) {
  const response = await telegram.app.request(`http://localhost/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  })
  return (await response.json()) as {
    ok: boolean
    error_code?: number
    description?: string
    result?: { message_id: number }
  }
}

beforeAll(async () => {
  telegram = createLocalTelegram({
    path: ':memory:',
    token,
    bot: { username: 'xiangyin_bot', firstName: '乡音' },
    clock: { now: () => now },
  })
  const { world } = telegram
  const settled = settle(telegram)
  world.addPerson({ id: 1003, firstName: 'Silent', languageCode: 'en', part: 'resident' })
  world.addPerson({ id: 1004, firstName: 'Blocker', languageCode: 'en', part: 'resident' })
  world.say(1004, 1004, { text: 'hi' })
  world.block(1004)
  const [hers] = world.say(settled.wang, settled.wang, { text: '你好' })
  const [photo] = world.say(settled.wang, settled.wang, { photos: [pixel] })
  const sent = await call('sendMessage', { chat_id: settled.wang, text: 'mine' })
  const picture = await call('sendPhoto', { chat_id: settled.wang, photo: photo?.photo?.[0]?.file_id })
  places = {
    ...settled,
    mine: sent.result?.message_id ?? 0,
    hers: hers?.message_id ?? 0,
    photo: picture.result?.message_id ?? 0,
    old: 0,
  }
})

afterAll(async () => {
  const violations = checkTraffic(telegram)
  await telegram.close()
  expect(violations).toEqual([])
})

type Places = typeof places
type Row = [method: string, parameters: (at: Places) => object, code: number, description: string]
const say = (more: object) => (at: Places) => ({ chat_id: at.wang, text: 'x', ...more })
const button = (more: object) => say({ reply_markup: { inline_keyboard: [[{ text: 'b', ...more }]] } })
const entity = (more: object) =>
  say({ text: 'hello', entities: [{ type: 'bold', offset: 0, length: 5, ...more }] })

const refusals: Row[] = [
  ['getChatMember', (at) => ({ chat_id: at.group, user_id: 5 }), 400, 'Bad Request: member not found'],
  [
    'leaveChat',
    (at) => ({ chat_id: at.wang }),
    400,
    "Bad Request: chat member status can't be changed in private chats",
  ],
  [
    'setChatMenuButton',
    () => ({ menu_button: { type: 'invalid' } }),
    400,
    "Bad Request: can't parse menu button: MenuButton has unsupported type",
  ],
  [
    'setMyCommands',
    () => ({ commands: [], scope: { type: 'chat' } }),
    400,
    'Bad Request: can\'t parse BotCommandScope: Can\'t find field "chat_id"',
  ],
  ['sendMessage', say({ reply_markup: null }), 400, 'Bad Request: object expected as reply markup'],
  [
    'sendMessage',
    say({ link_preview_options: null }),
    400,
    'Bad Request: object expected as link preview options',
  ],
  ['sendMessage', () => ({ text: 'x' }), 400, 'Bad Request: chat_id is empty'],
  ['sendMessage', () => ({ chat_id: 0, text: 'x' }), 400, 'Bad Request: chat not found'],
  ['sendMessage', () => ({ chat_id: '@nowhere', text: 'x' }), 400, 'Bad Request: chat not found'],
  ['sendMessage', () => ({ chat_id: 'abc', text: 'x' }), 400, 'Bad Request: chat not found'],
  [
    'sendMessage',
    () => ({ chat_id: 1003, text: 'x' }),
    403,
    "Forbidden: bot can't initiate conversation with a user",
  ],
  ['sendMessage', () => ({ chat_id: 1004, text: 'x' }), 403, 'Forbidden: bot was blocked by the user'],
  [
    'sendChatAction',
    () => ({ chat_id: 1004, action: 'typing' }),
    403,
    'Forbidden: bot was blocked by the user',
  ],
  ['sendMessage', say({ text: '' }), 400, 'Bad Request: message text is empty'],
  ['sendMessage', (at) => ({ chat_id: at.wang }), 400, 'Bad Request: message text is empty'],
  ['sendMessage', say({ text: ' \n ' }), 400, 'Bad Request: text must be non-empty'],
  ['sendMessage', say({ text: '长'.repeat(4097) }), 400, 'Bad Request: message is too long'],
  ['sendMessage', say({ parse_mode: 'INVALID' }), 400, 'Bad Request: unsupported parse_mode'],
  [
    'sendMessage',
    say({ reply_parameters: { message_id: 99999 } }),
    400,
    'Bad Request: message to be replied not found',
  ],
  ['sendMessage', say({ reply_parameters: {} }), 400, 'Bad Request: can\'t find field "message_id"'],
  [
    'sendMessage',
    entity({ length: 100 }),
    400,
    'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
  ],
  [
    'sendMessage',
    entity({ offset: 100 }),
    400,
    'Bad Request: entity begins after the end of the text at UTF-16 offset 100',
  ],
  ['sendMessage', entity({ offset: -1 }), 400, 'Bad Request: receive an entity with incorrect offset -1'],
  [
    'sendMessage',
    entity({ type: 'nonsense' }),
    400,
    "Bad Request: can't parse MessageEntity: Unsupported type specified",
  ],
  [
    'sendMessage',
    entity({ type: 'text_link' }),
    400,
    'Bad Request: can\'t parse MessageEntity: Can\'t find field "url"',
  ],
  [
    'sendMessage',
    entity({ type: 'text_link', url: 'not-a-url' }),
    400,
    "Bad Request: entity URL 'not-a-url' is invalid: Wrong HTTP URL",
  ],
  [
    'sendMessage',
    entity({ type: 'text_link', url: '' }),
    400,
    "Bad Request: entity URL '' is invalid: URL host is empty",
  ],
  ['sendMessage', entity({ type: 'text_mention', user: { id: 5 } }), 400, 'Bad Request: user not found'],
  ['sendMessage', button({ callback_data: 'x'.repeat(65) }), 400, 'Bad Request: BUTTON_DATA_INVALID'],
  ['sendMessage', button({ callback_data: '村'.repeat(22) }), 400, 'Bad Request: BUTTON_DATA_INVALID'],
  [
    'sendMessage',
    button({ callback_data: '' }),
    400,
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'sendMessage',
    button({ url: 'not-a-url' }),
    400,
    "Bad Request: inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
  ],
  [
    'sendMessage',
    button({ url: 'http://localhost:3000/' }),
    400,
    "Bad Request: inline keyboard button URL 'http://localhost:3000/' is invalid: Wrong HTTP URL",
  ],
  [
    'sendMessage',
    button({ url: 'ftp://example.com' }),
    400,
    "Bad Request: inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
  ],
  [
    'sendMessage',
    button({ web_app: { url: 'http://example.com' } }),
    400,
    "Bad Request: inline keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed",
  ],
  ['sendMessage', button({ copy_text: { text: '' } }), 400, 'Bad Request: BUTTON_COPY_TEXT_INVALID'],
  [
    'sendMessage',
    say({ reply_markup: { inline_keyboard: [[{ callback_data: 'x' }]] } }),
    400,
    'Bad Request: can\'t parse inline keyboard button: Can\'t find field "text"',
  ],
  [
    'sendMessage',
    say({ reply_markup: { inline_keyboard: 'bad' } }),
    400,
    'Bad Request: field "inline_keyboard" must be of type Array',
  ],
  [
    'sendMessage',
    say({ reply_markup: { keyboard: 'bad' } }),
    400,
    'Bad Request: field "keyboard" must be of type Array',
  ],
  [
    'sendMessage',
    say({ reply_markup: { keyboard: [['A']], resize_keyboard: 'yes' } }),
    400,
    'Bad Request: field "resize_keyboard" must be of type Boolean',
  ],
  [
    'sendMessage',
    say({ reply_markup: 'no json' }),
    400,
    "Bad Request: can't parse reply keyboard markup JSON object",
  ],
  ['sendMessage', say({ reply_markup: [] }), 400, 'Bad Request: object expected as reply markup'],
  [
    'sendMessage',
    say({
      reply_markup: {
        inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'b', callback_data: 'b' }]),
      },
    }),
    400,
    'Bad Request: reply markup is too long',
  ],
  [
    'sendMessage',
    (at) => ({ chat_id: at.channel, text: 'x', reply_markup: { keyboard: [['A']] } }),
    400,
    'Bad Request: inline keyboard expected',
  ],
  [
    'sendMessage',
    say({ link_preview_options: { is_disabled: 'yes' } }),
    400,
    'Bad Request: field "is_disabled" must be of type Boolean',
  ],
  [
    'sendMessage',
    say({ link_preview_options: { url: 'not-a-url' } }),
    400,
    'Bad Request: WEBPAGE_URL_INVALID',
  ],
  ['editMessageText', () => ({ text: 'x' }), 400, 'Bad Request: message identifier is not specified'],
  [
    'editMessageText',
    (at) => ({ chat_id: at.wang, message_id: 99999, text: 'x' }),
    400,
    'Bad Request: message to edit not found',
  ],
  [
    'editMessageText',
    (at) => ({ chat_id: at.wang, message_id: at.hers, text: 'x' }),
    400,
    "Bad Request: message can't be edited",
  ],
  [
    'editMessageText',
    (at) => ({ chat_id: at.wang, message_id: at.mine, text: 'mine' }),
    400,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  ],
  [
    'editMessageText',
    (at) => ({ chat_id: at.wang, message_id: at.photo, text: 'x' }),
    400,
    'Bad Request: there is no text in the message to edit',
  ],
  [
    'editMessageText',
    (at) => ({ chat_id: at.wang, message_id: at.mine, text: 'x', reply_markup: { keyboard: [['A']] } }),
    400,
    'Bad Request: inline keyboard expected',
  ],
  [
    'editMessageCaption',
    (at) => ({ chat_id: at.wang, message_id: at.mine, caption: 'x' }),
    400,
    'Bad Request: there is no caption in the message to edit',
  ],
  [
    'editMessageCaption',
    (at) => ({ chat_id: at.wang, message_id: at.photo, caption: 'x'.repeat(1025) }),
    400,
    'Bad Request: message caption is too long',
  ],
  [
    'editMessageReplyMarkup',
    (at) => ({ chat_id: at.wang, message_id: at.mine }),
    400,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  ],
  [
    'deleteMessage',
    (at) => ({ chat_id: at.wang, message_id: 99999 }),
    400,
    'Bad Request: message to delete not found',
  ],
  [
    'deleteMessages',
    (at) => ({ chat_id: at.wang }),
    400,
    'Bad Request: message identifiers are not specified',
  ],
  [
    'deleteMessages',
    (at) => ({ chat_id: at.wang, message_ids: Array.from({ length: 101 }, (_, i) => i + 1) }),
    400,
    'Bad Request: too many message identifiers specified',
  ],
  [
    'answerCallbackQuery',
    () => ({ callback_query_id: '1' }),
    400,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  ],
  ['sendPhoto', (at) => ({ chat_id: at.wang }), 400, 'Bad Request: there is no photo in the request'],
  [
    'sendPhoto',
    (at) => ({ chat_id: at.wang, photo: 'AgACnonsense' }),
    400,
    'Bad Request: wrong file identifier/HTTP URL specified',
  ],
  ['sendMediaGroup', (at) => ({ chat_id: at.wang }), 400, 'Bad Request: parameter "media" is required'],
  [
    'sendMediaGroup',
    (at) => ({ chat_id: at.wang, media: [] }),
    400,
    'Bad Request: there are no messages to send',
  ],
  [
    'sendMediaGroup',
    (at) => ({ chat_id: at.wang, media: Array.from({ length: 11 }, () => ({ type: 'photo', media: 'x' })) }),
    400,
    'Bad Request: too many messages to send as an album',
  ],
  [
    'sendMediaGroup',
    (at) => ({
      chat_id: at.wang,
      media: [
        { type: 'photo', media: 'x' },
        { type: 'document', media: 'y' },
      ],
    }),
    400,
    "Bad Request: document can't be mixed with other media types",
  ],
  [
    'sendChatAction',
    (at) => ({ chat_id: at.wang, action: 'dancing' }),
    400,
    'Bad Request: wrong parameter action in request',
  ],
  [
    'copyMessage',
    (at) => ({ chat_id: at.wang, from_chat_id: at.wang, message_id: 99999 }),
    400,
    'Bad Request: message to copy not found',
  ],
  [
    'forwardMessage',
    (at) => ({ chat_id: at.wang, from_chat_id: at.wang, message_id: 99999 }),
    400,
    'Bad Request: message to forward not found',
  ],
  [
    'pinChatMessage',
    (at) => ({ chat_id: at.wang, message_id: 99999 }),
    400,
    'Bad Request: message to pin not found',
  ],
  [
    'pinChatMessage',
    (at) => ({ chat_id: at.group, message_id: 1 }),
    400,
    'Bad Request: not enough rights to manage pinned messages in the chat',
  ],
  [
    'setMessageReaction',
    (at) => ({ chat_id: at.wang, message_id: 99999 }),
    400,
    'Bad Request: message to react not found',
  ],
  [
    'setMessageReaction',
    (at) => ({ chat_id: at.wang, message_id: at.hers, reaction: [{ type: 'emoji', emoji: '村' }] }),
    400,
    'Bad Request: REACTION_INVALID',
  ],
  [
    'setMyCommands',
    () => ({ commands: [{ command: 'Start', description: 'x' }] }),
    400,
    'Bad Request: BOT_COMMAND_INVALID',
  ],
  [
    'setMyCommands',
    () => ({ commands: [{ command: 'x'.repeat(33), description: 'x' }] }),
    400,
    'Bad Request: command length must not exceed 32',
  ],
  [
    'setMyCommands',
    () => ({ commands: [{ command: 'x', description: '' }] }),
    400,
    'Bad Request: command description must be non-empty',
  ],
  [
    'setMyCommands',
    () => ({ commands: [{ command: 'x', description: 'x'.repeat(257) }] }),
    400,
    'Bad Request: command description length must not exceed 256',
  ],
  [
    'setMyCommands',
    () => ({ commands: [], language_code: 'zh-hans' }),
    400,
    'Bad Request: invalid language code specified',
  ],
  [
    'setWebhook',
    () => ({ url: 'http://example.com/' }),
    400,
    'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  ],
  [
    'setWebhook',
    () => ({ url: 'https://example.com:3000/' }),
    400,
    'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
  ],
  [
    'setWebhook',
    () => ({ url: 'http://127.0.0.1:1/', secret_token: 'a b' }),
    400,
    'Bad Request: secret token contains unallowed characters',
  ],
  ['getFile', () => ({}), 400, 'Bad Request: file_id not specified'],
  ['getFile', () => ({ file_id: 'x' }), 400, 'Bad Request: invalid file_id'],
  ['getChat', () => ({ chat_id: 5 }), 400, 'Bad Request: chat not found'],
  ['getChatMember', (at) => ({ chat_id: at.group }), 400, 'Bad Request: invalid user_id specified'],
  [
    'getChatAdministrators',
    (at) => ({ chat_id: at.wang }),
    400,
    'Bad Request: there are no administrators in the private chat',
  ],
]

const loud: [method: string, parameters: (at: Places) => object, code: number, words: string][] = [
  [
    'sendDice',
    (at) => ({ chat_id: at.wang }),
    404,
    'Not Found: method not found (the local Telegram does not know sendDice)',
  ],
  ['sendMessage', say({ tetx: 'x' }), 400, 'does not know the parameter "tetx" of sendMessage'],
  ['sendMessage', say({ parse_mode: 'HTML' }), 400, 'does not know parse_mode'],
  ['sendMessage', say({ message_effect_id: '1' }), 400, 'does not know the parameter "message_effect_id"'],
  [
    'sendMessage',
    button({ callback_data: 'x', colour: 'red' }),
    400,
    'does not know the field "colour" of InlineKeyboardButton',
  ],
  [
    'sendMessage',
    button({ callback_data: 'x', url: 'https://example.com' }),
    400,
    'does not know a button with both',
  ],
  ['sendMessage', button({ pay: true }), 400, 'does not know the field "pay"'],
  ['sendMessage', entity({ bold: true }), 400, 'does not know the field "bold" of MessageEntity'],
  [
    'sendMessage',
    say({ reply_parameters: { message_id: 1, quote: 'x' } }),
    400,
    'does not know the field "quote" of ReplyParameters',
  ],
  ['sendMessage', say({ disable_notification: 'maybe' }), 400, 'cannot read "disable_notification"'],
  [
    'editMessageText',
    (at) => ({ chat_id: at.wang, message_id: 'one', text: 'x' }),
    400,
    'cannot read "message_id"',
  ],
  [
    'sendPhoto',
    (at) => ({ chat_id: at.wang, photo: 'https://example.com/a.png' }),
    400,
    'does not know files by URL',
  ],
  ['getUpdates', () => ({ allowed_updates: ['massage'] }), 400, 'does not know the update "massage"'],
]

describe('is refused in the words of Telegram', () => {
  test.each(refusals)('%s: %s %i %s', async (method, parameters, code, description) => {
    expect(await call(method, parameters(places))).toEqual({ ok: false, error_code: code, description })
  })
})

describe('what is not modelled is refused loudly', () => {
  test.each(loud)('%s: %s %i %s', async (method, parameters, code, words) => {
    const answer = await call(method, parameters(places))
    expect(answer).toMatchObject({ ok: false, error_code: code })
    expect(answer.description).toContain(words)
  })
})

describe('the longest that is allowed is taken', () => {
  const taken: [method: string, parameters: (at: Places) => object][] = [
    ['sendMessage', say({ text: '长'.repeat(4096) })],
    ['sendMessage', say({ text: ` ${'x'.repeat(4096)} ` })],
    ['sendMessage', button({ callback_data: 'x'.repeat(64) })],
    [
      'sendMessage',
      say({
        reply_markup: {
          inline_keyboard: Array.from({ length: 100 }, () => [{ text: 'b', callback_data: 'b' }]),
        },
      }),
    ],
    ['editMessageCaption', (at) => ({ chat_id: at.wang, message_id: at.photo, caption: 'x'.repeat(1024) })],
    ['setMyCommands', () => ({ commands: [{ command: 'x'.repeat(32), description: 'x'.repeat(256) }] })],
    [
      'deleteMessages',
      (at) => ({ chat_id: at.wang, message_ids: Array.from({ length: 100 }, (_, i) => i + 90_000) }),
    ],
    ['sendMessage', say({ reply_parameters: { message_id: 99999, allow_sending_without_reply: true } })],
  ]
  test.each(taken)('%s: %s', async (method, parameters) => {
    expect(await call(method, parameters(places))).toMatchObject({ ok: true })
  })
})
