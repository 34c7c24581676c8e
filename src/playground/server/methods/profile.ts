import { badRequest } from '../bot-api-error.ts'
import { resolveChat } from '../chats/resolve-chat.ts'
import { isObject, objectWith, stringField } from '../refuse-unknown-fields.ts'
import { defineMethod, type Method } from './define-method.ts'
import { chatId, json, text } from './parameters.ts'

/** setMyDescription and its like: one text a language, with a longest length. */
function textSetting(
  name: string,
  field: 'description' | 'short_description' | 'name',
  longest: number,
): Method[] {
  const key = (language = '') => {
    if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified')
    return `${field}:${language}`
  }
  return [
    defineMethod({
      name: `setMy${name}`,
      parameters: { [field]: text(), language_code: text() },
      run: ({ keyValues }, parameters) => {
        const value = parameters[field] ?? ''
        if (value.length > longest) throw badRequest(`${field.replace('_', ' ')} is too long`)
        keyValues.set(key(parameters.language_code), value)
        return true
      },
    }),
    defineMethod({
      name: `getMy${name}`,
      parameters: { language_code: text() },
      run: ({ keyValues }, { language_code }) => ({
        [field]: keyValues.get<string>(key(language_code)) ?? keyValues.get<string>(key()) ?? '',
      }),
    }),
  ]
}

/** Lengths: https://core.telegram.org/bots/api#setmydescription and the two sections after it */
export const profileTexts: Method[] = [
  ...textSetting('Description', 'description', 512),
  ...textSetting('ShortDescription', 'short_description', 120),
  ...textSetting('Name', 'name', 64),
]

export const setChatMenuButton = defineMethod({
  name: 'setChatMenuButton',
  parameters: { chat_id: chatId(), menu_button: json('menu button') },
  run: (runtime, { chat_id, menu_button }) => {
    const chat = chat_id === undefined ? undefined : resolveChat(runtime, chat_id, 'read')
    if (chat && !chat.person) throw badRequest('chat must be private')
    runtime.keyValues.set(`menu:${chat?.chat.id ?? ''}`, readMenuButton(menu_button))
    return true
  },
})

export const getChatMenuButton = defineMethod({
  name: 'getChatMenuButton',
  parameters: { chat_id: chatId() },
  run: (runtime, { chat_id }) => {
    const chat = chat_id === undefined ? undefined : resolveChat(runtime, chat_id, 'read').chat
    return (
      runtime.keyValues.get(`menu:${chat?.id ?? ''}`) ??
      runtime.keyValues.get('menu:') ?? { type: 'commands' }
    )
  },
})

function readMenuButton(value: unknown) {
  if (value === undefined) return { type: 'default' }
  if (!isObject(value)) throw badRequest("can't parse menu button: expected an Object")
  const type = stringField(value, 'type', "can't parse menu button")
  if (type === 'default' || type === 'commands') {
    objectWith(value, ['type'], 'MenuButton')
    return { type }
  }
  if (type !== 'web_app') throw badRequest("can't parse menu button: MenuButton has unsupported type")
  objectWith(value, ['type', 'text', 'web_app'], 'MenuButton')
  const url = stringField(objectWith(value.web_app, ['url'], 'WebAppInfo'), 'url', "can't parse menu button")
  if (!/^https:\/\//i.test(url)) {
    throw badRequest(`menu button web App URL '${url}' is invalid: Only HTTPS links are allowed`)
  }
  return { type, text: stringField(value, 'text', "can't parse menu button"), web_app: { url } }
}
