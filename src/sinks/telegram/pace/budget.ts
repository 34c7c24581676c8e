import type { PaceAsk, Priority } from './pace.ts'

/** What Telegram allows (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). */
export interface PaceLimits {
  /** messages of the bot in all, a second */
  perSecond: number
  perChatASecond: number
  /** so many may go into a chat at once before it has to wait */
  chatBurst: number
  /** of a group or channel, in any minute */
  perGroupAMinute: number
}

export const telegramLimits: PaceLimits = {
  perSecond: 30,
  perChatASecond: 1,
  chatBurst: 3,
  perGroupAMinute: 20,
}

/** Only what Telegram says by 429 is kept. */
export const noLimits: PaceLimits = {
  perSecond: Infinity,
  perChatASecond: Infinity,
  chatBurst: Infinity,
  perGroupAMinute: Infinity,
}

/** What the network or a busy machine may hold back and then deliver at once, without more than the limit in a second. */
const BUNCHED_MS = 150

/** Milliseconds between two messages of the bot. */
export function spacingMs({ perSecond }: PaceLimits): number {
  return (1000 + BUNCHED_MS) / perSecond
}

/** From the first that is served to the last. */
export const priorities = ['reply', 'urgent', 'job'] as const satisfies readonly Priority[]

/**
 * While something of a higher priority waits, one message of this priority goes out after so long all the same. Replies
 * are never held back.
 */
export const patienceMs: Record<Priority, number> = { reply: 0, urgent: 1000, job: 5000 }

/** How long a process that waits is taken for alive beyond the moment at which it should have asked again. */
export const GRACE_MS = 100

/** Within so long, 429 for two chats means all chats. */
export const SEVERAL_MS = 5000

/** Why not now: the bot's limit, or something that concerns this chat only; and when to ask again. */
export interface BudgetRefusal {
  because: 'bot' | 'chat'
  waitMs: number
}

/** Counts. Null: it may go now, and is counted. Of several that ask, one is answered at a time. */
export interface Budget {
  take(ask: PaceAsk): BudgetRefusal | null | Promise<BudgetRefusal | null>
  /** chatId null: all chats */
  hold(chatId: number | null, ms: number): Promise<void>
  tooMany(chatId: number, ms: number): Promise<void>
}

/**
 * Whether a chat's own limit is kept beforehand. Not for replies: somebody who presses quickly is no flood, and where
 * Telegram minds it says so (429) and the chat is held.
 */
export function isCountedByChat(priority: Priority): boolean {
  return priority !== 'reply'
}
