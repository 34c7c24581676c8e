import type { Person } from '../../../prisma/client/client.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { done, type JobDeps, type JobOutcome } from '../job-deps.ts'

/**
 * Sends somebody news in their private chat. Whoever blocked the bot is noted, so that they are left alone from then on.
 * Throws where nobody knows whether it arrived: news comes rather twice than not at all.
 */
export async function tellPerson(
  { prisma, clock, sender, log }: JobDeps,
  person: Pick<Person, 'id' | 'telegramId'>,
  message: OutgoingMessage,
  about: { caseId: string } | { cardId: string },
): Promise<JobOutcome> {
  const outcome = await sender.sendMessage(Number(person.telegramId), message)
  if (outcome.kind === 'later') return { kind: 'again', afterSeconds: outcome.retryAfterSeconds }
  if (outcome.kind === 'unknown') throw new Error('nobody knows whether the news arrived')
  if (outcome.kind === 'refused' && outcome.code === 'blocked')
    await prisma.person.update({ where: { id: person.id }, data: { blockedAt: clock.now() } })
  if (outcome.kind !== 'sent')
    log.warn({ ...about, outcome: outcome.kind }, 'news did not reach the resident')
  return done
}
