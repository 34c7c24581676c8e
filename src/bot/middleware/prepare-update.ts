import type { Middleware } from 'grammy'
import { scopeOf } from '../../access/scope.ts'
import { commitOnce } from '../../db/commit-once.ts'
import { findPerson } from '../../people/find-person.ts'
import { rememberPerson } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { localeOf } from '../locale-of.ts'
import { postedLog } from '../posted-log.ts'

/** Gives every update its person, language, scope and its one effect; see BotContext. */
export function prepareUpdate(deps: BotDeps): Middleware<BotContext> {
  return async (ctx, next) => {
    const { prisma, texts, coordination } = deps
    const updateId = ctx.update.update_id
    ctx.person = ctx.from ? await findPerson(prisma, ctx.from.id) : null
    ctx.locale = localeOf(texts, ctx.chat?.type === 'private', ctx.person, ctx.from?.language_code)
    ctx.scope = ctx.from ? scopeOf(deps.administratorIds, ctx.from.id) : null
    // an administrator who has written once can be written to: where a village has no channel, they read what is said
    if (ctx.from && ctx.scope && !ctx.person && ctx.chat?.type === 'private')
      ctx.person = await rememberPerson({ ...deps, tx: prisma }, ctx.from.id, {})
    ctx.t = (key, args) => texts.t(ctx.locale, key, args)
    ctx.posted = postedLog(deps, ctx)
    let isMarked = false
    ctx.once = async (effect) => {
      isMarked = true
      if (await coordination.knownDone(updateId)) return { done: 'before' }
      const once = await commitOnce(deps, updateId, effect)
      await coordination.noteDone(updateId)
      return once
    }
    await next()
    // what had no effect at first shall have none, either, should it come again when things stand otherwise
    if (!isMarked) await ctx.once(async () => {})
  }
}
