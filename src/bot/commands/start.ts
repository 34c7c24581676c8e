import type { BotContext, BotDeps } from '../context.ts'
import { showMenu } from '../menu/show-menu.ts'
import { showByReceipt } from '../own/show-by-receipt.ts'
import { chooseVillage } from '../village/press-village.ts'

/** /start, with `v<village code>` or `r<receipt>` from a link or QR code, or without. */
export async function start(deps: BotDeps, ctx: BotContext): Promise<void> {
  const payload = typeof ctx.match === 'string' ? ctx.match.trim() : ''
  const [, code] = /^v(\d{12})$/.exec(payload) ?? []
  const [, receipt] = /^r(\w{8})$/.exec(payload) ?? []
  if (code) return await chooseVillage(deps, ctx, code)
  if (receipt && (await showByReceipt(deps, ctx, receipt))) return
  await showMenu(deps, ctx)
}
