import type { Message } from 'grammy/types'
import type { PlaygroundHistory, PlaygroundState } from '../../src/playground/contract.ts'
import type { Product } from './start-product.ts'
import { until } from './until.ts'

/** Somebody of a running playground in their private chat with the bot, over the same HTTP as the page. */
export interface PlaygroundPerson {
  say(text: string): Promise<void>
  /** waits for a button that bears these words, below the newest message that has any, and presses it */
  press(label: string | RegExp): Promise<void>
  /** waits until the bot's newest message has these words, and gives it */
  sees(words: RegExp): Promise<Message>
  /** everything that the bot has written here, oldest first */
  fromBot(): Promise<Message[]>
}

/** `personId` as in src/playground/people.ts. */
export function playgroundPerson({ address }: Product, personId: number): PlaygroundPerson {
  const chat = `chats/${personId}/messages`
  const fromBot = async () => {
    const { messages } = await ask<PlaygroundHistory>(address, `${chat}?as=${personId}`)
    return messages.filter(({ from }) => from?.is_bot)
  }
  const button = async (label: string | RegExp) => {
    const message = (await fromBot()).findLast(({ reply_markup }) => reply_markup)
    const found = message?.reply_markup?.inline_keyboard
      .flat()
      .find(({ text }) => (typeof label === 'string' ? text.includes(label) : label.test(text)))
    return message && found && 'callback_data' in found
      ? { messageId: message.message_id, data: found.callback_data }
      : null
  }
  return {
    say: async (text) => void (await ask(address, chat, { as: personId, text })),
    press: async (label) => {
      const { messageId, data } = await until(() => button(label), { what: `a button ${label}` })
      await ask(address, `${chat}/${messageId}/press`, { as: personId, data })
    },
    sees: async (words) =>
      await until(
        async () => {
          const newest = (await fromBot()).at(-1)
          return words.test(newest?.text ?? newest?.caption ?? '') ? newest : null
        },
        { what: `the bot says ${words}` },
      ),
    fromBot,
  }
}

/** Puts the playground's clock forward by so much, and gives what it shows then. */
export async function advanceClock({ address }: Product, advanceMs: number): Promise<Date> {
  return new Date((await ask<{ now: string }>(address, 'clock', { advanceMs })).now)
}

/** What the playground's clock shows. */
export async function clockOf({ address }: Product, personId: number): Promise<Date> {
  return new Date((await ask<PlaygroundState>(address, `state?as=${personId}`)).now)
}

async function ask<T>(address: string, path: string, body?: object): Promise<T> {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const answer = await fetch(`${address}/playground/${path}`, init)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
