import type { ReactionTypeEmoji } from 'grammy/types'
import { badRequest, notModelled } from '../bot-api-error.ts'
import { resolveChat } from '../chats/resolve-chat.ts'
import { isObject, objectWith, stringField } from '../refuse-unknown-fields.ts'
import { defineMethod } from './define-method.ts'
import { chatId, flag, integer, json } from './parameters.ts'

const prefix = "can't parse ReactionType"
/** https://core.telegram.org/bots/api#reactiontypeemoji */
const emoji = new Set(
  [
    '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻',
    '👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡',
  ].flatMap((line) => line.split(' ')),
)

export const setMessageReaction = defineMethod({
  name: 'setMessageReaction',
  parameters: { chat_id: chatId(), message_id: integer(), reaction: json('reaction types'), is_big: flag() },
  run: (runtime, { chat_id, message_id, reaction }) => {
    const reactions = readReactions(reaction)
    const { chat } = resolveChat(runtime, chat_id, 'edit')
    const stored = message_id && runtime.messages.get(chat.id, message_id)
    if (!stored) throw badRequest('message to react not found')
    if (reactions.some((one) => !emoji.has(one.emoji))) throw badRequest('REACTION_INVALID')
    if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY')
    runtime.keyValues.set(`reaction:${chat.id}:${message_id}`, reactions)
    return true
  },
})

function readReactions(value: unknown): ReactionTypeEmoji[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw badRequest('expected an Array of ReactionType')
  return value.map((item) => {
    if (!isObject(item)) throw badRequest(`${prefix}: expected an Object`)
    const type = stringField(item, 'type', prefix)
    if (type === 'custom_emoji') throw notModelled('custom emoji as reactions')
    if (type !== 'emoji') throw badRequest(`${prefix}: invalid reaction type specified`)
    objectWith(item, ['type', 'emoji'], 'ReactionType')
    return { type, emoji: stringField(item, 'emoji', prefix) as ReactionTypeEmoji['emoji'] }
  })
}
