import type { ConversationFlavor } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import type { Prisma, PrismaClient } from '../../prisma/client/client.ts'
import type { Scope } from '../access/scope.ts'
import type { AttachmentStore } from '../attachments/store.ts'
import type { Once } from '../db/commit-once.ts'
import type { ForgetJobs, SendJob } from '../db/job.ts'
import type { Cadence } from '../digests/period.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import type { Coordination } from '../lib/coordination.ts'
import type { Random } from '../lib/random.ts'
import type { Logger } from '../logger.ts'
import type { Person } from '../people/find-person.ts'
import type { PostedLog } from './posted-log.ts'

/** What the bot is made from; passed on to every handler. */
export interface BotDeps {
  prisma: PrismaClient
  clock: Clock
  random: Random
  texts: Texts
  log: Logger
  coordination: Coordination
  sendJob: SendJob
  forgetJobs: ForgetJobs
  /** how many updates of one person are taken in a while; null: any number */
  rateLimiter: RateLimiterAbstract | null
  /** our own copies of what residents sent, for when Telegram has forgotten its */
  attachments: AttachmentStore
  administratorIds: readonly number[]
  timeZone: string
  /** how often digests come; an interim one speaks of the period that runs */
  cadence: Cadence
}

/** What the middleware adds to each update. */
interface Added {
  locale: string
  /** null: nothing is kept of this person, or the update has no sender */
  person: Person | null
  /** null: no administrator */
  scope: Scope | null
  t(key: string, args?: Record<string, string | number>): string
  /** the update's effect in the database, once, however often the update arrives; see db/commit-once.ts */
  once<T>(effect: (tx: Prisma.TransactionClient) => Promise<T>): Promise<Once<T>>
  /** what is shown of residents in this chat; see bot/posted-log.ts */
  posted: PostedLog
  /** what a pressed button answers; every press is answered, with or without it */
  toast?: { text: string; alert: boolean }
  /** what is shown comes as a new message below all others, also after a press */
  showsBelow?: boolean
  /** set where words were taken: shows what came of them */
  showAfterWords?: () => Promise<void>
}

export type BotContext = ConversationFlavor<Context & Added>
