import type { Db } from '../db/database.ts'
import type { Changes } from '../db/hear-changes.ts'
import { ancestorCodes } from '../regions/region-code.ts'
import { findRecording } from './find-recording.ts'

/** Which screens were read aloud for which regions, from memory. */
export interface RecordingMemory {
  /** whether somebody of this village can hear this screen: read aloud for it, or for a region above */
  has(place: { villageCode: string; screen: string }): Promise<boolean>
}

/** Holds the names of all recordings until one changes; while news of changes cannot arrive it asks each time. */
export function createRecordingMemory(db: Db, changes: Changes): RecordingMemory {
  let held: Promise<ReadonlySet<string>> | null = null
  changes.listen((table) => {
    if (table === null || table === 'recording') held = null
  })
  const load = async () => {
    const rows = await db.recording.findMany({
      where: { state: { not: 'refused' } },
      select: { regionCode: true, screen: true },
    })
    return new Set(rows.map(({ regionCode, screen }) => keyOf(regionCode, screen)))
  }
  return {
    has: async ({ villageCode, screen }) => {
      if (!changes.isHearing()) return (await findRecording(db, { villageCode, screen })) !== null
      const loading = held ?? load()
      held = loading
      // a failed look must not be remembered
      loading.catch(() => {
        if (held === loading) held = null
      })
      const recorded = await loading
      return [villageCode, ...ancestorCodes(villageCode)].some((code) => recorded.has(keyOf(code, screen)))
    },
  }
}

const keyOf = (regionCode: string, screen: string) => `${regionCode} ${screen}`
