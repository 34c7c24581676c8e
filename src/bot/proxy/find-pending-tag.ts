import { listPending } from '../../feedback/proxy/list-pending.ts'
import type { Person } from '../../people/find-person.ts'
import type { BotDeps } from '../context.ts'

/** The card of this person that waits for consent, by the beginning of its id that the card's old buttons bear. */
export async function findPendingTag(
  { prisma, clock }: Pick<BotDeps, 'prisma' | 'clock'>,
  person: Person,
  draftTag: string,
): Promise<string | null> {
  const pending = await listPending(prisma, person.id, clock.now())
  return pending.find(({ id }) => id.startsWith(draftTag))?.id ?? null
}
