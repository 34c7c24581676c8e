import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Bot, InlineKeyboard, Keyboard } from 'grammy'
import { Hono } from 'hono'
import { createPageRoutes } from '../../../../src/playground/page/serve-page.ts'
import { createLocalTelegram } from '../../../../src/playground/server/create-local-telegram.ts'

export interface Playground {
  url: string
  residentId: number
  administratorId: number
  englishId: number
  channelId: number
  close(): Promise<void>
}

const token = '1:a'
const username = 'xiangyin_bot'

/** The page, the local Telegram and a small bot with one card, on a port of its own. */
export async function startPlayground(): Promise<Playground> {
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const post = () => bot.api.sendMessage(channelId, '乌停村一周意见', { reply_markup: invitation })
  const telegram = createLocalTelegram({
    path: ':memory:',
    token,
    bot: { username, firstName: '乡音意见箱' },
    clock: { now },
    moveClock: async (to) => {
      aheadMs += to.getTime() - now().getTime()
    },
    links,
    actions: [
      {
        action: { id: 'post-digest', labels: { zh: '现在就发周报', en: 'Post the digest now' } },
        run: async () => void (await post()),
      },
    ],
  })
  const { world } = telegram
  const zh = { languageCode: 'zh-hans' }
  const resident = world.addPerson({ id: 1001, ...zh, firstName: '秀英', lastName: '王', part: 'resident' })
  const administrator = world.addPerson({
    id: 1002,
    ...zh,
    firstName: '建国',
    lastName: '李',
    part: 'administrator',
  })
  const english = world.addPerson({ id: 1003, languageCode: 'en', firstName: 'Emma', part: 'resident' })
  const channelId = world.addChannel({
    title: '乌停村村委会',
    administrators: [administrator.id],
    subscribers: [resident.id, english.id],
  })
  world.addBot(channelId, administrator.id, { administrator: true })

  const app = new Hono()
  app.route('/', telegram.app)
  app.route('/', createPageRoutes())
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const bot = createBot(url)
  await bot.api.setMyCommands([
    { command: 'start', description: '重新开始' },
    { command: 'mine', description: '我提过的' },
  ])
  const polling = bot.start()

  return {
    url,
    residentId: resident.id,
    administratorId: administrator.id,
    englishId: english.id,
    channelId,
    async close() {
      await bot.stop()
      await polling
      await telegram.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const links = [{ payload: 'w1', labels: { zh: '📌 扫村口的码', en: '📌 Scan the code at the gate' } }]
const invitation = new InlineKeyboard().url('我也要说', `https://t.me/${username}?start=w1`)
const topics = new InlineKeyboard().text('🏥 看病吃药', 'topic').row().text('🚑 急事', 'urgent')
const aspects = new InlineKeyboard().text('☐ 药品不全', 'aspect').row().text('⬅ 返回', 'back')

function createBot(url: string): Bot {
  const bot = new Bot(token, { client: { apiRoot: url } })
  bot.command('start', (ctx) => ctx.reply(`您好！${ctx.match}`, { reply_markup: topics }))
  bot.command('mine', (ctx) => ctx.reply('选一个', { reply_markup: new Keyboard().text('第一件').resized() }))
  bot.callbackQuery('topic', async (ctx) => {
    await ctx.editMessageText('哪些地方要改进？', { reply_markup: aspects })
    await ctx.answerCallbackQuery('记下了')
  })
  bot.callbackQuery('back', async (ctx) => {
    await ctx.editMessageText('想说哪方面？', { reply_markup: topics })
    await ctx.answerCallbackQuery()
  })
  bot.callbackQuery('urgent', (ctx) => ctx.answerCallbackQuery({ text: '先打 120', show_alert: true }))
  bot.on('message:voice', (ctx) => ctx.reply(`听到了，${ctx.msg.voice.duration} 秒`))
  bot.on('message:text', (ctx) => ctx.reply(`收到：${ctx.msg.text}`))
  return bot
}
