import type { Message } from 'grammy/types'
import type { TelegramWorld } from '../../support/telegram-world.ts'
import { partOf } from './part-of.ts'
import { tokensIn } from './tokens.ts'

/** A token, or a voice, photo or place, was to be read in a chat, in a message that is not its author's own. */
export interface Sighting {
  /** which of all events it was; see `now` */
  at: number
  chatId: number
  token: string
  text: string
}

/** Sees all that is ever to be seen in any chat, also what was edited or deleted since. */
export interface Witness {
  /** how many events there were so far */
  now(): number
  /** the bot's messages that stand in that private chat, whatever was shown last first */
  shown(chatId: number): Message[]
  /** those since that many */
  sightings(from: number): Sighting[]
  close(): void
}

export function openWitness({ world }: TelegramWorld): Witness {
  let events = 0
  /** of each chat, whatever was shown last at the end */
  const chats = new Map<number, Map<number, Message>>()
  const chat = (id: number) => {
    const messages = chats.get(id) ?? new Map<number, Message>()
    chats.set(id, messages)
    return messages
  }
  const sightings: Sighting[] = []
  const close = world.onEvent((event) => {
    events += 1
    if (event.type === 'deleted') chat(event.chatId).delete(event.messageId)
    if (event.type !== 'message' && event.type !== 'edited') return
    const { chatId, message } = event
    if (message.from && !message.from.is_bot) return
    const messages = chat(chatId)
    // a card that is too old to be deleted only loses its buttons when another comes below it
    const isNews = event.type === 'message' || message.reply_markup !== undefined
    if (isNews) messages.delete(message.message_id)
    messages.set(message.message_id, message)
    // what it replies to, or is a copy of, is theirs and in their chat already
    const { reply_to_message: _, ...own } = message as Message & { reply_to_message?: unknown }
    const text = JSON.stringify(own)
    const file = partOf(message)?.key
    for (const token of [...tokensIn(text), ...(file === undefined ? [] : [file])])
      sightings.push({ at: events, chatId, token, text })
  })
  return {
    now: () => events,
    shown: (chatId) => [...chat(chatId).values()].reverse(),
    sightings: (from) => sightings.filter(({ at }) => at > from),
    close,
  }
}
