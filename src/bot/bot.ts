import { type Api, Composer, Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { migrateChat } from '../committees/migrate-chat.ts'
import { createRunsChat } from '../committees/runs-chat.ts'
import { createApi, type TelegramAddress } from '../sinks/telegram/telegram-client.ts'
import { correctWords } from './card/correct-words.ts'
import { cancel } from './commands/cancel.ts'
import { digest } from './commands/digest.ts'
import { help } from './commands/help.ts'
import { language } from './commands/language.ts'
import { link } from './commands/link.ts'
import { query } from './commands/query.ts'
import { start } from './commands/start.ts'
import { unlink } from './commands/unlink.ts'
import { voices } from './commands/voices.ts'
import { askStatus } from './committee/ask-status.ts'
import { membershipChanged } from './committee/membership.ts'
import { openByReceipt } from './committee/open-by-receipt.ts'
import { showCases } from './committee/show-cases.ts'
import { takeAnswer } from './committee/take-answer.ts'
import type { BotContext, BotDeps, TakeCall } from './context.ts'
import { goOn } from './go-on.ts'
import { keepPace } from './keep-pace.ts'
import { answerPress } from './middleware/answer-press.ts'
import { limitRate } from './middleware/limit-rate.ts'
import { prepareUpdate } from './middleware/prepare-update.ts'
import { takeTurns } from './middleware/take-turns.ts'
import { navigate } from './navigate.ts'
import { showMine } from './own/show-mine.ts'
import { handlePress } from './press.ts'
import { isCommand } from './purpose.ts'
import type { Shown } from './screen.ts'
import { takeWords } from './take-words.ts'

export interface Bot {
  api: Api
  /** `me`: who the bot is; `answer`: takes one call to Telegram that needs no answer */
  handleUpdate(update: Update, me: UserFromGetMe, answer: TakeCall | null): Promise<void>
}

/**
 * The bot: every update goes through turns, its person and language, and an answer for every press; then it is for one
 * person (private) or for a committee (group, channel). It is grammY's composer and context; grammY's own bot makes a client
 * anew for each update.
 */
export function createBot(deps: BotDeps, address: TelegramAddress, stopping: AbortSignal): Bot {
  const api = createApi(address)
  api.config.use(keepPace({ pace: deps.pace, stopping }))

  const bot = new Composer<BotContext>()
  const runsChat = createRunsChat({ clock: deps.clock, askStatus: askStatus(api) })
  if (deps.rateLimiter) bot.chatType('private').use(limitRate(deps.rateLimiter, deps.texts))
  bot.use(takeTurns(deps.coordination), prepareUpdate(deps, runsChat), answerPress())
  bot.chatType('private').on('callback_query', (ctx) => handlePress(deps, ctx))
  bot.on('my_chat_member', (ctx) => membershipChanged(deps, ctx))
  bot.chatType('private').use(forOnePerson(deps))
  bot.chatType(['group', 'supergroup', 'channel']).use(forCommittee(deps))
  const handle = bot.middleware()
  return {
    api,
    handleUpdate: async (update, me, answer) => {
      const ctx = new Context(update, api, me) as BotContext
      ctx.answerWith = answer
      await handle(ctx, async () => {})
    },
  }
}

function forOnePerson(deps: BotDeps): Composer<BotContext> {
  const person = new Composer<BotContext>()
  const take = takeWords(deps)
  person.command('start', shows(deps, start))
  person.command(
    'feedback',
    shows(deps, async () => ({ screen: 'menu' })),
  )
  person.command('mine', (ctx) => showMine(deps, ctx, 0))
  person.command('language', shows(deps, language))
  person.command(
    'privacy',
    shows(deps, async () => ({ screen: 'privacy' })),
  )
  person.command('help', shows(deps, help))
  person.command('cancel', shows(deps, cancel))
  person.command('query', shows(deps, query))
  person.command('voices', shows(deps, voices))
  person.command('digest', (ctx) => digest(deps, ctx))
  person.command(['link', 'unlink', 'cases'], (ctx) => link(deps, ctx))
  person.on('edited_message', (ctx) => correctWords(deps, ctx))
  person.on('message').filter(isCommand, shows(deps, help))

  person.on('message', async (ctx) => {
    const show = await goOn(deps, ctx)
    if (show) return await navigate(deps, ctx, await show())
    await ctx.lookFirst()
    const purpose = ctx.purpose ?? { kind: 'card' as const }
    // whoever is asked for something is asked once; what is shown may ask again
    ctx.purpose = null
    const showTaken = await take(ctx, purpose)
    await navigate(deps, ctx, await showTaken())
  })
  return person
}

/** Does it and shows the screen that comes of it. */
function shows(deps: BotDeps, act: (deps: BotDeps, ctx: BotContext) => Shown) {
  return async (ctx: BotContext) => await navigate(deps, ctx, await act(deps, ctx))
}

function forCommittee(deps: BotDeps): Composer<BotContext> {
  const committee = new Composer<BotContext>()
  committee.on('message:migrate_to_chat_id', async (ctx) => {
    const { chat, message } = ctx
    await ctx.once((tx) => migrateChat({ ...deps, tx }, chat.id, message.migrate_to_chat_id))
  })
  committee.command('link', (ctx) => link(deps, ctx))
  committee.command('unlink', (ctx) => unlink(deps, ctx))
  committee.command('digest', (ctx) => digest(deps, ctx))
  committee.command('cases', (ctx) => showCases(deps, ctx, 0, true))
  committee.command(['start', 'help'], async (ctx) => void (await ctx.reply(ctx.t('help-committee'))))
  committee.on('callback_query', (ctx) => handlePress(deps, ctx))
  committee.on(['message', 'channel_post'], async (ctx, next) => {
    // what replies to a prompt is an answer, whatever it says
    const isReply = ctx.msg.reply_to_message !== undefined
    if (!isReply && (await openByReceipt(deps, ctx))) return
    if (!(await takeAnswer(deps, ctx))) await next()
  })
  return committee
}
