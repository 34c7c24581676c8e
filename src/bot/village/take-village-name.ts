import type { BotContext, BotDeps } from '../context.ts'
import { showVillageHits } from './show-village-hits.ts'
import { showVillageSearch } from './show-village-search.ts'

/** The typed name of a village: nothing to keep, only to look for. */
export function takeVillageName(deps: BotDeps, ctx: BotContext): () => Promise<void> {
  const text = ctx.message?.text
  return text === undefined
    ? () => showVillageSearch(ctx, ctx.t('village-type-name'))
    : () => showVillageHits(deps, ctx, { text: text.slice(0, 100), within: '', page: 0 })
}
