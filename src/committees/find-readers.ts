import type { Db } from '../db/database.ts'
import { ancestorCodes } from '../regions/region-code.ts'

/** Who will read what is said of a region. */
export type Readers =
  | { kind: 'committee'; regionCode: string; chats: LinkedChat[] }
  /** neither the region nor any above it has a channel: the root administrators */
  | { kind: 'administrators' }

export interface LinkedChat {
  chatId: number
  title: string
}

/** The linked chats of the region itself, else of the nearest region above that has any. */
export async function findReaders(db: Db, regionCode: string): Promise<Readers> {
  return readersAmong(await listLinked(db, [regionCode, ...ancestorCodes(regionCode)]), regionCode)
}

/** Linked chats by the code of their region, of these regions or of all. */
export async function listLinked(
  db: Db,
  regionCodes: readonly string[] | null,
): Promise<Map<string, LinkedChat[]>> {
  const chats = await db.committeeChat.findMany({
    where: { leftAt: null, regionCode: regionCodes ? { in: [...regionCodes] } : { not: null } },
    select: { chatId: true, title: true, regionCode: true },
    orderBy: { chatId: 'asc' },
  })
  const linked = new Map<string, LinkedChat[]>()
  for (const { chatId, title, regionCode } of chats) {
    if (regionCode === null) continue
    linked.set(regionCode, [...(linked.get(regionCode) ?? []), { chatId: Number(chatId), title }])
  }
  return linked
}

/** The same among chats that are in hand. */
export function readersAmong(linked: ReadonlyMap<string, LinkedChat[]>, regionCode: string): Readers {
  for (const code of [regionCode, ...ancestorCodes(regionCode).sort((a, b) => b.length - a.length)]) {
    const chats = linked.get(code)
    if (chats) return { kind: 'committee', regionCode: code, chats }
  }
  return { kind: 'administrators' }
}
