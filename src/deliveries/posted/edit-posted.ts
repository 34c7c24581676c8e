import type { PrismaClient } from '../../../prisma/client/client.ts'
import type { SendOutcome } from '../../sinks/telegram/send-outcome.ts'
import type { Sender } from '../../sinks/telegram/sender.ts'
import { readPosted } from './posted-content.ts'
import { withoutMarks } from './without-marks.ts'

export type EditedPosted =
  /** the chat shows what the row says, or the message is out of it */
  | { kind: 'edited' | 'deleted' }
  /** nothing is owed */
  | { kind: 'nothing' }
  | { kind: 'later'; retryAfterSeconds: number }
  /** Telegram refuses both for good: the message is gone already, too old, or the bot is out of the chat */
  | { kind: 'refused' }
  | { kind: 'unknown' }

/**
 * Brings a posted message to what is left of it: a text is edited, and deleted where it cannot be; a file is deleted where
 * nothing of it is left. Editing the same again does no harm, so it may be repeated. What Telegram refuses is not asked again.
 */
export async function editPosted(
  { prisma, sender }: { prisma: PrismaClient; sender: Sender },
  id: string,
): Promise<EditedPosted> {
  const row = await prisma.postedMessage.findUnique({ where: { id } })
  if (!row?.editOwed) return { kind: 'nothing' }
  const { text, marks, ...rest } = readPosted(row)
  const [chatId, messageId] = [Number(row.chatId), row.messageId]
  const remove = async (): Promise<EditedPosted> => {
    const outcome = await sender.deleteMessage(chatId, messageId)
    if (outcome.kind === 'sent') return { kind: 'deleted' }
    return failed(outcome)
  }
  let edited: EditedPosted
  if (text === null) edited = marks.length > 0 ? { kind: 'edited' } : await remove()
  else {
    const outcome = await sender.editMessage(chatId, messageId, withoutMarks({ text, ...rest }))
    if (outcome.kind === 'sent') edited = { kind: 'edited' }
    else if (outcome.kind === 'refused') edited = await remove()
    else edited = failed(outcome)
  }
  if (edited.kind === 'later' || edited.kind === 'unknown') return edited
  // what was shown there in the meantime stays as it is
  const asItWas = { id, postedAt: row.postedAt, text: row.text }
  if (edited.kind === 'edited' && marks.length > 0)
    await prisma.postedMessage.updateMany({ where: asItWas, data: { editOwed: false } })
  else await prisma.postedMessage.deleteMany({ where: asItWas })
  return edited
}

function failed(outcome: Exclude<SendOutcome, { kind: 'sent' }>): EditedPosted {
  return outcome.kind === 'later' || outcome.kind === 'unknown' ? outcome : { kind: 'refused' }
}
