import type { Db } from '../db/database.ts'
import type { Changes } from '../db/hear-changes.ts'
import { describeRegions, type RegionDescription } from './describe-region.ts'

/** As many regions as are held; a city has 2,600 with all its villages. */
const MOST_HELD = 20_000

/** Regions as they are shown, from memory where they were asked for before. */
export interface RegionMemory {
  /** null: there is no such region */
  describe(code: string): Promise<RegionDescription | null>
}

/** Holds what was asked for until somebody changes a region; while news of changes cannot arrive it holds nothing. */
export function createRegionMemory(db: Db, changes: Changes): RegionMemory {
  let held = new Map<string, RegionDescription | null>()
  changes.listen((table) => {
    if (table === null || table === 'region') held = new Map()
  })
  return {
    describe: async (code) => {
      const known = held.get(code)
      if (known !== undefined) return known
      const before = held
      const found = (await describeRegions(db, [code])).get(code) ?? null
      // what changed in between is not held
      if (changes.isHearing() && held === before) {
        if (held.size >= MOST_HELD) held.clear()
        held.set(code, found)
      }
      return found
    },
  }
}
