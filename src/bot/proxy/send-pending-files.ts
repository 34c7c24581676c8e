import { findPending } from '../../feedback/proxy/find-pending.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showForConsent } from './show-for-consent.ts'

/** The voices, photos and places of a card that somebody is asked to agree to, by Telegram's own names for them. */
export async function sendPendingFiles(deps: BotDeps, ctx: BotContext, code: string): Promise<void> {
  const pending = await findPending(deps.prisma, { code }, deps.clock.now())
  if (!pending) return await showForConsent(deps, ctx, code)
  const parts = Object.values(pending.state.answers).flatMap((answer) =>
    answer.kind === 'words' ? answer.parts : [],
  )
  for (const part of parts) {
    if (part.kind === 'voice') await ctx.replyWithVoice(part.fileId)
    if (part.kind === 'photo') await ctx.replyWithPhoto(part.fileId)
    if (part.kind === 'location') await ctx.replyWithLocation(part.latitude, part.longitude)
  }
}
