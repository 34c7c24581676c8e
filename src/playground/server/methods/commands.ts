import type { BotCommand } from 'grammy/types'
import { badRequest, notModelled } from '../bot-api-error.ts'
import { resolveChat } from '../chats/resolve-chat.ts'
import { integerField, isObject, objectWith, stringField } from '../refuse-unknown-fields.ts'
import type { Runtime } from '../runtime.ts'
import { defineMethod } from './define-method.ts'
import { json, text } from './parameters.ts'

const plainScopes = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']
const place = { scope: json('scope'), language_code: text() }

export const setMyCommands = defineMethod({
  name: 'setMyCommands',
  parameters: { commands: json('bot commands'), ...place },
  run: (runtime, { commands, scope, language_code }) => {
    const key = readPlace(runtime, scope, language_code)
    runtime.keyValues.set(key, readCommands(commands))
    runtime.events.publish({ type: 'chats' })
    return true
  },
})

export const getMyCommands = defineMethod({
  name: 'getMyCommands',
  parameters: place,
  run: (runtime, { scope, language_code }) =>
    runtime.keyValues.get<BotCommand[]>(readPlace(runtime, scope, language_code)) ?? [],
})

export const deleteMyCommands = defineMethod({
  name: 'deleteMyCommands',
  parameters: place,
  run: (runtime, { scope, language_code }) => {
    runtime.keyValues.remove(readPlace(runtime, scope, language_code))
    runtime.events.publish({ type: 'chats' })
    return true
  },
})

function readCommands(value: unknown): BotCommand[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badRequest('expected an Array of BotCommand')
  // https://core.telegram.org/bots/api#setmycommands
  if (value.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  return value.map((item) => {
    if (!isObject(item)) throw badRequest('expected an Object for bot command')
    objectWith(item, ['command', 'description'], 'BotCommand')
    const command = stringField(item, 'command', "can't parse BotCommand").replace(/^\//, '')
    const description = stringField(item, 'description', "can't parse BotCommand").trim()
    if (command === '') throw badRequest('command must be non-empty')
    if (command.length > 32) throw badRequest('command length must not exceed 32')
    if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description === '') throw badRequest('command description must be non-empty')
    if (description.length > 256) throw badRequest('command description length must not exceed 256')
    return { command, description }
  })
}

function readPlace(runtime: Runtime, scope: unknown, languageCode = ''): string {
  if (languageCode !== '' && !/^[a-z]{2}$/.test(languageCode))
    throw badRequest('invalid language code specified')
  return `commands:${readScope(runtime, scope)}:${languageCode}`
}

function readScope(runtime: Runtime, scope: unknown): string {
  if (scope === undefined) return 'default'
  if (!isObject(scope)) throw badRequest('expected an Object for BotCommandScope')
  const type = stringField(scope, 'type', "can't parse BotCommandScope")
  if (plainScopes.includes(type)) {
    objectWith(scope, ['type'], 'BotCommandScope')
    return type
  }
  if (type === 'chat_administrators' || type === 'chat_member') throw notModelled(`the command scope ${type}`)
  if (type !== 'chat') throw badRequest("can't parse BotCommandScope: Unsupported type specified")
  objectWith(scope, ['type', 'chat_id'], 'BotCommandScope')
  const { chat } = resolveChat(runtime, integerField(scope, 'chat_id', "can't parse BotCommandScope"), 'read')
  return `chat/${chat.id}`
}
