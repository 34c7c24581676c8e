import type { MessageEntity } from 'grammy/types'
import { badRequest } from '../bot-api-error.ts'
import { findEntities, overlaps } from './find-entities.ts'

export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

/** In these nothing is looked for. */
const closed = new Set(['pre', 'code', 'text_link', 'text_mention', 'custom_emoji'])

/**
 * Text as Telegram keeps it: control characters gone, white space cut off at both ends (entities move along), and with
 * the links, commands and so on that it finds itself. Refuses entities that do not fit. Offsets are UTF-16.
 */
export function formatText(raw: string, given: MessageEntity[]): FormattedText {
  for (const entity of given) checkFit(raw, entity)
  const cleaned = raw.replace(/\r/g, '').length === raw.length ? raw : dropCarriageReturns(raw, given)
  // every control character but the line feed is a space to Telegram
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  const plain = cleaned.replace(/[\u0000-\u0009\u000b-\u001f]/g, ' ')
  const start = plain.length - plain.trimStart().length
  const text = plain.trim()

  const kept: MessageEntity[] = []
  for (const entity of given) {
    const offset = Math.max(0, entity.offset - start)
    const end = Math.min(text.length, entity.offset + entity.length - start)
    if (end > offset) kept.push({ ...entity, offset, length: end - offset })
  }
  for (const found of findEntities(text)) {
    const taken = kept.some(
      (entity) => (closed.has(entity.type) || entity.type === found.type) && overlaps(entity, found),
    )
    if (!taken) kept.push(found)
  }
  kept.sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text, entities: kept }
}

function checkFit(text: string, { offset, length }: MessageEntity): void {
  const end = offset + length
  if (offset >= text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  }
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    )
  }
  if (splitsPair(text, offset)) {
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytes(text, offset)}`)
  }
  if (splitsPair(text, end)) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytes(text, end)}`,
    )
  }
}

function splitsPair(text: string, at: number): boolean {
  const previous = text.charCodeAt(at - 1)
  const next = text.charCodeAt(at)
  return previous >= 0xd800 && previous <= 0xdbff && next >= 0xdc00 && next <= 0xdfff
}

function bytes(text: string, upTo: number): number {
  return Buffer.byteLength(text.slice(0, upTo))
}

function dropCarriageReturns(raw: string, entities: MessageEntity[]): string {
  const gone = (upTo: number) => raw.slice(0, upTo).split('\r').length - 1
  for (const entity of entities) {
    const end = entity.offset + entity.length
    const offset = entity.offset - gone(entity.offset)
    entity.length = end - gone(end) - offset
    entity.offset = offset
  }
  return raw.replaceAll('\r', '')
}
