import type { DeliveryState } from '../../prisma/client/client.ts'
import { leaveChat } from '../committees/leave-chat.ts'
import { migrateChat } from '../committees/migrate-chat.ts'
import type { SendJob } from '../db/job.ts'
import { deliverOnce } from '../deliveries/deliver-once.ts'
import { type SendMarkedDeps, sendMarked } from '../deliveries/posted/send-marked.ts'
import { lostDeliveries } from '../deliveries/settle.ts'
import type { SendOutcome, SendRefusal } from '../sinks/telegram/send-outcome.ts'
import { composeDigest } from './compose-digest.ts'
import type { Cadence } from './period.ts'

export interface DeliverDeps extends SendMarkedDeps {
  sendJob: SendJob
  administratorIds: readonly number[]
  locale: string
  /** of interim digests; the others say theirs in their key */
  cadence: Cadence
}

export type Delivery =
  | { kind: 'sent'; chatId: number; messageId: number }
  /** pending again: to be tried after so many seconds */
  | { kind: 'later'; retryAfterSeconds: number }
  /** `unlinked`: since it was planned, the chat was linked elsewhere or not at all, or the bot has left it */
  | { kind: 'refused'; code: SendRefusal['code'] | 'unlinked' }
  | { kind: 'unknown' }
  /** it is not pending: somebody else has it, or it is done */
  | { kind: 'not_pending'; state: DeliveryState }
  /** there is no such digest */
  | { kind: 'missing' }

/**
 * Posts a pending digest, as the database is at this moment. Of several at once one wins. Once Telegram was asked it is
 * never posted again by itself: a lost answer makes it `unknown`, and so does a crash after ten minutes. May be repeated.
 */
export async function deliverDigest(deps: DeliverDeps, digestId: string): Promise<Delivery> {
  const { prisma, clock } = deps
  let chatId = 0
  const delivered = await deliverOnce({
    clock,
    move: async (from, data) =>
      (await prisma.digest.updateMany({ where: { id: digestId, state: { in: from } }, data })).count,
    compose: () => composeDigest(deps, digestId),
    send: async (composed, claim) => {
      const sender = deps.sender.with({ before: claim })
      chatId = composed.chatId
      const post = (to: number) => {
        const office = { regionCode: composed.regionCode, place: 'digest' as const }
        return sendMarked({ ...deps, sender }, { chatId: to, locale: deps.locale, office }, composed.message)
      }
      const outcome = await post(chatId)
      if (outcome.kind !== 'refused' || outcome.code !== 'migrated') return outcome
      const { newChatId } = outcome
      await prisma.$transaction(async (tx) => await migrateChat({ tx, clock }, chatId, newChatId))
      // where the new id has a digest of this period, this one lost its key to it
      const moved = await prisma.digest.findUnique({ where: { id: digestId }, select: { periodKey: true } })
      if (moved?.periodKey !== composed.periodKey) return outcome
      chatId = newChatId
      return await post(chatId)
    },
  })
  switch (delivered.kind) {
    case 'not_claimed':
      return await whyNotPending(deps, digestId)
    case 'nothing':
      return { kind: 'refused', code: 'unlinked' }
    case 'sent':
      return { kind: 'sent', chatId, messageId: delivered.messageId }
    case 'refused':
      if (delivered.code === 'chat_gone')
        await prisma.$transaction((tx) => leaveChat({ ...deps, tx }, { chatId, actorTelegramId: null }))
      else if (maySayNothing(delivered))
        await prisma.committeeChat.updateMany({
          where: { chatId: BigInt(chatId), leftAt: null },
          data: { leftAt: clock.now() },
        })
      return { kind: 'refused', code: delivered.code }
    default:
      return delivered
  }
}

/** Whether the bot is there and has nothing more to say until somebody lets it: the link stays, and nobody reads by it. */
function maySayNothing(outcome: SendOutcome & { kind: 'refused' }): boolean {
  return outcome.code !== 'bad_request' && outcome.code !== 'migrated'
}

async function whyNotPending(deps: DeliverDeps, digestId: string): Promise<Delivery> {
  const lost = await deps.prisma.digest.updateMany(lostDeliveries(deps.clock, digestId))
  if (lost.count > 0) return { kind: 'unknown' }
  const row = await deps.prisma.digest.findUnique({ where: { id: digestId }, select: { state: true } })
  return row ? { kind: 'not_pending', state: row.state } : { kind: 'missing' }
}
