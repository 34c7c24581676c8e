import { FormattedString } from '@grammyjs/parse-mode'
import type { MessageEntity } from 'grammy/types'

/**
 * Which part of a text is of which submission: what was said, what was said with the name of who signed it in it, or that
 * name itself. Places in UTF-16 code units.
 */
export interface QuoteMark {
  kind: MarkKind
  submissionId: string
  offset: number
  length: number
}

const KINDS = ['words', 'named', 'name'] as const
export type MarkKind = (typeof KINDS)[number]

/** While a text is put together its marks travel as links, which move with the text; takeMarks makes marks of them. */
const SCHEME = 'quote:'

/** Shown words of a submission, or the answer to it, marked as such. `signedName`: of who signed it. */
export function markWords(
  shown: string,
  { submissionId, signedName }: { submissionId: string; signedName: string | null },
): FormattedString {
  const names = (signedName ?? '').split(/\s+/).filter((each) => [...each].length >= 2)
  return mark(shown, names.some((each) => shown.includes(each)) ? 'named' : 'words', submissionId)
}

/** The name that somebody signed with, marked as such. */
export function markName(shown: string, submissionId: string): FormattedString {
  return mark(shown, 'name', submissionId)
}

function mark(shown: string, kind: MarkKind, submissionId: string): FormattedString {
  if (shown === '') return new FormattedString(shown)
  const url = `${SCHEME}${kind}:${submissionId}`
  return new FormattedString(shown, [{ type: 'text_link', url, offset: 0, length: shown.length }])
}

/** A message as it can be sent, and the marks that were in it. Every message with marks goes through here before it goes out. */
export function takeMarks<Message extends { entities?: MessageEntity[] }>(
  message: Message,
): { message: Message; marks: QuoteMark[] } {
  const marks = (message.entities ?? []).flatMap((entity) => readMark(entity) ?? [])
  if (marks.length === 0) return { message, marks }
  return {
    message: { ...message, entities: message.entities?.filter((entity) => readMark(entity) === null) },
    marks,
  }
}

function readMark(entity: MessageEntity): QuoteMark | null {
  if (entity.type !== 'text_link' || !entity.url.startsWith(SCHEME)) return null
  const { offset, length } = entity
  const [name, submissionId = ''] = entity.url.slice(SCHEME.length).split(':')
  const kind = KINDS.find((each) => each === name)
  return kind ? { kind, submissionId, offset, length } : null
}
