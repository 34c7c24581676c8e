import type { Person } from '../../prisma/client/client.ts'
import type { SendOutcome } from '../sinks/telegram/send-outcome.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/**
 * What becomes of news by what became of its message. Whoever blocked the bot is noted, so that they are left alone from
 * then on. Throws where nobody knows whether it arrived: news comes rather twice than not at all.
 */
export async function settleNews(
  { prisma, clock, log }: JobDeps,
  person: Pick<Person, 'id'>,
  outcome: SendOutcome,
  about: { caseId: string } | { cardId: string } | { eventId: string },
): Promise<JobOutcome> {
  if (outcome.kind === 'later') return { kind: 'again', afterSeconds: outcome.retryAfterSeconds }
  if (outcome.kind === 'unknown') throw new Error('nobody knows whether the news arrived')
  if (outcome.kind === 'refused' && outcome.code === 'blocked')
    await prisma.person.update({ where: { id: person.id }, data: { blockedAt: clock.now() } })
  if (outcome.kind !== 'sent') log.warn({ ...about, outcome: outcome.kind }, 'news did not reach its reader')
  return done
}
