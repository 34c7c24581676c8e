import type { Person } from '../../../prisma/client/client.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { sendMarked } from '../../privacy/send-marked.ts'
import { done, type JobDeps, type JobOutcome } from '../job-deps.ts'

/**
 * Sends somebody news in their private chat. Whoever blocked the bot is noted, so that they are left alone from then on.
 * Throws where nobody knows whether it arrived: news comes rather twice than not at all.
 */
export async function tellPerson(
  deps: JobDeps,
  person: Pick<Person, 'id' | 'telegramId' | 'locale'>,
  message: OutgoingMessage,
  about: { caseId: string },
): Promise<JobOutcome> {
  const { prisma, clock, log } = deps
  const locale = person.locale ?? deps.texts.defaultLocale
  const outcome = await sendMarked(deps, { chatId: Number(person.telegramId), locale }, message)
  if (outcome.kind === 'later') return { kind: 'again', afterSeconds: outcome.retryAfterSeconds }
  if (outcome.kind === 'unknown') throw new Error('nobody knows whether the news arrived')
  if (outcome.kind === 'refused' && outcome.code === 'blocked')
    await prisma.person.update({ where: { id: person.id }, data: { blockedAt: clock.now() } })
  if (outcome.kind !== 'sent')
    log.warn({ ...about, outcome: outcome.kind }, 'news did not reach the resident')
  return done
}
