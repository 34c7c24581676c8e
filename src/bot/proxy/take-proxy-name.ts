import type { Relationship } from '../../cards/filed-for.ts'
import { isProxyName } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showBegin } from './show-begin.ts'

/** The name of whom a card is for, as the filer types it; the words of the button mean that it is not told. */
export async function takeProxyName(
  deps: BotDeps,
  ctx: BotContext,
  relationship: Relationship,
): Promise<() => Promise<void>> {
  const name = (ctx.message?.text ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/[^\S\n]+/g, ' ')
  if (name !== '' && ctx.t('proxy-nameless').endsWith(name))
    return async () => await showBegin(deps, ctx, { relationship, name: null })
  if (!isProxyName(name))
    return async () => await showBegin(deps, ctx, { relationship }, ctx.t('proxy-name-again'))
  return async () => await showBegin(deps, ctx, { relationship, name })
}
