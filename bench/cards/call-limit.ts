/**
 * Telegram's limit on what a bot sends: 0 where a call may go, else how many seconds the bot is to wait. Once the limit
 * is passed, all calls are refused until those seconds are over.
 */
export function createCallLimit({
  messagesPerSecond,
  retryAfterSeconds,
}: {
  messagesPerSecond: number
  retryAfterSeconds: number
}): () => number {
  let window = 0
  let sent = 0
  let blockedUntil = 0
  return () => {
    const now = Date.now()
    if (now < blockedUntil) return Math.ceil((blockedUntil - now) / 1000)
    if (now - window >= 1000) {
      window = now
      sent = 0
    }
    sent += 1
    if (sent <= messagesPerSecond) return 0
    blockedUntil = now + retryAfterSeconds * 1000
    return retryAfterSeconds
  }
}
