import { badRequest } from '../bot-api-error.ts'
import { mediaOf } from '../files/media-of.ts'
import { takeFile } from '../files/take-file.ts'
import { applyEdit, findEditable, readNewKeyboard } from '../messages/edit-bot-message.ts'
import { readLinkPreview } from '../messages/read-link-preview.ts'
import { readCaption, readMessageText } from '../text/read-message-text.ts'
import { defineMethod } from './define-method.ts'
import { knowsUser } from './knows-user.ts'
import { captioned, editing, flag, json, text } from './parameters.ts'
import { readInputMedia } from './read-input-media.ts'

const isMedia = (message: object) => ['photo', 'document', 'voice'].some((field) => field in message)

export const editMessageText = defineMethod({
  name: 'editMessageText',
  parameters: {
    ...editing,
    text: text(),
    entities: json('entities'),
    parse_mode: text(),
    link_preview_options: json('link preview options'),
    disable_web_page_preview: flag(),
  },
  run: (runtime, parameters) => {
    const formatted = readMessageText(
      { text: parameters.text, entities: parameters.entities, parseMode: parameters.parse_mode },
      knowsUser(runtime),
    )
    const preview = readLinkPreview(parameters.link_preview_options, parameters.disable_web_page_preview)
    const keyboard = readNewKeyboard(runtime, parameters.reply_markup)
    const { stored } = findEditable(runtime, parameters)
    if (stored.message.text === undefined) throw badRequest('there is no text in the message to edit')
    const entities = formatted.entities.length > 0 ? { entities: formatted.entities } : {}
    return applyEdit(runtime, stored, { text: formatted.text, ...entities, ...preview }, keyboard, [
      'entities',
      'link_preview_options',
    ])
  },
})

export const editMessageCaption = defineMethod({
  name: 'editMessageCaption',
  parameters: { ...editing, ...captioned, show_caption_above_media: flag() },
  run: (runtime, parameters) => {
    const caption = readCaption(
      { text: parameters.caption, entities: parameters.caption_entities, parseMode: parameters.parse_mode },
      knowsUser(runtime),
    )
    const keyboard = readNewKeyboard(runtime, parameters.reply_markup)
    const { stored } = findEditable(runtime, parameters)
    if (!isMedia(stored.message)) throw badRequest('there is no caption in the message to edit')
    const above = parameters.show_caption_above_media ? { show_caption_above_media: true as const } : {}
    return applyEdit(runtime, stored, { ...caption, ...above }, keyboard, [
      'caption',
      'caption_entities',
      'show_caption_above_media',
    ])
  },
})

export const editMessageReplyMarkup = defineMethod({
  name: 'editMessageReplyMarkup',
  parameters: editing,
  run: (runtime, parameters) => {
    const keyboard = readNewKeyboard(runtime, parameters.reply_markup)
    const { stored } = findEditable(runtime, parameters)
    return applyEdit(runtime, stored, {}, keyboard)
  },
})

export const editMessageMedia = defineMethod({
  name: 'editMessageMedia',
  parameters: { ...editing, media: json('media') },
  run: (runtime, parameters, { attachments }) => {
    const media = readInputMedia(parameters.media, attachments, knowsUser(runtime))
    const keyboard = readNewKeyboard(runtime, parameters.reply_markup)
    const { stored } = findEditable(runtime, parameters)
    if (!isMedia(stored.message)) throw badRequest('there is no media in the message to edit')
    const files = takeFile(runtime, media.type, { value: media.media, attachments })
    return applyEdit(runtime, stored, { ...mediaOf(files), ...media.caption }, keyboard, [
      'photo',
      'document',
      'voice',
      'caption',
      'caption_entities',
    ])
  },
})
