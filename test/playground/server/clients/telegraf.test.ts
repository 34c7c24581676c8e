import { Input, Markup, Telegraf } from 'telegraf'
import { message } from 'telegraf/filters'
import { test } from 'vitest'
import { type Served, token } from '../serve-local-telegram.ts'
import { driveByPolling, driveByWebhook } from './drive-bot.ts'
import { type ForeignBot, words } from './foreign-bot.ts'
import { picture } from './pictures.ts'

function telegrafBot({ root }: Served): ForeignBot {
  const bot = new Telegraf(token, { telegram: { apiRoot: root } })
  bot.start((ctx) =>
    ctx.reply(
      `村 ${ctx.payload}`,
      Markup.inlineKeyboard([Markup.button.callback('医疗', 'topic:healthcare')]),
    ),
  )
  bot.action('topic:healthcare', async (ctx) => {
    await ctx.editMessageText(words.question, Markup.inlineKeyboard([Markup.button.callback('好了', 'done')]))
    await ctx.answerCbQuery(words.alert, { show_alert: true })
  })
  bot.action('done', async (ctx) => {
    await ctx.editMessageReplyMarkup(undefined)
    await ctx.answerCbQuery()
  })
  bot.on(message('photo'), async (ctx) => {
    const fileId = ctx.message.photo.at(-1)?.file_id ?? ''
    const response = await fetch(await ctx.telegram.getFileLink(fileId))
    const bytes = Buffer.from(await response.arrayBuffer())
    await ctx.replyWithDocument(Input.fromBuffer(bytes, 'copy.png'), { caption: words.received })
    const sent = await ctx.replyWithPhoto(fileId, { caption: words.byId })
    await ctx.telegram.editMessageCaption(ctx.chat.id, sent.message_id, undefined, words.changed)
  })
  bot.command('album', (ctx) =>
    ctx.replyWithMediaGroup([
      { type: 'photo', media: Input.fromBuffer(picture(10), 'a.png'), caption: words.album },
      { type: 'photo', media: Input.fromBuffer(picture(20), 'b.png') },
    ]),
  )
  bot.command('keys', (ctx) => ctx.reply(words.keys, Markup.keyboard([['医疗', '看病难']]).resize()))
  bot.command('replace', async (ctx) => {
    const sent = await ctx.replyWithPhoto(Input.fromBuffer(picture(30), 'before.png'))
    await ctx.telegram.editMessageMedia(ctx.chat.id, sent.message_id, undefined, {
      type: 'photo',
      media: Input.fromBuffer(picture(40), 'after.png'),
      caption: words.replaced,
    })
    const gone = await ctx.reply(words.gone)
    await ctx.deleteMessage(gone.message_id)
  })
  let polling = false
  return {
    startPolling: () =>
      new Promise((resolve, reject) => {
        polling = true
        bot.launch(resolve).catch(reject)
      }),
    webhook: async (secret) => bot.webhookCallback('/hook', { secretToken: secret }),
    setWebhook: (url, secret) => bot.telegram.setWebhook(url, secret ? { secret_token: secret } : {}),
    stop: () => (polling ? bot.stop() : undefined),
  }
}

test('telegraf goes all the way by polling', () => driveByPolling(telegrafBot))
test('telegraf goes all the way by webhook, with its secret only', () => driveByWebhook(telegrafBot))
