import type { Person } from '../../../prisma/client/client.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import type { JobDeps, JobOutcome } from '../job-deps.ts'
import { settleNews } from './settle-news.ts'

/** Sends somebody news in their private chat; see settle-news.ts for what becomes of it. */
export async function tellPerson(
  deps: JobDeps,
  person: Pick<Person, 'id' | 'telegramId'>,
  message: OutgoingMessage,
  about: { caseId: string } | { cardId: string },
): Promise<JobOutcome> {
  const outcome = await deps.sender.sendMessage(Number(person.telegramId), message)
  return await settleNews(deps, person, outcome, about)
}
