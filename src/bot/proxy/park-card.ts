import { loadDraft } from '../../feedback/load-draft.ts'
import { MOST_PENDING, parkProxy } from '../../feedback/proxy/park-proxy.ts'
import type { Person } from '../../people/find-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { Screen } from '../screen.ts'
import { findPendingTag } from './pending.ts'

/**
 * "Submit" below a card that is filled in for somebody else: it waits for their consent, and is read back to them first.
 * Null where the button belongs to no such card.
 */
export async function parkCard(
  deps: BotDeps,
  ctx: BotContext,
  person: Person,
  draftTag: string,
): Promise<Screen | null> {
  const draft = await loadDraft(deps.prisma, person.id)
  const isMine = draft?.filedFor && draft.id.startsWith(draftTag)
  if (isMine) {
    const once = await ctx.once((tx) => parkProxy({ ...deps, tx }, { personId: person.id, draftTag }))
    if (once.done === 'now' && !once.value.ok) {
      const text =
        once.value.code === 'too_many' ? ctx.t('proxy-too-many', { n: MOST_PENDING }) : ctx.t('card-moved-on')
      ctx.toast = { text, alert: once.value.code === 'too_many' }
      return { screen: 'card' }
    }
  }
  // also where it was pressed twice, or the update came again
  const id = await findPendingTag(deps, person, draftTag)
  return id === null ? null : { screen: 'pending', id }
}
