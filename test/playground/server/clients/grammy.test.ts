import { Bot, InlineKeyboard, InputFile, InputMediaBuilder, Keyboard, webhookCallback } from 'grammy'
import { test } from 'vitest'
import { type Served, token, until } from '../serve-local-telegram.ts'
import { driveByPolling, driveByWebhook } from './drive-bot.ts'
import { type ForeignBot, words } from './foreign-bot.ts'
import { picture } from './pictures.ts'

function grammyBot({ root }: Served): ForeignBot {
  const bot = new Bot(token, { client: { apiRoot: root } })
  bot.command('start', (ctx) =>
    ctx.reply(`村 ${ctx.match}`, { reply_markup: new InlineKeyboard().text('医疗', 'topic:healthcare') }),
  )
  bot.callbackQuery('topic:healthcare', async (ctx) => {
    await ctx.editMessageText(words.question, { reply_markup: new InlineKeyboard().text('好了', 'done') })
    await ctx.answerCallbackQuery({ text: words.alert, show_alert: true })
  })
  bot.callbackQuery('done', async (ctx) => {
    await ctx.editMessageReplyMarkup()
    await ctx.answerCallbackQuery()
  })
  bot.on('message:photo', async (ctx) => {
    const file = await ctx.getFile()
    const response = await fetch(`${root}/file/bot${token}/${file.file_path}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    await ctx.replyWithDocument(new InputFile(bytes, 'copy.png'), { caption: words.received })
    const sent = await ctx.replyWithPhoto(file.file_id, { caption: words.byId })
    await ctx.api.editMessageCaption(ctx.chat.id, sent.message_id, { caption: words.changed })
  })
  bot.command('album', (ctx) =>
    ctx.replyWithMediaGroup([
      InputMediaBuilder.photo(new InputFile(picture(10), 'a.png'), { caption: words.album }),
      InputMediaBuilder.photo(new InputFile(picture(20), 'b.png')),
    ]),
  )
  bot.command('keys', (ctx) =>
    ctx.reply(words.keys, { reply_markup: new Keyboard().text('医疗').text('看病难').resized() }),
  )
  bot.command('replace', async (ctx) => {
    const sent = await ctx.replyWithPhoto(new InputFile(picture(30), 'before.png'))
    const media = InputMediaBuilder.photo(new InputFile(picture(40), 'after.png'), {
      caption: words.replaced,
    })
    await ctx.api.editMessageMedia(ctx.chat.id, sent.message_id, media)
    const gone = await ctx.reply(words.gone)
    await ctx.api.deleteMessage(ctx.chat.id, gone.message_id)
  })
  return {
    async startPolling() {
      void bot.start()
      await until(() => bot.isRunning())
    },
    webhook: async (secret) => webhookCallback(bot, 'http', { secretToken: secret }),
    setWebhook: (url, secret) => bot.api.setWebhook(url, secret ? { secret_token: secret } : {}),
    stop: () => bot.stop(),
  }
}

test('grammY goes all the way by polling', () => driveByPolling(grammyBot))
test('grammY goes all the way by webhook, with its secret only', () => driveByWebhook(grammyBot))
