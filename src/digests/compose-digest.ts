import type { PrismaClient } from '../../prisma/client/client.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import type { OutgoingMessage } from '../lib/outgoing-message.ts'
import { buildDigest } from './build-digest.ts'
import { collectDigestFacts } from './collect-digest-facts.ts'
import { type Cadence, periodAround, periodOfKey } from './period.ts'
import { renderDigest } from './render/render-digest.ts'

export interface ComposedDigest {
  chatId: number
  regionCode: string
  periodKey: string | null
  /** with its quotes marked: see deliveries/posted/send-marked.ts */
  message: OutgoingMessage
}

/**
 * The message of a planned digest, as the database is at this moment. What it tells of is noted in the row before
 * anything is sent, so that erasure finds it whatever becomes of the message. Null where the chat is no longer linked to
 * the digest's region, and for a digest that does not exist.
 */
export async function composeDigest(
  deps: {
    prisma: PrismaClient
    clock: Clock
    texts: Texts
    locale: string
    timeZone: string
    cadence: Cadence
  },
  digestId: string,
): Promise<ComposedDigest | null> {
  const { prisma, clock, timeZone, cadence } = deps
  const row = await prisma.digest.findUnique({ where: { id: digestId }, include: { chat: true } })
  if (!row || row.chat.leftAt !== null || row.chat.regionCode !== row.regionCode) return null

  const interim = row.periodKey === null
  const planned = interim
    ? periodAround(cadence, row.periodStart, timeZone)
    : periodOfKey(row.periodKey ?? '', timeZone)
  if (!planned) throw new Error(`digest ${digestId} has the period key ${row.periodKey}`)
  const period = { ...planned, start: row.periodStart, end: row.periodEnd }
  const facts = await prisma.$transaction(
    async (tx) =>
      await collectDigestFacts(tx, { regionCode: row.regionCode, period, interim, asOf: clock.now() }),
    { isolationLevel: 'RepeatableRead' },
  )
  if (!facts) return null
  const digest = buildDigest(facts)
  const message = renderDigest(digest, deps)
  await prisma.digest.update({ where: { id: digestId }, data: { quotedIds: digest.quotedIds } })
  const { chatId, regionCode, periodKey } = row
  return { chatId: Number(chatId), regionCode, periodKey, message }
}
