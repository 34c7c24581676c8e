import type { Person } from '../../prisma/client/client.ts'
import { sendMarked } from '../deliveries/posted/send-marked.ts'
import type { OutgoingMessage } from '../lib/outgoing-message.ts'
import type { JobDeps, JobOutcome } from './job-deps.ts'
import { settleNews } from './settle-news.ts'

/** Sends somebody news in their private chat; see settle-news.ts for what becomes of it. */
export async function tellPerson(
  deps: JobDeps,
  person: Pick<Person, 'id' | 'telegramId' | 'locale'>,
  message: OutgoingMessage,
  about: { caseId: string } | { cardId: string } | { eventId: string },
): Promise<JobOutcome> {
  const locale = person.locale ?? deps.texts.defaultLocale
  const outcome = await sendMarked(deps, { chatId: Number(person.telegramId), locale }, message)
  return await settleNews(deps, person, outcome, about)
}
