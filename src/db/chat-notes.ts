import type { PrismaClient } from '../../prisma/client/client.ts'
import type { Clock } from '../lib/clock.ts'

/**
 * What is noted of a chat between two updates, under the chat's id: what somebody was asked for, where in the chat their
 * first words stand, in which messages a long text came. Never what anybody said, nor who they are. An erasure finds it
 * by the id in front, see privacy/conversation-rows.ts.
 */
export interface ChatNotes {
  read(key: string): Promise<unknown>
  write(key: string, value: object): Promise<void>
  delete(key: string): Promise<void>
}

export function chatNotes(prisma: PrismaClient, clock: Clock): ChatNotes {
  return {
    read: async (key) => (await prisma.conversationState.findUnique({ where: { key } }))?.state ?? undefined,
    write: async (key, value) => {
      const data = { state: value, updatedAt: clock.now() }
      await prisma.conversationState.upsert({ where: { key }, update: data, create: { key, ...data } })
    },
    delete: async (key) => {
      await prisma.conversationState.deleteMany({ where: { key } })
    },
  }
}
