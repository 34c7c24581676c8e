import { Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy'
import type { Message } from 'grammy/types'
import { expect, onTestFinished, test } from 'vitest'
import { pixel, type Served, serveLocalTelegram, settle, token, until } from './serve-local-telegram.ts'

async function startBot({ root }: Served, prepare: (bot: Bot) => void): Promise<Bot> {
  const bot = new Bot(token, { client: { apiRoot: root } })
  prepare(bot)
  void bot.start({ drop_pending_updates: false })
  onTestFinished(() => bot.stop())
  await until(() => bot.isRunning())
  return bot
}

test('a real bot answers a deep link, a press and shows its edit', async () => {
  const telegram = await serveLocalTelegram()
  const { world } = telegram
  const { wang } = settle(telegram)
  await startBot(telegram, (bot) => {
    bot.command('start', (ctx) =>
      ctx.reply(`村 ${ctx.match}`, { reply_markup: new InlineKeyboard().text('医疗', 'topic:healthcare') }),
    )
    bot.callbackQuery('topic:healthcare', async (ctx) => {
      await ctx.editMessageText('哪些方面？')
      await ctx.answerCallbackQuery({ text: '好', show_alert: true })
    })
  })

  world.deepLink(wang, 'v_140822105201')
  const card = await until(() => world.history(wang).find((message) => message.reply_markup))
  expect(card.text).toBe('村 v_140822105201')
  const answer = await world.press(wang, wang, card.message_id, 'topic:healthcare')
  expect(answer).toEqual({ answered: true, text: '好', showAlert: true })
  expect(world.message(wang, card.message_id)).toMatchObject({
    text: '哪些方面？',
    edit_date: expect.any(Number),
  })
  expect(world.message(wang, card.message_id)).not.toHaveProperty('reply_markup')
  expect(world.calls().filter((call) => !call.ok)).toEqual([])
})

test('a press on a button that is gone reaches the bot only as a stale one', async () => {
  const telegram = await serveLocalTelegram({ settings: { pressTimeoutMs: 20 } })
  const { wang } = settle(telegram)
  const [message] = telegram.world.say(wang, wang, { text: '你好' })
  const press = () => telegram.world.press(wang, wang, message?.message_id ?? 0, 'gone')
  expect(press).toThrow('has no button "gone"')
  expect(await telegram.world.press(wang, wang, message?.message_id ?? 0, 'gone', { stale: true })).toEqual({
    answered: false,
  })
  expect(telegram.world.pendingUpdates().at(-1)?.callback_query?.data).toBe('gone')
})

test('files go up, come back by file_id and are downloaded', async () => {
  const telegram = await serveLocalTelegram()
  const { world, root } = telegram
  const { wang } = settle(telegram)
  const received: Uint8Array[] = []
  const bot = await startBot(telegram, (bot) => {
    bot.on(':photo', async (ctx) => {
      const file = await ctx.getFile()
      const response = await fetch(`${root}/file/bot${token}/${file.file_path}`)
      received.push(new Uint8Array(await response.arrayBuffer()))
      await ctx.replyWithPhoto(file.file_id, { caption: '收到' })
    })
  })
  world.say(wang, wang, { photos: [pixel], caption: '井盖坏了' })
  const echo = await until(() => world.history(wang).find((message) => message.caption === '收到'))
  expect(received).toEqual([new Uint8Array(pixel)])
  expect(echo.photo?.at(-1)).toMatchObject({ width: 1, height: 1, file_size: pixel.length })

  const sent = await bot.api.sendDocument(wang, new InputFile(Buffer.from('a,b\n1,2\n'), '台账.csv'))
  expect(sent.document).toMatchObject({ file_name: '台账.csv', mime_type: 'text/csv', file_size: 8 })
  const album = await bot.api.sendMediaGroup(wang, [
    { type: 'photo', media: new InputFile(pixel, 'a.png'), caption: '一' },
    { type: 'photo', media: new InputFile(pixel, 'b.png') },
  ])
  expect(new Set(album.map((message) => (message as Message).media_group_id)).size).toBe(1)
  expect(Buffer.from(world.file(sent.document.file_id)?.bytes ?? '').toString()).toBe('a,b\n1,2\n')
})

test('a bot that may not write is told so by grammY as by Telegram', async () => {
  const telegram = await serveLocalTelegram()
  const { world } = telegram
  const { wang } = settle(telegram)
  const bot = new Bot(token, { client: { apiRoot: telegram.root } })
  world.say(wang, wang, { text: '你好' })
  world.block(wang)
  const refused = await bot.api.sendMessage(wang, '在吗').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(GrammyError)
  expect(refused).toMatchObject({ error_code: 403, description: 'Forbidden: bot was blocked by the user' })
  world.unblock(wang)
  await expect(bot.api.sendMessage(wang, '在吗')).resolves.toMatchObject({ text: '在吗' })
})

test('a second poller ends the first', async () => {
  const telegram = await serveLocalTelegram()
  settle(telegram)
  await telegram.takeUpdates()
  const first = telegram.call('getUpdates', { timeout: 5 })
  await new Promise((resolve) => setTimeout(resolve, 30))
  const second = telegram.call('getUpdates', { timeout: 5 })
  expect(await first).toEqual({
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  telegram.world.say(1001, 1001, { text: '到' })
  expect(await second).toMatchObject({ ok: true, result: [{ message: { text: '到' } }] })
})

test('what an offset confirms is gone, what it does not comes again, and a negative one keeps the newest', async () => {
  const { world, call } = await serveLocalTelegram()
  world.addPerson({ id: 1, firstName: 'A', languageCode: 'en', part: 'resident' })
  for (const text of ['1', '2', '3', '4']) world.say(1, 1, { text })
  const texts = async (parameters: object) => {
    const answer = await call<{ update_id: number; message: { text: string } }[]>('getUpdates', parameters)
    return answer.ok ? answer.result : []
  }
  const [first] = await texts({ limit: 1 })
  expect((await texts({})).map(({ message }) => message.text)).toEqual(['1', '2', '3', '4'])
  expect((await texts({ offset: (first?.update_id ?? 0) + 1 })).map(({ message }) => message.text)).toEqual([
    '2',
    '3',
    '4',
  ])
  expect((await texts({ offset: -1 })).map(({ message }) => message.text)).toEqual(['4'])
  expect(world.pendingUpdates()).toHaveLength(1)
})

test('only the kinds of updates that were asked for are kept', async () => {
  const { world, call, takeUpdates } = await serveLocalTelegram()
  await call('getUpdates', { allowed_updates: ['callback_query'] })
  world.addPerson({ id: 1, firstName: 'A', languageCode: 'en', part: 'resident' })
  world.say(1, 1, { text: 'unwanted' })
  expect(await takeUpdates()).toEqual([])
  await call('getUpdates', { allowed_updates: [] })
  world.say(1, 1, { text: 'wanted' })
  expect(await takeUpdates()).toMatchObject([{ message: { text: 'wanted' } }])
})
