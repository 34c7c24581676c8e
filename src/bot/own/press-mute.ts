import { rememberPerson } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMine } from './show-mine.ts'

/** No news that was not asked for, or news again. */
export async function pressMute(deps: BotDeps, ctx: BotContext, muted: boolean): Promise<void> {
  const { from } = ctx
  if (!from || !ctx.person) return
  await ctx.once((tx) => rememberPerson({ ...deps, tx }, from.id, { muted }))
  ctx.person = { ...ctx.person, mutedAt: muted ? deps.clock.now() : null }
  ctx.toast = { text: ctx.t(muted ? 'mine-muted' : 'mine-unmuted'), alert: false }
  await showMine(deps, ctx, 0)
}
