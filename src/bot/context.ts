import type { Context } from 'grammy'
import type { Prisma, PrismaClient } from '../../prisma/client/client.ts'
import type { AdministratorActor, PresserActor } from '../access/actor.ts'
import type { RegionScope } from '../access/region-scope.ts'
import type { AttachmentStore } from '../attachments/store.ts'
import type { ReadersMemory } from '../committees/readers-memory.ts'
import type { ChatNotes } from '../db/chat-notes.ts'
import type { Once } from '../db/commit-once.ts'
import type { ForgetJobs, SendJob } from '../db/job.ts'
import type { Statements } from '../db/statements.ts'
import type { Cadence } from '../digests/period.ts'
import type { VersionedDraft, Visit } from '../feedback/read-visit.ts'
import type { VisitMemory } from '../feedback/visit-memory.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import type { Coordination } from '../lib/coordination.ts'
import type { Random } from '../lib/random.ts'
import type { Logger } from '../logger.ts'
import type { Person } from '../people/find-person.ts'
import type { Press } from '../presses/callback-data.ts'
import type { RecordingMemory } from '../recordings/recording-memory.ts'
import type { RateLimiter } from '../redis/create-rate-limiter.ts'
import type { RegionMemory } from '../regions/region-memory.ts'
import type { Pace } from '../sinks/telegram/pace/pace.ts'
import type { PostedLog } from './posted-log.ts'
import type { Purpose } from './purpose.ts'

/** What the bot is made from; passed on to every handler. */
export interface BotDeps {
  prisma: PrismaClient
  /** for the way of a press, see db/statements.ts */
  statements: Statements
  /** from memory */
  regions: RegionMemory
  recordings: RecordingMemory
  readers: ReadersMemory
  /** the cards that this process moved last */
  visits: VisitMemory
  clock: Clock
  random: Random
  texts: Texts
  log: Logger
  coordination: Coordination
  /** replies take their turns here, before all jobs */
  pace: Pace
  sendJob: SendJob
  forgetJobs: ForgetJobs
  /** how many updates of one person are taken in a while; null: any number */
  rateLimiter: RateLimiter | null
  /** our own copies of what residents sent, for when Telegram has forgotten its */
  attachments: AttachmentStore
  administratorIds: readonly number[]
  timeZone: string
  /** how often digests come; an interim one speaks of the period that runs */
  cadence: Cadence
}

/** Takes one call to Telegram, of which nothing comes back. */
export type TakeCall = (call: { method: string } & Record<string, unknown>) => void

/** What the middleware adds to each update. */
interface Added {
  /** who it is and how things stand with them, as the update found them */
  visit: Visit
  /** the person's half-filled card as it is now: from the visit, or read again after an effect that may have changed it */
  draft(): Promise<VersionedDraft | null>
  /** says how the half-filled card stands now */
  draftIs(draft: VersionedDraft | null): void
  /** reads the visit where it is only remembered */
  lookFirst(): Promise<void>
  /** reads the visit once more, where somebody else was quicker */
  lookAgain(): Promise<void>
  /** what is noted of the chat; written when all is shown */
  notes: ChatNotes
  locale: string
  /** null: nothing is kept of this person, or the update has no sender */
  person: Person | null
  /** who signed this update, where they are an administrator of anything; null: nobody of that kind */
  administrator: AdministratorActor | null
  /** the regions of which they are; null: no administrator */
  scope: RegionScope | null
  /**
   * In a channel or group: who acts by this update, or as whom somebody asked for something earlier (null: nobody signed).
   * Read once an update. Null in a private chat.
   */
  presser(telegramId?: number | null): Promise<PresserActor | null>
  t(key: string, args?: Record<string, string | number>): string
  /** the update's effect in the database, once, however often the update arrives; see db/commit-once.ts */
  once<T>(effect: (tx: Prisma.TransactionClient) => Promise<T>): Promise<Once<T>>
  /** the effect was written with the update's mark by other means than `once`, and this is the half-filled card now */
  marked(draft: VersionedDraft | null): void
  /** what is shown of residents in this chat; see bot/posted-log.ts */
  posted: PostedLog
  /** what the pressed button means; null: none of ours was */
  press: Press | null
  /** takes a call to Telegram as the answer to its own request, by webhook; null: there is none */
  answerWith: TakeCall | null
  /** what a pressed button answers; every press is answered, with or without it */
  toast?: { text: string; alert: boolean }
  /** what is shown comes as a new message below all others, also after a press */
  showsBelow?: boolean
  /** what the next words are for; null: for the open question of their card */
  purpose: Purpose | null
  /** our last message of this update, if it says nothing of other residents */
  plainMessageId?: number
  /** when Telegram says that our last message of this update was sent or edited, in Unix seconds */
  shownAt?: number
}

export type BotContext = Context & Added
