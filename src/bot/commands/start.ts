import type { BotContext, BotDeps } from '../context.ts'
import { showByReceipt } from '../own/show-by-receipt.ts'
import type { Shown } from '../screen.ts'
import { chooseVillage } from '../village/presses.ts'

/**
 * /start, with `v<village code>`, `r<receipt>` or `c<code of a card that waits for consent>` from a link or QR code, or
 * without.
 */
export async function start(deps: BotDeps, ctx: BotContext): Shown {
  const payload = typeof ctx.match === 'string' ? ctx.match.trim() : ''
  const [, code] = /^v(\d{12})$/.exec(payload) ?? []
  const [, receipt] = /^r(\w{8})$/.exec(payload) ?? []
  const [, proxyCode] = /^c([0-9A-Z]{10})$/.exec(payload) ?? []
  if (code) return await chooseVillage(deps, ctx, code)
  if (proxyCode) return { screen: 'for-consent', code: proxyCode }
  if (receipt && (await showByReceipt(deps, ctx, receipt))) return null
  return { screen: 'menu' }
}
