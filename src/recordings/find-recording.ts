import { Prisma, type Recording } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import { ancestorCodes } from '../regions/region-code.ts'

export type FoundRecording = Pick<Recording, 'id' | 'fileId' | 'durationSeconds' | 'mediaType'>

/**
 * The recording of a screen that somebody of this village is to hear: the village's own, else that of the nearest region
 * above. Null where there is none, or only such as turned out to be no voice. One query, on the unique index.
 */
export async function findRecording(
  db: Db,
  { villageCode, screen }: { villageCode: string; screen: string },
): Promise<FoundRecording | null> {
  const codes = Prisma.join([villageCode, ...ancestorCodes(villageCode)])
  const [found] = await db.$queryRaw<FoundRecording[]>`
    SELECT id::text AS id, file_id AS "fileId", duration_seconds AS "durationSeconds", media_type AS "mediaType"
    FROM recording
    WHERE region_code IN (${codes}) AND screen = ${screen} AND state <> 'refused'
    ORDER BY length(region_code) DESC LIMIT 1`
  return found ?? null
}
