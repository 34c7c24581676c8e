import type { Db } from '../db/database.ts'
import type { Changes } from '../db/hear-changes.ts'
import { type LinkedChat, listLinked, type Readers, readersAmong } from './find-readers.ts'

/** Who reads for a region, from memory. */
export interface ReadersMemory {
  find(regionCode: string): Promise<Readers>
}

/**
 * Holds all linked chats (a city has some 2,400) until somebody links or unlinks one; while news of that cannot arrive it
 * reads them each time.
 */
export function createReadersMemory(db: Db, changes: Changes): ReadersMemory {
  let held: Promise<Map<string, LinkedChat[]>> | null = null
  changes.listen((table) => {
    if (table === null || table === 'committee_chat') held = null
  })
  return {
    find: async (regionCode) => {
      const linked = held ?? listLinked(db, null)
      held = linked
      const drop = () => {
        if (held === linked) held = null
      }
      if (!changes.isHearing()) drop()
      return readersAmong(
        await linked.catch((error: unknown) => {
          drop()
          throw error
        }),
        regionCode,
      )
    },
  }
}
