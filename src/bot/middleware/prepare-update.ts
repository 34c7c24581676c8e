import type { Middleware } from 'grammy'
import type { PresserActor } from '../../access/actor.ts'
import type { Grant } from '../../access/grant.ts'
import { toGrants } from '../../access/grants.ts'
import { scopeOfGrants } from '../../access/region-scope.ts'
import { findPresser, type PresserDeps } from '../../committees/presser.ts'
import type { RunsChat } from '../../committees/runs-chat.ts'
import { chatNotes } from '../../db/chat-notes.ts'
import { commitOnce } from '../../db/commit-once.ts'
import { finishUpdate } from '../../db/finish-update.ts'
import { readVisit } from '../../feedback/read-visit.ts'
import { rememberPerson } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { localeOf } from '../locale-of.ts'
import { postedLog } from '../posted-log.ts'
import { firstKey, piecesKey, readPurpose } from '../purpose.ts'
import { senderOf, speaksForChat } from '../sender-of.ts'

/**
 * Gives every update its one read, its language, rights and its one effect; see BotContext. What had no effect at first
 * shall have none, either, should it come again when things stand otherwise: so every update is marked as done. What the
 * next words are for is noted last, when all is shown.
 */
export function prepareUpdate(deps: BotDeps, runsChat: RunsChat): Middleware<BotContext> {
  return async (ctx, next) => {
    const { prisma, texts } = deps
    const updateId = ctx.update.update_id
    await look(deps, ctx)
    // another process was shown it while it waited for Telegram
    if (ctx.visit.done && (await deps.coordination.wasShown(updateId))) return
    ctx.locale = localeOf(texts, ctx.chat?.type === 'private', ctx.person, ctx.from?.language_code)
    const sender = senderOf(ctx)
    const grants = sender === null ? [] : toGrants(deps.administratorIds, sender, ctx.visit.grants)
    ctx.scope = scopeOfGrants(grants)
    ctx.administrator =
      sender !== null && ctx.scope ? { kind: 'administrator', telegramId: sender, grants } : null
    ctx.presser = pressersOf({ ...deps, db: prisma, runsChat }, ctx, { telegramId: sender, grants })
    // an administrator who has written once can be written to: where a village has no channel, they read what is said
    if (ctx.from && ctx.scope && !ctx.person && ctx.chat?.type === 'private')
      ctx.person = await rememberPerson({ ...deps, tx: prisma }, ctx.from.id, {})
    ctx.t = (key, args) => texts.t(ctx.locale, key, args)
    ctx.posted = postedLog(deps, ctx)
    ctx.notes = chatNotes(() => ctx.visit.notes)
    ctx.purpose = readPurpose(ctx.notes.read(purposeKey(ctx)))
    let isMarked = ctx.visit.done
    let isOld = false
    ctx.draft = async () => {
      if (isOld) await ctx.lookAgain()
      return ctx.visit.draft
    }
    ctx.lookAgain = async () => {
      await look(deps, ctx)
      isOld = false
    }
    ctx.marked = (draft) => {
      isMarked = true
      isOld = false
      ctx.visit = { ...ctx.visit, draft }
    }
    ctx.once = async (effect) => {
      isMarked = true
      if (ctx.visit.done) return { done: 'before' }
      isOld = true
      return await commitOnce(deps, updateId, effect)
    }
    await next()
    ctx.notes.write(purposeKey(ctx), ctx.purpose)
    await finishUpdate(deps, { updateId, isMarked, notes: ctx.notes.changed() })
  }
}

/** Reads who it is and how things stand; once more where somebody else was quicker. */
export async function look(deps: BotDeps, ctx: BotContext): Promise<void> {
  ctx.visit = await readVisit(deps.statements, {
    updateId: ctx.update.update_id,
    telegramId: ctx.from?.id ?? null,
    now: deps.clock.now(),
    pressed: pressedMessage(ctx),
    noteKeys: [purposeKey(ctx), piecesKey(purposeKey(ctx)), firstKey(purposeKey(ctx))],
  })
  ctx.person = ctx.visit.person
}

function pressedMessage({ chat, callbackQuery }: BotContext) {
  const messageId = callbackQuery?.message?.message_id
  return chat && messageId !== undefined ? { chatId: chat.id, messageId } : null
}

const purposeKey = (ctx: BotContext) => String(ctx.chat?.id ?? ctx.from?.id ?? '')

function pressersOf(
  deps: PresserDeps,
  ctx: BotContext,
  sender: { telegramId: number | null; grants: readonly Grant[] },
): BotContext['presser'] {
  const found = new Map<number | null, Promise<PresserActor>>()
  return async (telegramId) => {
    const { chat } = ctx
    if (!chat || chat.type === 'private') return null
    const who = telegramId === undefined ? sender.telegramId : telegramId
    const asked =
      who === sender.telegramId
        ? { ...sender, speaksForChat: speaksForChat(ctx) }
        : { telegramId: who, speaksForChat: false }
    const presser = found.get(who) ?? findPresser(deps, chat, asked)
    found.set(who, presser)
    return await presser
  }
}
