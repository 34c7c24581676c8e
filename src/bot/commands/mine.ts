import type { BotContext, BotDeps } from '../context.ts'
import { showMine } from '../own/show-mine.ts'

/** /mine: my cards and how they stand. */
export async function mine(deps: BotDeps, ctx: BotContext): Promise<void> {
  await showMine(deps, ctx, 0)
}
