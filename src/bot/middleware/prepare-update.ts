import type { Middleware } from 'grammy'
import type { PresserActor } from '../../access/actor.ts'
import type { Grant } from '../../access/grant.ts'
import { toGrants } from '../../access/grants.ts'
import { scopeOfGrants } from '../../access/region-scope.ts'
import { findPresser, type PresserDeps } from '../../committees/presser.ts'
import type { RunsChat } from '../../committees/runs-chat.ts'
import { commitOnce, markDone } from '../../db/commit-once.ts'
import { readVisit } from '../../feedback/read-visit.ts'
import { rememberPerson } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { localeOf } from '../locale-of.ts'
import { postedLog } from '../posted-log.ts'
import { piecesKey, readPurpose } from '../purpose.ts'
import { senderOf, speaksForChat } from '../sender-of.ts'

/**
 * Gives every update its one read, its language, rights and its one effect; see BotContext. What had no effect at first
 * shall have none, either, should it come again when things stand otherwise: so every update is marked as done. What the
 * next words are for is noted last, when all is shown.
 */
export function prepareUpdate(deps: BotDeps, runsChat: RunsChat): Middleware<BotContext> {
  return async (ctx, next) => {
    const { prisma, texts, notes } = deps
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
    const noted = readPurpose(ctx.visit.notes[purposeKey(ctx)])
    ctx.purpose = noted
    let isMarked = ctx.visit.done
    ctx.marked = () => {
      isMarked = true
    }
    ctx.once = async (effect) => {
      isMarked = true
      return ctx.visit.done ? { done: 'before' } : await commitOnce(deps, updateId, effect)
    }
    await next()
    if (!isMarked) await markDone(deps, updateId)
    if (ctx.purpose === noted) return
    if (ctx.purpose) await notes.write(purposeKey(ctx), ctx.purpose)
    else await notes.delete(purposeKey(ctx))
  }
}

/** Reads who it is and how things stand; once more where somebody else was quicker. */
export async function look(deps: BotDeps, ctx: BotContext): Promise<void> {
  ctx.visit = await readVisit(deps.statements, {
    updateId: ctx.update.update_id,
    telegramId: ctx.from?.id ?? null,
    now: deps.clock.now(),
    noteKeys: [purposeKey(ctx), piecesKey(purposeKey(ctx))],
  })
  ctx.person = ctx.visit.person
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
