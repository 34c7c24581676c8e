import type { Message, Update } from 'grammy/types'
import { expect, test } from 'vitest'
import { pixel, serveLocalTelegram, settle } from './serve-local-telegram.ts'

const kinds = (updates: Update[]) => updates.map((update) => Object.keys(update)[1])

test('the bot hears who added it to a channel and to a group', async () => {
  const telegram = await serveLocalTelegram()
  const { li, group, channel } = settle(telegram)
  const [toGroup, service, toChannel] = await telegram.takeUpdates()
  expect(toGroup?.my_chat_member).toMatchObject({
    chat: { id: group, type: 'group', title: '村民群' },
    from: { id: li },
    old_chat_member: { status: 'left' },
    new_chat_member: { status: 'member', user: { is_bot: true } },
  })
  expect(service?.message).toMatchObject({
    chat: { id: group },
    new_chat_members: [{ username: 'xiangyin_bot' }],
  })
  expect(toChannel?.my_chat_member).toMatchObject({
    chat: { id: channel, type: 'channel' },
    new_chat_member: { status: 'administrator', can_post_messages: true },
  })
})

test('a removed bot is refused in the words for each kind of chat', async () => {
  const telegram = await serveLocalTelegram()
  const { world, call } = telegram
  const { li, group, channel } = settle(telegram)
  const supergroup = world.addGroup({ title: 'S', administrators: [li], supergroup: true })
  const strange = world.addChannel({ title: 'strange', administrators: [li] })
  world.addBot(supergroup, li)
  await telegram.takeUpdates()
  for (const chat of [group, supergroup, channel]) world.removeBot(chat, li)
  const words = async (chat_id: number) => {
    const answer = await call('sendMessage', { chat_id, text: 'x' })
    return answer.ok ? 'ok' : `${answer.error_code} ${answer.description}`
  }
  expect(await words(group)).toBe('403 Forbidden: bot was kicked from the group chat')
  expect(await words(supergroup)).toBe('403 Forbidden: bot was kicked from the supergroup chat')
  expect(await words(channel)).toBe('403 Forbidden: bot was kicked from the channel chat')
  expect(await words(strange)).toBe('400 Bad Request: chat not found')
  expect(kinds(await telegram.takeUpdates())).toEqual([
    'my_chat_member',
    'message',
    'my_chat_member',
    'my_chat_member',
  ])
  world.addBot(channel, li, { rights: { can_post_messages: false } })
  expect(await words(channel)).toBe('400 Bad Request: need administrator rights in the channel chat')
  await call('leaveChat', { chat_id: channel })
  expect(await words(channel)).toBe('403 Forbidden: bot is not a member of the channel chat')
})

test('in a group with privacy mode only commands for it, replies to it and service messages reach the bot', async () => {
  const telegram = await serveLocalTelegram()
  const { world, call } = telegram
  const { wang, li, group } = settle(telegram)
  const sent = await call<Message>('sendMessage', { chat_id: group, text: '有事请说' })
  await telegram.takeUpdates()
  world.say(wang, group, { text: '闲聊' })
  world.say(wang, group, { text: '/help' })
  world.say(wang, group, { text: '/help@xiangyin_bot' })
  world.say(wang, group, { text: '/help@other_bot' })
  world.say(wang, group, { text: '@xiangyin_bot 你好' })
  world.say(wang, group, { text: '回复' }, { replyTo: sent.ok ? sent.result.message_id : 0 })
  expect((await telegram.takeUpdates()).map((update) => update.message?.text)).toEqual([
    '/help',
    '/help@xiangyin_bot',
    '回复',
  ])
  world.addBot(group, li, { administrator: true })
  world.say(wang, group, { text: '管理员听得到' })
  const updates = await telegram.takeUpdates()
  expect(updates.at(-1)?.message?.text).toBe('管理员听得到')
})

test('a channel post bears no sender, and only administrators post', async () => {
  const telegram = await serveLocalTelegram()
  const { world } = telegram
  const { wang, li, channel } = settle(telegram)
  await telegram.takeUpdates()
  const [post] = world.say(li, channel, { text: '/link' })
  world.edit(li, channel, post?.message_id ?? 0, '/link 村')
  const [posted, edited] = await telegram.takeUpdates()
  expect(posted?.channel_post).toMatchObject({ sender_chat: { id: channel }, text: '/link' })
  expect(posted?.channel_post).not.toHaveProperty('from')
  expect(edited?.edited_channel_post).toMatchObject({ text: '/link 村', edit_date: expect.any(Number) })
  expect(() => world.say(wang, channel, { text: 'x' })).toThrow('only administrators post in a channel')
})

test('an album is several messages with one id, and each kind of message has its Telegram shape', async () => {
  const telegram = await serveLocalTelegram()
  const { world } = telegram
  const { wang } = settle(telegram)
  await telegram.takeUpdates()
  world.say(wang, wang, { photos: [pixel, pixel, pixel], caption: '三张' })
  world.say(wang, wang, { voice: Buffer.from('OggS'), caption: '话' })
  world.say(wang, wang, { document: { bytes: Buffer.from('%PDF'), name: '表.pdf' } })
  world.say(wang, wang, { location: { latitude: 35.4, longitude: 110.8 } })
  world.say(wang, wang, { contact: { phone_number: '+8613900000000', first_name: '王' } })
  world.say(wang, wang, { sticker: '👍' })
  const messages = (await telegram.takeUpdates()).map((update) => update.message)
  expect(new Set(messages.slice(0, 3).map((message) => message?.media_group_id)).size).toBe(1)
  expect(messages.map((message) => message?.caption)).toEqual([
    '三张',
    undefined,
    undefined,
    '话',
    ...Array(4),
  ])
  expect(messages[3]?.voice).toMatchObject({ mime_type: 'audio/ogg', duration: 0 })
  expect(messages[4]?.document).toMatchObject({ file_name: '表.pdf', mime_type: 'application/pdf' })
  expect(messages[5]?.location).toEqual({ latitude: 35.4, longitude: 110.8 })
  expect(messages[7]?.sticker).toMatchObject({ emoji: '👍', is_animated: false })
})

test('Telegram finds commands, mentions, links and tags by itself, in UTF-16', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  const [message] = telegram.world.say(wang, wang, {
    text: '👍 /start@xiangyin_bot #医疗 https://example.com/a, a@b.com 看@wang_wu 1/2',
  })
  const seen = message?.entities?.map(({ type, offset, length }) => [
    type,
    message.text?.slice(offset, offset + length),
  ])
  expect(seen).toEqual([
    ['bot_command', '/start@xiangyin_bot'],
    ['hashtag', '#医疗'],
    ['url', 'https://example.com/a'],
    ['email', 'a@b.com'],
  ])
})

test('entities move with the white space that is cut off', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  telegram.world.say(wang, wang, { text: '你好' })
  const answer = await telegram.call<Message>('sendMessage', {
    chat_id: wang,
    text: '\n 粗体 和\r\n平常 ',
    entities: [
      { type: 'bold', offset: 2, length: 2 },
      { type: 'italic', offset: 7, length: 2 },
    ],
  })
  expect(answer).toMatchObject({
    result: {
      text: '粗体 和\n平常',
      entities: [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 4, length: 2 },
      ],
    },
  })
})

test('a group that becomes a supergroup sends its old id away', async () => {
  const telegram = await serveLocalTelegram()
  const { world, call } = telegram
  const { wang, group } = settle(telegram)
  await telegram.takeUpdates()
  const supergroup = world.migrateToSupergroup(group)
  const [away, joined, here] = await telegram.takeUpdates()
  expect(away?.message).toMatchObject({ chat: { id: group }, migrate_to_chat_id: supergroup })
  expect(joined?.my_chat_member).toMatchObject({
    chat: { id: supergroup },
    new_chat_member: { status: 'member' },
  })
  expect(here?.message).toMatchObject({ chat: { id: supergroup }, migrate_from_chat_id: group })
  expect(await call('sendMessage', { chat_id: group, text: 'x' })).toEqual({
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: supergroup },
  })
  expect(await call('sendMessage', { chat_id: supergroup, text: 'x' })).toMatchObject({ ok: true })
  expect(world.say(wang, supergroup, { text: '/ok' })).toHaveLength(1)
})

test('an administrator hears of members when it asks to', async () => {
  const telegram = await serveLocalTelegram()
  const { world, call } = telegram
  const { li, channel } = settle(telegram)
  world.addPerson({ id: 7, firstName: 'New', languageCode: 'en', part: 'resident' })
  await call('getUpdates', { offset: -1, allowed_updates: ['chat_member', 'message'] })
  await telegram.takeUpdates()
  world.addMember(channel, 7)
  world.removeMember(channel, 7, li)
  expect((await telegram.takeUpdates()).map((update) => update.chat_member?.new_chat_member.status)).toEqual([
    'member',
    'kicked',
  ])
  expect(await call('getChatMemberCount', { chat_id: channel })).toMatchObject({ result: 3 })
  expect(await call('getChatMember', { chat_id: channel, user_id: li })).toMatchObject({
    result: { status: 'creator' },
  })
  expect(await call('getChatMember', { chat_id: channel, user_id: 7 })).toMatchObject({
    result: { status: 'kicked' },
  })
  expect(await call('getChatAdministrators', { chat_id: channel })).toMatchObject({
    result: [{ status: expect.any(String) }, { status: expect.any(String) }],
  })
})

test('messages are copied, forwarded, pinned, reacted to and deleted', async () => {
  const telegram = await serveLocalTelegram()
  const { world, call } = telegram
  const { wang, channel } = settle(telegram)
  const [said] = world.say(wang, wang, { photos: [pixel], caption: '原话' })
  const from = { chat_id: channel, from_chat_id: wang, message_id: said?.message_id }
  const copied = await call<{ message_id: number }>('copyMessage', { ...from, caption: '新话' })
  const copy = world.message(channel, copied.ok ? copied.result.message_id : 0)
  expect(copy).toMatchObject({ caption: '新话', photo: said?.photo, sender_chat: { id: channel } })
  expect(await call('forwardMessage', from)).toMatchObject({
    result: { caption: '原话', forward_origin: { type: 'user', sender_user: { id: wang } } },
  })
  const there = { chat_id: channel, message_id: copy?.message_id }
  expect(await call('pinChatMessage', there)).toEqual({ ok: true, result: true })
  expect(await call('getChat', { chat_id: channel })).toMatchObject({
    result: { pinned_message: { caption: '新话' } },
  })
  expect(await call('unpinChatMessage', there)).toEqual({ ok: true, result: true })
  const reaction = [{ type: 'emoji', emoji: '👍' }]
  expect(await call('setMessageReaction', { ...there, reaction })).toEqual({ ok: true, result: true })
  expect(await call('deleteMessage', there)).toEqual({ ok: true, result: true })
  expect(world.message(channel, copy?.message_id ?? 0)).toBeUndefined()
})
