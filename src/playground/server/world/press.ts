import { createHash, randomInt } from 'node:crypto'
import type { CallbackQuery, Message } from 'grammy/types'
import type { PlaygroundPressAnswer } from '../../contract.ts'
import { describeChatRecord, describePrivateChat } from '../chats/describe-chat.ts'
import { describePerson } from '../chats/describe-user.ts'
import { canSee } from '../chats/membership.ts'
import type { Runtime } from '../runtime.ts'
import { WorldError } from './world-error.ts'

export interface PressOptions {
  /** the button may be gone: somebody's screen was behind */
  stale?: boolean
}

/** Somebody presses a button; resolves with what the bot answers, or `answered: false` when its time is up. */
export function press(
  runtime: Runtime,
  personId: number,
  chatId: number,
  messageId: number,
  data: string,
  { stale = false }: PressOptions = {},
): Promise<PlaygroundPressAnswer> {
  const { people, chats, messages, queries, clock, settings } = runtime
  const person = people.get(personId)
  if (!person || !canSee(runtime, personId, chatId))
    throw new WorldError(`${personId} is not in the chat ${chatId}`)
  const message = messages.get(chatId, messageId)?.message
  if (!stale && !bears(message, data)) {
    throw new WorldError(
      `message ${messageId} has no button ${JSON.stringify(data)}; it has ${buttonsOf(message)}`,
    )
  }
  const record = chats.get(chatId)
  const chat = record ? describeChatRecord(record) : describePrivateChat(person)
  const id = String(randomInt(10 ** 14, 2 ** 47)) + String(randomInt(1000, 9999))
  const now = clock.now().getTime()
  const query: CallbackQuery = {
    id,
    from: describePerson(person),
    message: message ?? { chat, message_id: messageId, date: 0 },
    chat_instance: createHash('sha256').update(String(chatId)).digest().readBigInt64BE().toString(),
    data,
  }
  runtime.transaction.run(() => {
    queries.dropBefore(now - settings.queryLifetimeMs)
    queries.put({ id, personId, chatId, messageId, at: now, answered: false })
    runtime.updates.emit('callback_query', query, `query:${personId}`)
  })
  return runtime.presses.wait(id, settings.pressTimeoutMs)
}

function dataOf(message: Message | undefined): string[] {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? []
  return buttons.flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))
}

function bears(message: Message | undefined, data: string): boolean {
  return dataOf(message).includes(data)
}

function buttonsOf(message: Message | undefined): string {
  return JSON.stringify(dataOf(message))
}
