import type { BotContext, BotDeps } from '../context.ts'
import { showMenu } from '../menu/show-menu.ts'
import { showForConsent } from '../proxy/show-for-consent.ts'
import { chooseVillage } from '../village/press-village.ts'

/** /start, with `v<village code>` or `c<code of a card that waits for consent>` from a link or QR code, or without. */
export async function start(deps: BotDeps, ctx: BotContext): Promise<void> {
  const payload = typeof ctx.match === 'string' ? ctx.match.trim() : ''
  const [, code] = /^v(\d{12})$/.exec(payload) ?? []
  const [, proxyCode] = /^c([0-9A-Z]{10})$/.exec(payload) ?? []
  if (proxyCode) await showForConsent(deps, ctx, proxyCode)
  else if (code) await chooseVillage(deps, ctx, code)
  else await showMenu(deps, ctx)
}
