import { FormattedString } from '@grammyjs/parse-mode'

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

/** While a text is put together its marks travel as links, which move with the text; take-marks.ts makes marks of them. */
export const MARK_SCHEME = 'quote:'

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
  const url = `${MARK_SCHEME}${kind}:${submissionId}`
  return new FormattedString(shown, [{ type: 'text_link', url, offset: 0, length: shown.length }])
}
