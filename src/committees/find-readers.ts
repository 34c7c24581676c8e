import type { Db } from '../db/database.ts'
import { ancestorCodes } from '../regions/region-code.ts'

/** Who will read what is said of a region. */
export type Readers =
  | { kind: 'committee'; regionCode: string; chats: { chatId: number; title: string }[] }
  /** neither the region nor any above it has a channel: the root administrators */
  | { kind: 'administrators' }

/** The linked chats of the region itself, else of the nearest region above that has any. */
export async function findReaders(db: Db, regionCode: string): Promise<Readers> {
  const chats = await db.committeeChat.findMany({
    where: { leftAt: null, regionCode: { in: [regionCode, ...ancestorCodes(regionCode)] } },
    select: { chatId: true, title: true, regionCode: true },
    orderBy: { chatId: 'asc' },
  })
  const nearest = chats.reduce(
    (longest, { regionCode: code }) => (code && code.length > longest.length ? code : longest),
    '',
  )
  if (nearest === '') return { kind: 'administrators' }
  return {
    kind: 'committee',
    regionCode: nearest,
    chats: chats
      .filter((chat) => chat.regionCode === nearest)
      .map(({ chatId, title }) => ({ chatId: Number(chatId), title })),
  }
}
