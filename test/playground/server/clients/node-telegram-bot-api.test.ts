import {
  Bot,
  type Context,
  InlineKeyboardBuilder,
  InputFile,
  ReplyKeyboardBuilder,
} from 'node-telegram-bot-api'
import { createWebhookServer } from 'node-telegram-bot-api/node'
import { test } from 'vitest'
import { type Served, token, until } from '../serve-local-telegram.ts'
import { driveByPolling, driveByWebhook } from './drive-bot.ts'
import { type ForeignBot, words } from './foreign-bot.ts'
import { picture } from './pictures.ts'

const file = (bytes: Uint8Array, filename: string) => new InputFile(bytes, { filename })
const button = (text: string, data: string) => new InlineKeyboardBuilder().text(text, data).build()

function nodeBot({ root }: Served): ForeignBot {
  const bot = new Bot(token, { apiRoot: root, maxRetries: 0 })
  const { api } = bot
  const chat = (ctx: Context) => ({ chat_id: ctx.chatId ?? 0 })
  bot.command('start', (ctx) =>
    ctx.reply(`村 ${ctx.message?.text?.split(' ')[1]}`, { reply_markup: button('医疗', 'topic:healthcare') }),
  )
  bot.command('album', (ctx) =>
    api.sendMediaGroup({
      ...chat(ctx),
      media: [
        { type: 'photo', media: file(picture(10), 'a.png'), caption: words.album },
        { type: 'photo', media: file(picture(20), 'b.png') },
      ],
    }),
  )
  bot.command('keys', (ctx) => {
    const reply_markup = new ReplyKeyboardBuilder()
      .text('医疗')
      .text('看病难')
      .build({ resize_keyboard: true })
    return ctx.reply(words.keys, { reply_markup })
  })
  bot.command('replace', async (ctx) => {
    const sent = await api.sendPhoto({ ...chat(ctx), photo: file(picture(30), 'before.png') })
    const media = { type: 'photo' as const, media: file(picture(40), 'after.png'), caption: words.replaced }
    await api.editMessageMedia({ ...chat(ctx), message_id: sent.message_id, media })
    const gone = await ctx.reply(words.gone)
    await api.deleteMessage({ ...chat(ctx), message_id: gone.message_id })
  })
  bot.on('callback_query', async (ctx) => {
    const at = { ...chat(ctx), message_id: ctx.callbackQuery?.message?.message_id ?? 0 }
    if (ctx.callbackQuery?.data === 'done') {
      await api.editMessageReplyMarkup(at)
      await ctx.answerCallbackQuery()
      return
    }
    await api.editMessageText({ ...at, text: words.question, reply_markup: button('好了', 'done') })
    await ctx.answerCallbackQuery({ text: words.alert, show_alert: true })
  })
  bot.on('message', async (ctx) => {
    const fileId = ctx.message?.photo?.at(-1)?.file_id
    if (!fileId) return
    const { file_path } = await api.getFile({ file_id: fileId })
    const response = await fetch(`${root}/file/bot${token}/${file_path}`)
    const document = file(new Uint8Array(await response.arrayBuffer()), 'copy.png')
    await api.sendDocument({ ...chat(ctx), document, caption: words.received })
    const sent = await api.sendPhoto({ ...chat(ctx), photo: fileId, caption: words.byId })
    await api.editMessageCaption({ ...chat(ctx), message_id: sent.message_id, caption: words.changed })
  })
  return {
    async startPolling() {
      void bot.startPolling()
      await until(() => bot.isRunning())
    },
    async webhook(secret) {
      const server = createWebhookServer(bot, { path: '/hook', secretToken: secret })
      return (request, response) => server.emit('request', request, response)
    },
    setWebhook: (url, secret) => api.setWebhook({ url, ...(secret ? { secret_token: secret } : {}) }),
    stop: () => bot.stop(),
  }
}

test('node-telegram-bot-api goes all the way by polling', () => driveByPolling(nodeBot))
test('node-telegram-bot-api goes all the way by webhook, with its secret only', () => driveByWebhook(nodeBot))
