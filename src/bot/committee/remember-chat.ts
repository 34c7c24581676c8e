import type { Chat } from 'grammy/types'
import type { Db } from '../../db/database.ts'

/** Keeps that the bot is, or was, in a channel or group, and who added it. May be repeated. */
export async function rememberChat(
  tx: Db,
  chat: Chat,
  change: { addedBy?: number; leftAt?: Date | null },
): Promise<void> {
  const data = {
    type: chat.type,
    title: chat.title ?? '',
    ...(change.addedBy === undefined ? {} : { addedByTelegramId: BigInt(change.addedBy) }),
    ...(change.leftAt === undefined ? {} : { leftAt: change.leftAt }),
  }
  await tx.committeeChat.upsert({
    where: { chatId: BigInt(chat.id) },
    update: data,
    create: { chatId: BigInt(chat.id), ...data },
  })
}
