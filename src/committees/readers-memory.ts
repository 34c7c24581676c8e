import type { Db } from '../db/database.ts'
import type { Changes } from '../db/hear-changes.ts'
import { findReaders, type Readers } from './find-readers.ts'

/** As many regions as are held. */
const MOST_HELD = 20_000

/** Who reads for a region, from memory where it was asked for before. */
export interface ReadersMemory {
  find(regionCode: string): Promise<Readers>
}

/** Holds what was asked for until somebody links or unlinks a chat; while news of that cannot arrive it holds nothing. */
export function createReadersMemory(db: Db, changes: Changes): ReadersMemory {
  let held = new Map<string, Readers>()
  changes.listen((table) => {
    if (table === null || table === 'committee_chat') held = new Map()
  })
  return {
    find: async (regionCode) => {
      const known = held.get(regionCode)
      if (known) return known
      const before = held
      const found = await findReaders(db, regionCode)
      // what changed in between is not held
      if (changes.isHearing() && held === before) {
        if (held.size >= MOST_HELD) held.clear()
        held.set(regionCode, found)
      }
      return found
    },
  }
}
