import type { BotContext, BotDeps } from '../context.ts'
import { showMenu } from '../menu/show-menu.ts'

/** /feedback: what would you like to speak about? A half-filled card is offered first. */
export async function feedback(deps: BotDeps, ctx: BotContext): Promise<void> {
  await showMenu(deps, ctx)
}
