import type { DeliveryState } from '../../prisma/client/client.ts'
import type { Clock } from '../lib/clock.ts'
import type { SendOutcome } from '../sinks/telegram/send-outcome.ts'

type Change = { state: DeliveryState; sentAt: Date | null; messageId?: number }

export type DeliveredOnce =
  | SendOutcome
  /** it is not pending: somebody else has it, or it is done */
  | { kind: 'not_claimed' }
  /** there is nothing to tell any more; it is refused for good */
  | { kind: 'nothing' }

/**
 * Takes a row of deliveries from pending over sending to what became of it. Of several at once one wins. Once Telegram was
 * asked it is never sent again by itself: a lost answer makes it `unknown`. `move` changes the row where it is in one of
 * these states and returns whether it was (1 or 0); `compose` may throw, and then it is pending again.
 */
export async function deliverOnce<Composed>(delivery: {
  clock: Clock
  move(from: DeliveryState[], change: Change): Promise<number>
  compose(): Promise<Composed | null>
  send(composed: Composed): Promise<SendOutcome>
}): Promise<DeliveredOnce> {
  const { clock, move } = delivery
  if ((await move(['pending'], { state: 'sending', sentAt: clock.now() })) === 0)
    return { kind: 'not_claimed' }
  // an answer that comes after it was called unknown is still the truth
  const settle = (change: Change) => move(['sending', 'unknown'], change)

  let composed: Composed | null
  try {
    composed = await delivery.compose()
  } catch (error) {
    // nothing was sent yet
    await settle({ state: 'pending', sentAt: null })
    throw error
  }
  if (composed === null) {
    await settle({ state: 'refused', sentAt: null })
    return { kind: 'nothing' }
  }
  const outcome = await delivery.send(composed)
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
