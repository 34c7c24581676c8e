import { createServer } from 'node:http'
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations'
import { Bot, type Context, webhookCallback } from 'grammy'
import { insertCard, openPeerStore, sayStarted, settings } from './peer-store.ts'
import { peerScreens } from './screens.ts'

// The plugin's plain way: one conversation a card, its state in Redis, one insert at the end.

async function show(ctx: Context, i: number): Promise<void> {
  const screen = peerScreens[i]
  if (!screen) throw new Error(`no screen ${i}`)
  const extra = { reply_markup: { inline_keyboard: screen.buttons } }
  if (ctx.callbackQuery)
    await Promise.all([ctx.answerCallbackQuery(), ctx.editMessageText(screen.text, extra)])
  else await ctx.reply(screen.text, extra)
}

async function card(conversation: Conversation<Context, Context>, start: Context): Promise<void> {
  const answers: string[] = []
  await show(start, 0)
  for (let i = 1; i < peerScreens.length; i++) {
    const ctx = await conversation.wait()
    answers.push(ctx.callbackQuery?.data ?? ctx.message?.text ?? '')
    if (i === peerScreens.length - 1)
      await conversation.external(() => insertCard(ctx.from?.id ?? 0, answers))
    await show(ctx, i)
    if (ctx.message) await ctx.api.deleteMessage(ctx.chatId ?? 0, ctx.message.message_id - 1)
  }
}

const store = openPeerStore()
const bot = new Bot<ConversationFlavor<Context>>(settings.token, { client: { apiRoot: settings.apiRoot } })
bot.use(
  conversations({
    storage: {
      read: (key: string) => store.get(key) as never,
      write: (key: string, state: unknown) => store.set(key, state),
      delete: (key: string) => store.delete(key),
    },
  }),
)
bot.use(createConversation(card))
bot.command('start', (ctx) => ctx.conversation.enter('card'))
bot.catch(({ error }) => console.error(error))

await bot.init()
if (settings.publicUrl) {
  const server = createServer(webhookCallback(bot, 'http'))
  await new Promise<void>((resolve) => server.listen(settings.port, '127.0.0.1', resolve))
  await bot.api.setWebhook(`${settings.publicUrl}/webhook`)
} else void poll()
sayStarted()

/** bot.start() takes one update after the other; so that the plugin is not measured by that, different chats at once. */
async function poll(): Promise<void> {
  for (let offset = 0; ; ) {
    const updates = await bot.api.getUpdates({ offset, timeout: 30 })
    await Promise.all(updates.map((update) => bot.handleUpdate(update).catch(console.error)))
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
  }
}
