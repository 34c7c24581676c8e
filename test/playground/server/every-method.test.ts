import type { Message } from 'grammy/types'
import { expect, test } from 'vitest'
import { methodTable } from '../../../src/playground/server/methods/method-table.ts'
import { pixel, serveLocalTelegram, settle } from './serve-local-telegram.ts'

test('each method there is takes a good call, and its answer fits the schema', async () => {
  const telegram = await serveLocalTelegram({ settings: { pressTimeoutMs: 2_000 } })
  const { world } = telegram
  const { wang, li, group, channel } = settle(telegram)
  world.addBot(group, li, { administrator: true })
  const [said] = world.say(wang, wang, { photos: [pixel], caption: '井盖' })
  const [voice] = world.say(wang, wang, { voice: { bytes: Buffer.from('OggS'), duration: 3 }, caption: '话' })
  const [paper] = world.say(wang, wang, { document: { bytes: Buffer.from('%PDF'), name: '表.pdf' } })
  const photo = said?.photo?.at(-1)?.file_id
  const done = new Set<string>()
  const call = async <T = Message>(method: string, parameters: object = {}): Promise<T> => {
    const answer = await telegram.call<T>(method, parameters)
    if (!answer.ok) throw new Error(`${method}: ${answer.description}`)
    done.add(method)
    return answer.result
  }
  const to = { chat_id: wang }
  const inline = { inline_keyboard: [[{ text: '好', callback_data: 'ok' }]] }

  await call('getMe')
  await call('getUpdates', { limit: 1 })
  const text = await call('sendMessage', { ...to, text: '好', reply_markup: inline })
  const press = world.press(wang, wang, text.message_id, 'ok')
  const id = world.pendingUpdates().at(-1)?.callback_query?.id
  await call('answerCallbackQuery', { callback_query_id: id, text: '好' })
  expect(await press).toEqual({ answered: true, text: '好' })
  await call('editMessageText', { ...to, message_id: text.message_id, text: '改', reply_markup: inline })
  await call('editMessageReplyMarkup', { ...to, message_id: text.message_id })
  const picture = await call('sendPhoto', { ...to, photo, caption: 'a', has_spoiler: true })
  await call('editMessageCaption', { ...to, message_id: picture.message_id, caption: 'b' })
  const media = { type: 'document', media: paper?.document?.file_id }
  await call('editMessageMedia', { ...to, message_id: picture.message_id, media })
  await call('sendDocument', {
    ...to,
    document: media.media,
    reply_parameters: { message_id: said?.message_id },
  })
  await call('sendVoice', { ...to, voice: voice?.voice?.file_id, caption: '回' })
  await call('sendMediaGroup', {
    ...to,
    media: [
      { type: 'photo', media: photo },
      { type: 'photo', media: photo },
    ],
  })
  await call('sendLocation', { ...to, latitude: 35.4, longitude: 110.8, horizontal_accuracy: 5.5 })
  await call('sendContact', { ...to, phone_number: '+8613900000000', first_name: '村', vcard: 'BEGIN:VCARD' })
  await call('sendChatAction', { ...to, action: 'typing' })
  const from = { from_chat_id: wang, message_id: said?.message_id }
  await call('copyMessage', { chat_id: channel, ...from })
  const post = await call('forwardMessage', { chat_id: channel, ...from })
  await call('forwardMessage', { ...to, from_chat_id: channel, message_id: post.message_id })
  const there = { chat_id: channel, message_id: post.message_id }
  await call('pinChatMessage', there)
  await call('setMessageReaction', { ...there, reaction: [{ type: 'emoji', emoji: '👍' }] })
  await call('getChat', { chat_id: channel })
  await call('getChat', { chat_id: group })
  await call('getChat', to)
  await call('unpinChatMessage', there)
  await call('unpinAllChatMessages', { chat_id: group })
  for (const user_id of [wang, li]) await call('getChatMember', { chat_id: group, user_id })
  await call('getChatAdministrators', { chat_id: channel })
  await call('getChatAdministrators', { chat_id: group })
  await call('getChatMemberCount', { chat_id: group })
  await call('getFile', { file_id: photo })
  await call('deleteMessage', { ...to, message_id: text.message_id })
  await call('deleteMessages', { ...to, message_ids: [picture.message_id, 99_999] })

  await call('setMyCommands', { commands: [{ command: 'help', description: '帮助' }], language_code: 'zh' })
  await call('getMyCommands', { language_code: 'zh' })
  await call('deleteMyCommands', { language_code: 'zh' })
  await call('setMyName', { name: '乡音' })
  await call('getMyName')
  await call('setMyDescription', { description: '说说村里的事' })
  await call('getMyDescription')
  await call('setMyShortDescription', { short_description: '村里的事' })
  await call('getMyShortDescription')
  const button = { type: 'web_app', text: '板', web_app: { url: 'https://example.com/' } }
  await call('setChatMenuButton', { ...to, menu_button: button })
  await call('getChatMenuButton', to)
  await call('getChatMenuButton')
  await call('leaveChat', { chat_id: group })
  await call('setWebhook', { url: 'http://127.0.0.1:9/', secret_token: 'a', allowed_updates: ['message'] })
  await call('getWebhookInfo')
  await call('deleteWebhook', { drop_pending_updates: true })
  expect([...done].sort()).toEqual([...methodTable.values()].map(({ name }) => name).sort())
})
