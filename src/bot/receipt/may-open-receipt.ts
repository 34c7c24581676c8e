import { mayCase } from '../../access/policies/case.ts'
import type { OwnFeedback } from '../../feedback/own-feedback.ts'
import type { BotContext } from '../context.ts'

/** Who may see a submission by its receipt: its owner, and administrators of who holds it. Null for everybody else. */
export function mayOpenReceipt(ctx: BotContext, found: OwnFeedback): 'owner' | 'administrator' | null {
  const { person, administrator } = ctx
  const target = {
    holderCode: found.case?.holderCode ?? found.villageCode,
    visibility: found.visibility,
    isErased: found.case?.status === 'erased',
    personId: found.personId,
  }
  if (
    person &&
    mayCase({ kind: 'person', personId: person.id, telegramId: Number(person.telegramId) }, 'look', target).ok
  )
    return 'owner'
  return administrator && mayCase(administrator, 'look', target).ok ? 'administrator' : null
}
