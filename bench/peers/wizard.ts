import { createServer } from 'node:http'
import { type Context, Scenes, session, Telegraf } from 'telegraf'
import { insertCard, openPeerStore, sayStarted, settings } from './peer-store.ts'
import { peerScreens } from './screens.ts'

// telegraf's WizardScene as its documentation shows it, a step an update, its session in Redis or in PostgreSQL.
// CONFIRM=early: telegraf's own default, which answers the webhook with the first call, before the session is kept.

interface WizardState {
  answers: string[]
}

async function show(ctx: Context, i: number): Promise<void> {
  const screen = peerScreens[i]
  if (!screen) throw new Error(`no screen ${i}`)
  const extra = { reply_markup: { inline_keyboard: screen.buttons } }
  if (ctx.callbackQuery) await Promise.all([ctx.answerCbQuery(), ctx.editMessageText(screen.text, extra)])
  else await ctx.reply(screen.text, extra)
}

function answerOf(ctx: Context): string {
  if (ctx.callbackQuery && 'data' in ctx.callbackQuery) return ctx.callbackQuery.data
  return ctx.message && 'text' in ctx.message ? ctx.message.text : ''
}

const steps = peerScreens.map((_, i) => async (ctx: Scenes.WizardContext) => {
  const state = ctx.wizard.state as WizardState
  state.answers = [...(state.answers ?? []), answerOf(ctx)]
  const isLast = i === peerScreens.length - 1
  if (isLast) await insertCard(ctx.from?.id ?? 0, state.answers)
  const { message } = ctx
  await show(ctx, i)
  // the card comes anew below words, as ours does, and the older one goes
  if (message && i > 0) await ctx.deleteMessage(message.message_id - 1)
  if (isLast) await ctx.scene.leave()
  else ctx.wizard.next()
})

const stage = new Scenes.Stage([new Scenes.WizardScene<Scenes.WizardContext>('card', ...steps)])
const bot = new Telegraf<Scenes.WizardContext>(settings.token, {
  telegram: { apiRoot: settings.apiRoot, webhookReply: process.env.CONFIRM === 'early' },
})
const store = openPeerStore()
bot.use(session({ store: store as never }), stage.middleware())
bot.start((ctx) => ctx.scene.enter('card'))

if (settings.publicUrl) {
  const path = '/webhook'
  const server = createServer(bot.webhookCallback(path))
  bot.botInfo = await bot.telegram.getMe()
  await new Promise<void>((resolve) => server.listen(settings.port, '127.0.0.1', resolve))
  await bot.telegram.setWebhook(settings.publicUrl + path)
} else void bot.launch()
sayStarted()
