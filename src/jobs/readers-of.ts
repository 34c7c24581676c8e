import { findReaders } from '../committees/find-readers.ts'
import type { JobDeps } from './job-deps.ts'

export interface CaseReaders {
  chatIds: number[]
  /** the region whose committee they are; null: the root administrators */
  regionCode: string | null
}

/**
 * The linked chats that read a case; where there are none, the root administrators who can be reached. Nobody can be written
 * to who never wrote to the bot, or who blocked it.
 */
export async function readersOf(
  { prisma, administratorIds }: Pick<JobDeps, 'prisma' | 'administratorIds'>,
  holderCode: string,
): Promise<CaseReaders> {
  const readers = await findReaders(prisma, holderCode)
  if (readers.kind === 'committee')
    return { chatIds: readers.chats.map(({ chatId }) => chatId), regionCode: readers.regionCode }
  const people = await prisma.person.findMany({
    where: { telegramId: { in: administratorIds.map(BigInt) }, blockedAt: null },
    select: { telegramId: true },
    orderBy: { telegramId: 'asc' },
  })
  return { chatIds: people.map(({ telegramId }) => Number(telegramId)), regionCode: null }
}
