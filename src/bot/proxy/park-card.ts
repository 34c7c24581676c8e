import { MOST_PENDING, parkProxy } from '../../feedback/proxy/park-proxy.ts'
import type { VersionedDraft } from '../../feedback/read-visit.ts'
import type { Person } from '../../people/find-person.ts'
import { draftTag as tagOf } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { Screen } from '../screen.ts'
import { findPendingTag } from './pending.ts'

/**
 * "Submit" below a card that is filled in for somebody else: it waits for their consent, and is read back to them first.
 * Null where it went on meanwhile.
 */
export async function parkCard(
  deps: BotDeps,
  ctx: BotContext,
  person: Person,
  draft: VersionedDraft,
): Promise<Screen | null> {
  const draftTag = tagOf(draft.id)
  const once = await ctx.once((tx) => parkProxy({ ...deps, tx }, { personId: person.id, draftTag }))
  if (once.done === 'now' && !once.value.ok) {
    const { code } = once.value
    if (code !== 'too_many' && code !== 'too_many_today') return null
    const hint =
      code === 'too_many' ? ctx.t('proxy-too-many', { n: MOST_PENDING }) : ctx.t('proxy-too-many-today')
    ctx.toast = { text: hint, alert: true }
    return { screen: 'card', hint }
  }
  const id = await findPendingTag(deps, person, draftTag)
  return id === null ? null : { screen: 'pending', id }
}
