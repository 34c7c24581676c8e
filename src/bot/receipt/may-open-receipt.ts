import type { OwnFeedback } from '../../feedback/own-feedback.ts'
import { isWithin } from '../../regions/region-code.ts'
import type { BotContext } from '../context.ts'

/** Who may see a submission by its receipt: its owner, and administrators of its region. Null for everybody else. */
export function mayOpenReceipt(ctx: BotContext, found: OwnFeedback): 'owner' | 'administrator' | null {
  if (found.personId !== null && found.personId === ctx.person?.id) return 'owner'
  const inScope = ctx.scope !== null && isWithin(found.villageCode, ctx.scope.regionCode)
  return inScope ? 'administrator' : null
}
