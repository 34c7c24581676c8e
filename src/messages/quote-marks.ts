import { FormattedString } from '@grammyjs/parse-mode'
import type { MessageEntity } from 'grammy/types'

/**
 * Which part of a text is of which submission: what was said, what was said with the name of who signed it in it, that name
 * itself, or the committee's answer, which often says again what was asked. Places in UTF-16 code units.
 */
export interface QuoteMark {
  kind: MarkKind
  submissionId: string
  offset: number
  length: number
}

export const MARK_KINDS = ['words', 'named', 'name', 'answer', 'named_answer'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** While a text is put together its marks travel as links, which move with the text; takeMarks makes marks of them. */
const SCHEME = 'quote:'

type Owner = { submissionId: string; signedName: string | null }

/** Shown words of a submission, marked as such. `signedName`: of who signed it. */
export function markWords(shown: string, owner: Owner): FormattedString {
  return mark(shown, isNamed(shown, owner) ? 'named' : 'words', owner.submissionId)
}

/** The committee's shown answer to a submission, marked as such. */
export function markAnswer(shown: string, owner: Owner): FormattedString {
  return mark(shown, isNamed(shown, owner) ? 'named_answer' : 'answer', owner.submissionId)
}

function isNamed(shown: string, { signedName }: Owner): boolean {
  const names = (signedName ?? '').split(/\s+/).filter((each) => [...each].length >= 2)
  return names.some((each) => shown.includes(each))
}

/** Which text stands in the place of a part whose resident had it erased. */
export const goneKeys: Record<MarkKind, string> = {
  words: 'posted-gone',
  named: 'posted-gone',
  name: 'posted-gone',
  answer: 'posted-answer-gone',
  named_answer: 'posted-answer-gone',
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
  const kind = MARK_KINDS.find((each) => each === name)
  return kind ? { kind, submissionId, offset, length } : null
}
