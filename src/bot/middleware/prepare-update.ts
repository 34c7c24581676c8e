import type { Middleware } from 'grammy'
import { scopeOf } from '../../access/scope.ts'
import { commitOnce, markDone } from '../../db/commit-once.ts'
import { readVisit } from '../../feedback/read-visit.ts'
import { rememberPerson } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { readPurpose } from '../conversations/wait-for-words.ts'
import { localeOf } from '../locale-of.ts'
import { postedLog } from '../posted-log.ts'

/**
 * Gives every update its one read, its language, scope and its one effect; see BotContext. What had no effect at first
 * shall have none, either, should it come again when things stand otherwise: so every update is marked as done. What the
 * next words are for is noted last, when all is shown.
 */
export function prepareUpdate(deps: BotDeps): Middleware<BotContext> {
  return async (ctx, next) => {
    const { prisma, texts, notes } = deps
    const updateId = ctx.update.update_id
    await look(deps, ctx)
    ctx.locale = localeOf(texts, ctx.chat?.type === 'private', ctx.person, ctx.from?.language_code)
    ctx.scope = ctx.from ? scopeOf(deps.administratorIds, ctx.from.id) : null
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
    noteKeys: [purposeKey(ctx)],
  })
  ctx.person = ctx.visit.person
}

const purposeKey = (ctx: BotContext) => String(ctx.chat?.id ?? ctx.from?.id ?? '')
