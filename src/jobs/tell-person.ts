import type { Person } from '../../prisma/client/client.ts'
import { deliverParts, type SendPart } from '../deliveries/deliver-parts.ts'
import type { Content } from '../deliveries/outbox.ts'
import { sendMarked } from '../deliveries/posted/send-marked.ts'
import type { OutgoingMessage } from '../lib/outgoing-message.ts'
import type { Priority } from '../sinks/telegram/pace/pace.ts'
import { again, done, type JobDeps, type JobOutcome } from './job-deps.ts'

/**
 * Sends somebody news in their private chat, a message after the other and each once; see deliverParts. Whoever blocked
 * the bot is noted, so that they are left alone from then on.
 */
export async function tellPerson(
  deps: JobDeps,
  person: Pick<Person, 'id' | 'telegramId' | 'locale'>,
  content: Content,
  parts: readonly (OutgoingMessage | SendPart)[],
  priority: Priority = 'job',
): Promise<JobOutcome> {
  const { prisma, clock, log } = deps
  const chatId = Number(person.telegramId)
  const locale = person.locale ?? deps.texts.defaultLocale
  const sends = parts.map(
    (part): SendPart =>
      typeof part === 'function'
        ? part
        : (sender) => sendMarked({ ...deps, sender }, { chatId, locale }, part),
  )
  const told = await deliverParts(deps, content, { sink: 'telegram', chatId }, sends, priority)
  if (told.refusal === 'blocked')
    await prisma.person.updateMany({ where: { id: person.id }, data: { blockedAt: clock.now() } })
  if (told.counts.refused + told.counts.unknown > 0)
    log.warn({ contentId: content.id, ...told.counts }, 'news did not reach its reader, or nobody knows')
  return told.againAfterSeconds === null ? done(told.counts) : again(told.againAfterSeconds)
}
