import type { DeliveryState } from '../../prisma/client/client.ts'
import type { Clock } from '../lib/clock.ts'
import type { SendOutcome } from '../sinks/telegram/send-outcome.ts'

type Change = { state: DeliveryState; sentAt: Date | null; messageId?: number }

export type DeliveredOnce =
  | SendOutcome
  /** it is not pending: somebody else has it, or it is done, or it was dropped */
  | { kind: 'not_claimed' }
  /** there is nothing to tell any more; it is refused for good */
  | { kind: 'nothing' }

/**
 * Takes a row of deliveries from pending over sending to what became of it. Of several at once one wins. `move` changes
 * the row where it is in one of these states and returns whether it was (1 or 0). `compose` may throw: the row stays
 * pending. `send` must call `claim` right before each call to the sink, and make no call where it says no: until then a
 * crash costs nothing, from then on the row is never sent again by itself, and a lost answer makes it `unknown`.
 */
export async function deliverOnce<Composed>(delivery: {
  clock: Clock
  move(from: DeliveryState[], change: Change): Promise<number>
  compose(): Promise<Composed | null>
  send(composed: Composed, claim: () => Promise<boolean>): Promise<SendOutcome>
}): Promise<DeliveredOnce> {
  const { clock, move } = delivery
  const composed = await delivery.compose()
  if (composed === null) {
    const refused = await move(['pending'], { state: 'refused', sentAt: null })
    return { kind: refused > 0 ? 'nothing' : 'not_claimed' }
  }
  let claimed: boolean | null = null
  const claim = async () => {
    claimed ??= (await move(['pending'], { state: 'sending', sentAt: clock.now() })) > 0
    return claimed
  }
  const outcome = await delivery.send(composed, claim)
  if (claimed === false) return { kind: 'not_claimed' }
  // an answer that comes after it was called unknown is still the truth
  const settle = (change: Change) => move(['sending', 'unknown'], change)
  switch (outcome.kind) {
    case 'sent':
      await settle({ state: 'sent', sentAt: clock.now(), messageId: outcome.messageId })
      break
    case 'later':
      await settle({ state: 'pending', sentAt: null })
      break
    default:
      await settle({ state: outcome.kind, sentAt: null })
  }
  return outcome
}
