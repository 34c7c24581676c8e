import type { BotCommand } from 'grammy/types'
import type { PlaygroundAction, PlaygroundChat, PlaygroundPerson, PlaygroundState } from '../../contract.ts'
import { describeChatRecord, describePrivateChat } from '../chats/describe-chat.ts'
import { hasRight, isInside } from '../chats/membership.ts'
import type { ChatRecord, PersonRecord, ReplyKeyboard } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { WorldError } from './world-error.ts'

export function toPerson(person: PersonRecord): PlaygroundPerson {
  const { id, firstName, lastName, languageCode, part, blocked } = person
  return {
    id,
    firstName,
    ...(lastName ? { lastName } : {}),
    languageCode,
    part,
    ...(blocked ? { blockedBot: true } : {}),
  }
}

/** Everything the page shows at first; without a person the first one there is. */
export function describeState(
  runtime: Runtime,
  personId: number | undefined,
  actions: { action: PlaygroundAction }[],
): PlaygroundState {
  const people = runtime.people.all()
  const me = personId === undefined ? people[0] : people.find(({ id }) => id === personId)
  if (!me) throw new WorldError('there is no such person')
  const records = runtime.chats
    .all()
    .filter((chat) => chat.migratedTo === undefined && isInside(runtime.chats.member(chat.id, me.id)))
  const chats = [privateChat(runtime, me), ...records.map((chat) => sharedChat(runtime, chat, me))]
  chats.sort((a, b) => (b.lastMessage?.date ?? 0) - (a.lastMessage?.date ?? 0))
  const { id, username, firstName } = runtime.bot
  return {
    now: runtime.clock.now().toISOString(),
    bot: { id, username, firstName, commands: commandsFor(runtime, me) },
    people: people.map(toPerson),
    me: toPerson(me),
    chats,
    actions: actions.map(({ action }) => action),
  }
}

function privateChat(runtime: Runtime, me: PersonRecord): PlaygroundChat {
  return {
    chat: describePrivateChat(me),
    title: runtime.bot.firstName,
    canWrite: !me.blocked,
    ...standing(runtime, me.id, me.id),
  }
}

function sharedChat(runtime: Runtime, record: ChatRecord, me: PersonRecord): PlaygroundChat {
  const canWrite =
    record.type !== 'channel' || hasRight(runtime.chats.member(record.id, me.id), 'can_post_messages')
  return {
    chat: describeChatRecord(record),
    title: record.title,
    canWrite,
    ...standing(runtime, record.id, me.id),
  }
}

function standing(
  { messages, people, keyValues }: Runtime,
  chatId: number,
  personId: number,
): Pick<PlaygroundChat, 'unread' | 'lastMessage' | 'replyKeyboard'> {
  const last = messages.page(chatId, Number.MAX_SAFE_INTEGER, 1)[0]
  const keyboard = keyValues.get<ReplyKeyboard>(`keyboard:${chatId}`)
  return {
    unread: messages.countAfter(chatId, people.lastRead(personId, chatId), personId),
    ...(last ? { lastMessage: last.message } : {}),
    ...(keyboard && 'keyboard' in keyboard ? { replyKeyboard: keyboard } : {}),
  }
}

/** The order in which Telegram looks for a private chat's commands: https://core.telegram.org/bots/api#botcommandscope */
function commandsFor({ keyValues }: Runtime, me: PersonRecord): BotCommand[] {
  const language = me.languageCode.slice(0, 2)
  for (const scope of [`chat/${me.id}`, 'all_private_chats', 'default']) {
    for (const code of [language, '']) {
      const commands = keyValues.get<BotCommand[]>(`commands:${scope}:${code}`)
      if (commands) return commands
    }
  }
  return []
}
