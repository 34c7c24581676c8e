import type { PrismaClient } from '../../prisma/client/client.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { Priority } from '../sinks/telegram/pace/pace.ts'
import type { SendOutcome, SendRefusal } from '../sinks/telegram/send-outcome.ts'
import type { Sender } from '../sinks/telegram/sender.ts'
import { deliverOnce } from './deliver-once.ts'
import { type Content, planDeliveries, type Reader } from './outbox.ts'
import { lostDeliveries } from './settle.ts'

/** One message of what is told; sends it, and makes no other call where the sender says `later`. */
export type SendPart = (sender: Sender) => Promise<SendOutcome>

export interface DeliveredParts {
  /** how many parts this call brought there, and how many it learned will not come */
  counts: { sent: number; refused: number; unknown: number }
  /** what is left is pending, to be tried again after so many seconds; null: nothing is left */
  againAfterSeconds: number | null
  /** why the sink refused a part for good */
  refusal: SendRefusal['code'] | null
}

/** While another process may still be sending a part. */
const LOOK_AGAIN_SECONDS = 60

/**
 * Sends one reader the parts of a content in their order, each once (see deliverOnce). May be repeated, after a crash as
 * well: what was sent or is unknown is not sent again. A refusal ends it: the parts behind are refused, too.
 */
export async function deliverParts(
  deps: { prisma: PrismaClient; clock: Clock; random: Random; sender: Sender },
  content: Content,
  reader: Reader,
  parts: readonly SendPart[],
  priority: Priority = 'job',
): Promise<DeliveredParts> {
  const { prisma, clock, sender } = deps
  await planDeliveries({ ...deps, tx: prisma }, content, [reader], parts.length)
  const counts = { sent: 0, refused: 0, unknown: 0 }
  const again = (seconds: number): DeliveredParts => ({ counts, againAfterSeconds: seconds, refusal: null })
  const theirs = { contentId: content.id, sink: reader.sink, chatId: BigInt(reader.chatId) }
  const rows = await prisma.delivery.findMany({ where: theirs, orderBy: { part: 'asc' } })
  for (const { id, part, state } of rows) {
    const send = parts[part]
    if (!send || (state !== 'pending' && state !== 'sending')) continue
    if (state === 'sending') {
      const { count } = await prisma.delivery.updateMany(lostDeliveries(clock, id))
      if (count === 0) return again(LOOK_AGAIN_SECONDS)
      counts.unknown += count
      continue
    }
    const delivered = await deliverOnce({
      clock,
      move: async (from, data) =>
        (await prisma.delivery.updateMany({ where: { id, state: { in: from } }, data })).count,
      compose: async () => send,
      send: (composed, claim) => composed(sender.with({ priority, before: claim })),
    })
    if (delivered.kind === 'later') return again(delivered.retryAfterSeconds)
    if (delivered.kind === 'sent') counts.sent += 1
    if (delivered.kind === 'unknown') counts.unknown += 1
    if (delivered.kind === 'refused') {
      const behind = await prisma.delivery.updateMany({
        where: { ...theirs, state: 'pending' },
        data: { state: 'refused' },
      })
      counts.refused += 1 + behind.count
      return { counts, againAfterSeconds: null, refusal: delivered.code }
    }
    // another process has it, so what comes behind it is that process' as well
    if (delivered.kind === 'not_claimed' && (await isStillThere(prisma, id))) return again(1)
  }
  return { counts, againAfterSeconds: null, refusal: null }
}

/** Erasure takes away what is pending; then there is nothing to wait for. */
async function isStillThere(prisma: PrismaClient, id: string): Promise<boolean> {
  return (await prisma.delivery.count({ where: { id } })) > 0
}
