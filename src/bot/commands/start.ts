import type { BotContext, BotDeps } from '../context.ts'
import { showMenu } from '../menu/show-menu.ts'
import { chooseVillage } from '../village/press-village.ts'

/** /start, with `v<village code>` from a link or QR code, or without. */
export async function start(deps: BotDeps, ctx: BotContext): Promise<void> {
  const payload = typeof ctx.match === 'string' ? ctx.match.trim() : ''
  const [, code] = /^v(\d{12})$/.exec(payload) ?? []
  if (code) await chooseVillage(deps, ctx, code)
  else await showMenu(deps, ctx)
}
