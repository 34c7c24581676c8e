import type { Recording } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'

export type ListedRecording = Pick<
  Recording,
  'id' | 'screen' | 'fileId' | 'durationSeconds' | 'mediaType' | 'state'
>

/** What was recorded for one region itself, by screen; also what turned out to be no voice. */
export async function listRecordings(db: Db, regionCode: string): Promise<Map<string, ListedRecording>> {
  const rows = await db.recording.findMany({
    where: { regionCode },
    select: { id: true, screen: true, fileId: true, durationSeconds: true, mediaType: true, state: true },
  })
  return new Map(rows.map((row) => [row.screen, row]))
}
