import type { PrismaClient } from '../../prisma/client/client.ts'
import type { AttachmentStore } from '../attachments/store.ts'
import type { SendJob } from '../db/job.ts'
import type { Cadence } from '../digests/period.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { Logger } from '../logger.ts'
import type { OpenFile } from '../sinks/telegram/open-file.ts'
import type { Sender } from '../sinks/telegram/sender.ts'

/** What the handlers of jobs are made from. */
export interface JobDeps {
  prisma: PrismaClient
  clock: Clock
  random: Random
  texts: Texts
  log: Logger
  sender: Sender
  sendJob: SendJob
  attachments: AttachmentStore
  openFile: OpenFile
  administratorIds: readonly number[]
  timeZone: string
  retentionDays: number
  cadence: Cadence
}

/** Done, with what it did in numbers; or come back after so many seconds, when some of it may be done already. */
export type JobOutcome =
  | { kind: 'done'; counts: JobCounts }
  | { kind: 'again'; afterSeconds: number }
  /** what it is about was erased: the queue is not to know of it, either */
  | { kind: 'forgotten' }

export type JobCounts = Readonly<Record<string, number>>

export function done(counts: JobCounts = {}): JobOutcome {
  return { kind: 'done', counts }
}

export function forgotten(): JobOutcome {
  return { kind: 'forgotten' }
}

export function again(afterSeconds: number): JobOutcome {
  return { kind: 'again', afterSeconds }
}
