import { Prisma } from '../../prisma/client/client.ts'

/** The condition that a row of conversation_state is of a private chat: its key is the chat's id, or that and no digit. */
export function ofPrivateChat(telegramId: number): Prisma.Sql {
  return Prisma.sql`key ~ ${`^${telegramId}([^0-9]|$)`}`
}
