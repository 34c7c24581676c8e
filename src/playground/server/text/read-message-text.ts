import { badRequest, notModelled } from '../bot-api-error.ts'
import { type FormattedText, formatText } from './format-text.ts'
import { readEntities } from './read-entities.ts'

export interface TextInput {
  text: string | undefined
  entities: unknown
  parseMode: string | undefined
}

/** https://core.telegram.org/bots/api#sendmessage: 1-4096 characters after entities parsing. We count UTF-16 units. */
const longestText = 4096
const longestCaption = 1024

export function readMessageText(input: TextInput, knowsUser: (id: number) => boolean): FormattedText {
  if (!input.text) throw badRequest('message text is empty')
  const formatted = format(input, knowsUser)
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (formatted.text.length > longestText) throw badRequest('message is too long')
  return formatted
}

export function readCaption(
  input: TextInput,
  knowsUser: (id: number) => boolean,
): { caption?: string; caption_entities?: FormattedText['entities'] } {
  const { text, entities } = format(input, knowsUser)
  if (text.length > longestCaption) throw badRequest('message caption is too long')
  if (text === '') return {}
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) }
}

function format(
  { text = '', entities, parseMode }: TextInput,
  knowsUser: (id: number) => boolean,
): FormattedText {
  if (parseMode && parseMode.toLowerCase() !== 'none') {
    if (!/^(markdown|markdownv2|html)$/i.test(parseMode)) throw badRequest('unsupported parse_mode')
    throw notModelled('parse_mode: send entities')
  }
  return formatText(text, readEntities(entities, knowsUser))
}
