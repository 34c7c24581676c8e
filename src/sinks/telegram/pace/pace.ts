/**
 * Who goes first when the bot may not send everything at once: an answer to somebody who waits in the chat, then news that
 * cannot wait (urgent cases, the resident's own case), then everything else.
 */
export type Priority = 'reply' | 'urgent' | 'job'

/** One message that shall be sent or edited now. Answers to button presses (answerCallbackQuery) and deletions are none. */
export interface PaceAsk {
  chatId: number
  /** groups and channels have a limit a minute as well */
  isGroup: boolean
  priority: Priority
  /** an album counts as so many; default 1 */
  messages?: number
  /**
   * Milliseconds that the caller is willing to wait; default: without end for a reply, ten seconds for the others. The
   * turn is refused as soon as it is known that it takes longer.
   */
  longestWaitMs?: number
}

/** Refused: nothing was counted; it may be asked for again after so many seconds (whole, at least 1). */
export type Turn = { ok: true } | { ok: false; retryAfterSeconds: number }

/**
 * The bot's one budget of messages, which replies and jobs share: in memory, or in Redis for all processes of the bot.
 *
 * It promises:
 * - never more than Telegram allows: `perSecond` for the bot, one a second for a chat (after a small burst), `perGroupAMinute`
 *   for a group or channel. The bot's messages are spread evenly and not let go in bursts.
 * - while a reply waits for the bot's budget, at most one message a second goes to anything else; so a reply overtakes any
 *   number of waiting jobs, and jobs still never starve. The same between urgent news and other jobs (one in five seconds).
 * - one chat's messages get their turns in the order in which they were asked for, replies first; a chat that has to wait
 *   holds up no other chat.
 * - what is held waits as long as it was told to, also after a restart where there is Redis.
 * - while Redis is away each process counts for itself.
 *
 * A turn is used up by being given: take it right before the call.
 */
export interface Pace {
  /** Resolves when the message may be sent. Never rejects. */
  take(ask: PaceAsk): Promise<Turn>
  /** Telegram answered 429 for this chat: nothing goes there for so long. A longer hold stays. */
  hold(chatId: number, ms: number): Promise<void>
  /** The same for all chats. */
  holdAll(ms: number): Promise<void>
  /**
   * What to call after a 429 with its retry_after: holds the chat; where another chat was told the same within the last
   * five seconds, it holds all, since the limit is the bot's then.
   */
  tooMany(chatId: number, retryAfterMs: number): Promise<void>
  /** Refuses all that waits, and all that asks from now on; for the end of the process. */
  stop(): void
}
