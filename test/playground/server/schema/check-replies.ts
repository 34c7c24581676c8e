/**
 * "The Message object in this field will not contain further reply_to_message fields even if it itself is a reply":
 * https://core.telegram.org/bots/api#message. No schema says so.
 */
export function checkReplies(value: unknown, within = false): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const reply = key === 'reply_to_message'
    return reply && within ? ['a reply within a reply'] : checkReplies(inner, within || reply)
  })
}
