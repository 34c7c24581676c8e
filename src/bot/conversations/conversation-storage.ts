import type { ConversationData, VersionedState, VersionedStateStorage } from '@grammyjs/conversations'
import type { Coordination } from '../../lib/coordination.ts'

/** Keeps the conversations' state where all processes find it. The key is the chat's id. */
export function conversationStorage({
  conversationState,
}: Coordination): VersionedStateStorage<string, ConversationData> {
  return {
    read: async (key) => (await conversationState.read(key)) as VersionedState<ConversationData> | undefined,
    write: (key, state) => conversationState.write(key, state),
    delete: (key) => conversationState.delete(key),
  }
}
