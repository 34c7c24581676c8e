import { badRequest } from '../bot-api-error.ts'
import { resolveChat } from '../chats/resolve-chat.ts'
import { postBotMessage } from '../messages/post-bot-message.ts'
import { defineMethod } from './define-method.ts'
import { float, sending, text } from './parameters.ts'

export const sendLocation = defineMethod({
  name: 'sendLocation',
  sends: true,
  parameters: { ...sending, latitude: float(), longitude: float(), horizontal_accuracy: float() },
  run: (runtime, parameters) => {
    const { latitude, longitude, horizontal_accuracy } = parameters
    if (latitude === undefined) throw badRequest('latitude is empty')
    if (longitude === undefined) throw badRequest('longitude is empty')
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
    const accuracy = horizontal_accuracy ? { horizontal_accuracy } : {}
    const chat = resolveChat(runtime, parameters.chat_id, 'write')
    return postBotMessage(runtime, chat, { location: { latitude, longitude, ...accuracy } }, parameters)
  },
})

export const sendContact = defineMethod({
  name: 'sendContact',
  sends: true,
  parameters: { ...sending, phone_number: text(), first_name: text(), last_name: text(), vcard: text() },
  run: (runtime, parameters) => {
    const { phone_number, first_name, last_name, vcard } = parameters
    if (!phone_number) throw badRequest('phone number is empty')
    if (!first_name) throw badRequest('first name is empty')
    const contact = {
      phone_number,
      first_name,
      ...(last_name ? { last_name } : {}),
      ...(vcard ? { vcard } : {}),
    }
    const chat = resolveChat(runtime, parameters.chat_id, 'write')
    return postBotMessage(runtime, chat, { contact }, parameters)
  },
})
