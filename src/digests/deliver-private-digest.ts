import type { PrismaClient } from '../../prisma/client/client.ts'
import { type DeliveredOnce, deliverOnce } from '../deliveries/deliver-once.ts'
import { withoutMarks } from '../deliveries/posted/without-marks.ts'
import { lostDeliveries } from '../deliveries/settle.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import type { SendableMessage } from '../lib/outgoing-message.ts'
import { mayTell } from '../people/may-tell.ts'
import { describeRegions } from '../regions/describe-region.ts'
import type { Sender } from '../sinks/telegram/sender.ts'
import { collectPublicFigures } from './collect-public-figures.ts'
import { periodOfKey } from './period.ts'
import { renderPrivateDigest } from './render/render-private-digest.ts'

export interface DeliverPrivateDeps {
  prisma: PrismaClient
  clock: Clock
  texts: Texts
  sender: Sender
  timeZone: string
}

/**
 * Sends a pending digest of a followed village, once (see deliverOnce). Nothing goes to whoever no longer wants it, wants
 * no news or blocked the bot; a block that shows only now is noted. May be repeated.
 */
export async function deliverPrivateDigest(deps: DeliverPrivateDeps, id: string): Promise<DeliveredOnce> {
  const { prisma, clock, sender } = deps
  let personId = ''
  const delivered = await deliverOnce({
    clock,
    move: async (from, data) =>
      (await prisma.privateDigest.updateMany({ where: { id, state: { in: from } }, data })).count,
    compose: async () => {
      const composed = await composePrivateDigest(deps, id)
      personId = composed?.personId ?? ''
      return composed
    },
    send: ({ chatId, message }, claim) => sender.with({ before: claim }).sendMessage(chatId, message),
  })
  if (delivered.kind === 'not_claimed') await prisma.privateDigest.updateMany(lostDeliveries(clock, id))
  if (delivered.kind === 'refused' && delivered.code === 'blocked')
    await prisma.person.updateMany({ where: { id: personId }, data: { blockedAt: clock.now() } })
  return delivered
}

async function composePrivateDigest(
  { prisma, texts, timeZone }: DeliverPrivateDeps,
  id: string,
): Promise<{ personId: string; chatId: number; message: SendableMessage } | null> {
  const row = await prisma.privateDigest.findUnique({ where: { id }, include: { person: true } })
  if (!row || !mayTell(row.person)) return null
  const { personId, villageCode } = row
  const followed = await prisma.followedVillage.findUnique({
    where: { personId_villageCode: { personId, villageCode } },
  })
  const village = (await describeRegions(prisma, [villageCode])).get(villageCode)
  if (!followed?.digestWanted || !village) return null

  const period = periodOfKey(row.periodKey, timeZone)
  if (!period) throw new Error(`private digest ${id} has the period key ${row.periodKey}`)
  const told = { ...period, start: row.periodStart, end: row.periodEnd }
  const figures = await collectPublicFigures(prisma, { villageCode, period: told })
  const locale = row.person.locale ?? texts.defaultLocale
  return {
    personId,
    chatId: Number(row.person.telegramId),
    message: withoutMarks(renderPrivateDigest({ village, period: told, figures }, { texts, locale })),
  }
}
