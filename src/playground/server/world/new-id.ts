import { randomInt } from 'node:crypto'
import type { ChatRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'

/** Ids as Telegram's look: below zero, from -1000000000000 downwards for supergroups and channels. */
export function newChatId({ chats }: Pick<Runtime, 'chats'>, type: ChatRecord['type']): number {
  for (;;) {
    const number = randomInt(1_000_000_000, 2_100_000_000)
    const id = type === 'group' ? -number : -1_000_000_000_000 - number
    if (!chats.get(id)) return id
  }
}

export function newPersonId({ people, bot }: Pick<Runtime, 'people' | 'bot'>): number {
  for (;;) {
    const id = randomInt(1_000_000_000, 7_000_000_000)
    if (!people.get(id) && id !== bot.id) return id
  }
}
