import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'

/** Removes the recording of a screen for a region, in the caller's transaction; a job takes its file out of the store. */
export async function removeRecording(
  { tx, sendJob }: { tx: Db; sendJob: SendJob },
  { regionCode, screen }: { regionCode: string; screen: string },
): Promise<void> {
  const removed = await tx.recording.findMany({ where: { regionCode, screen }, select: { id: true } })
  if (removed.length === 0) return
  await tx.recording.deleteMany({ where: { regionCode, screen } })
  await sendJob(tx, { name: 'erase-attachments', data: { storageKeys: removed.map(({ id }) => id) } })
}
