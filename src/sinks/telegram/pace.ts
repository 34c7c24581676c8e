/** Whether a message may be sent to a chat now; comes back when its turn has come, or at once where that takes too long. */
export type Turn = { ok: true } | { ok: false; retryAfterSeconds: number }

/** Keeps what the bot sends on its own account below Telegram's limits. */
export interface Pace {
  turn(chatId: number): Promise<Turn>
}
