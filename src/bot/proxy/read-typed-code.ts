import { findPending } from '../../feedback/proxy/find-pending.ts'
import { parseProxyCode } from '../../feedback/proxy/proxy-code.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'
import { showForConsent } from './show-for-consent.ts'

/** Whether a message is the code of a card that waits for consent. `waits`: it surely is, whatever else was asked for. */
export async function readTypedCode(
  deps: BotDeps,
  ctx: BotContext,
): Promise<{ waits: boolean; show: () => Promise<void> } | null> {
  const typed = parseProxyCode(ctx.message?.text ?? '')
  if (!typed) return null
  const { code, valid } = typed
  if (!valid)
    return {
      waits: false,
      show: async () => void (await sendMessage(ctx, { text: ctx.t('proxy-code-mistyped') })),
    }
  const pending = await findPending(deps.prisma, { code }, deps.clock.now())
  return { waits: pending !== null, show: () => showForConsent(deps, ctx, code) }
}
