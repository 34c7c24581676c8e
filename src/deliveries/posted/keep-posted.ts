import type { Db } from '../../db/database.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { Clock } from '../../lib/clock.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import type { Random } from '../../lib/random.ts'
import { goneKeys, type QuoteMark } from '../../messages/quote-marks.ts'
import { writePosted } from './posted-content.ts'
import { takeOutQuotes } from './take-out-quotes.ts'

/**
 * Keeps what a message in a chat now says of residents, so that it can be taken out again; a message that says nothing of
 * anybody (any more) is forgotten. `message` null: a file. Run it in a transaction, as soon as it was sent. What was erased
 * between reading and sending is found here, since erasure changes the submission before it looks for messages: then the
 * row's id is returned, for editPosted. May be repeated.
 */
export async function keepPosted(
  { tx, clock, random, texts }: { tx: Db; clock: Clock; random: Random; texts: Texts },
  posted: {
    chatId: number
    messageId: number
    locale: string
    message: OutgoingMessage | null
    marks: readonly QuoteMark[]
  },
): Promise<string | null> {
  const key = { chatId: BigInt(posted.chatId), messageId: posted.messageId }
  if (posted.marks.length === 0) {
    await tx.postedMessage.deleteMany({ where: key })
    return null
  }
  const ids = [...new Set(posted.marks.map(({ submissionId }) => submissionId))]
  const held = await tx.$queryRaw<{ id: string; signed: boolean }[]>`
    SELECT id::text AS id, signed_name IS NOT NULL AS signed FROM submission
    WHERE id = ANY(${ids}::uuid[]) AND person_id IS NOT NULL ORDER BY id FOR SHARE`
  const signed = new Map(held.map((each) => [each.id, each.signed]))
  const content = { ...(posted.message ?? { text: null }), marks: [...posted.marks] }
  const allowed = takeOutQuotes(
    content,
    ({ kind, submissionId }) => !(kind === 'name' ? signed.get(submissionId) : signed.has(submissionId)),
    ({ kind, submissionId }) =>
      texts.t(posted.locale, signed.has(submissionId) ? 'posted-name-gone' : goneKeys[kind]),
  )
  const editOwed = allowed !== content
  const data = { ...writePosted(allowed), locale: posted.locale, editOwed, postedAt: clock.now() }
  const { id } = await tx.postedMessage.upsert({
    where: { chatId_messageId: key },
    update: data,
    create: { ...key, ...data, id: random.uuid() },
    select: { id: true },
  })
  return editOwed ? id : null
}
