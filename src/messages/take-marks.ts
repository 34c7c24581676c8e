import type { MessageEntity } from 'grammy/types'
import type { OutgoingMessage, SendableMessage } from '../lib/outgoing-message.ts'
import { MARK_KINDS, MARK_SCHEME, type QuoteMark } from './quote-marks.ts'

/**
 * A message as it can be sent, and the marks that were in it. Every message goes through here before it goes out, in
 * deliveries/ or bot/, which keep what it says of whom.
 */
export function takeMarks(marked: OutgoingMessage): { message: SendableMessage; marks: QuoteMark[] } {
  const { entities } = marked
  const marks = (entities ?? []).flatMap((entity) => readMark(entity) ?? [])
  const message =
    marks.length === 0
      ? marked
      : { ...marked, entities: entities?.filter((entity) => readMark(entity) === null) }
  return { message: message as SendableMessage, marks }
}

function readMark(entity: MessageEntity): QuoteMark | null {
  if (entity.type !== 'text_link' || !entity.url.startsWith(MARK_SCHEME)) return null
  const { offset, length } = entity
  const [name, submissionId = ''] = entity.url.slice(MARK_SCHEME.length).split(':')
  const kind = MARK_KINDS.find((each) => each === name)
  return kind ? { kind, submissionId, offset, length } : null
}
