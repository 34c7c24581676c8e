import type { OutgoingMessage } from '../../../src/lib/outgoing-message.ts'
import type { SendOutcome } from '../../../src/sinks/telegram/send-outcome.ts'
import type { Sender } from '../../../src/sinks/telegram/sender.ts'

/** A sender that keeps what it is given, and answers by a script first, then that the message was sent. */
export function scriptedSender(...script: SendOutcome[]) {
  const posts: { chatId: number; message: OutgoingMessage }[] = []
  const create = (before: () => Promise<boolean>): Sender => {
    const send = async (chatId: number, message: OutgoingMessage): Promise<SendOutcome> => {
      if (!(await before())) return { kind: 'later', retryAfterSeconds: 1 }
      posts.push({ chatId, message })
      return script.shift() ?? { kind: 'sent', messageId: posts.length }
    }
    return {
      with: (options) => create(options.before ?? before),
      sendMessage: send,
      sendPhoto: (chatId, _photo, caption) => send(chatId, caption ?? { text: '' }),
      sendAlbum: (chatId, _photos, caption) => send(chatId, caption),
      editMessage: (chatId, _messageId, message) => send(chatId, message),
      deleteMessage: (chatId) => send(chatId, { text: '' }),
    }
  }
  return { sender: create(async () => true), posts }
}
