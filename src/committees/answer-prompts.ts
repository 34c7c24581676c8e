import type { AnswerPrompt } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'

type Key = Pick<AnswerPrompt, 'chatId' | 'messageId'>

/** How long "answer" waits for the words that are meant for it. */
const PROMPT_MINUTES = 30
/** How long photos still belong to an answer that was given. */
const PHOTO_MINUTES = 5

/** Somebody was asked for an answer by that message; it knows which answer stood then. May be repeated. */
export async function openPrompt(
  db: Db,
  prompt: {
    chatId: number
    messageId: number
    caseId: string
    askedTelegramId: number
    knowsEventId: bigint | null
    /** the message that shows the case */
    cardMessageId: number | null
    now: Date
  },
): Promise<void> {
  const { caseId, messageId, knowsEventId, cardMessageId } = prompt
  const key = { chatId: BigInt(prompt.chatId), messageId }
  const data = {
    caseId,
    askedTelegramId: BigInt(prompt.askedTelegramId),
    knowsEventId,
    cardMessageId,
    createdAt: prompt.now,
  }
  const where = { chatId_messageId: key }
  await db.answerPrompt.upsert({ where, update: data, create: { ...key, ...data } })
}

/** That message shows something else now, or that case: an answer to another one leaves it alone. */
export async function forgetCard(
  db: Db,
  { chatId, messageId, shows = null }: { chatId: number; messageId: number; shows?: string | null },
): Promise<void> {
  await db.answerPrompt.updateMany({
    where: {
      chatId: BigInt(chatId),
      cardMessageId: messageId,
      ...(shows === null ? {} : { caseId: { not: shows } }),
    },
    data: { cardMessageId: null },
  })
}

/** Those of a chat that still wait, for words or for photos, the newest first. */
export async function listPrompts(db: Db, chatId: number, now: Date): Promise<AnswerPrompt[]> {
  const since = (minutes: number) => ({ gte: new Date(now.getTime() - minutes * 60_000) })
  return await db.answerPrompt.findMany({
    where: {
      chatId: BigInt(chatId),
      OR: [
        { answerEventId: null, createdAt: since(PROMPT_MINUTES) },
        { answerEventId: { not: null }, createdAt: since(PHOTO_MINUTES) },
      ],
    },
    orderBy: { createdAt: 'desc' },
  })
}

/** Something changes about one: photos that wait for words, the answer that was given, when photos last came. */
export async function changePrompt(
  db: Db,
  { chatId, messageId }: Key,
  data: Partial<Pick<AnswerPrompt, 'photoFileIds' | 'answerEventId' | 'album' | 'createdAt'>>,
): Promise<void> {
  await db.answerPrompt.updateMany({ where: { chatId, messageId }, data })
}

/** Nothing is waited for any more. How many of them were still open. */
export async function closePrompts(db: Db, prompts: readonly Key[]): Promise<number> {
  let closed = 0
  for (const { chatId, messageId } of prompts)
    closed += (await db.answerPrompt.deleteMany({ where: { chatId, messageId } })).count
  return closed
}
