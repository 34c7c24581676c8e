import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { removeRecording } from './remove-recording.ts'

/**
 * Keeps a voice message as the recording of a screen for a region, in the caller's transaction: an earlier one goes, and
 * its file with it. Jobs bring the new file to the store, where it is checked. Repetition is for the caller to prevent.
 */
export async function keepRecording(
  deps: { tx: Db; clock: Clock; random: Random; sendJob: SendJob },
  input: {
    regionCode: string
    screen: string
    fileId: string
    durationSeconds: number
    recordedByTelegramId: number
  },
): Promise<void> {
  const { tx, clock, random, sendJob } = deps
  await removeRecording(deps, input)
  const { regionCode, screen, fileId, durationSeconds } = input
  const id = random.uuid()
  await tx.recording.create({
    data: {
      id,
      regionCode,
      screen,
      fileId,
      durationSeconds,
      recordedByTelegramId: BigInt(input.recordedByTelegramId),
      recordedAt: clock.now(),
    },
  })
  await sendJob(tx, { name: 'fetch-recording', data: { recordingId: id } })
}
