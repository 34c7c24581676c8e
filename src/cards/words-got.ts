import type { Texts } from '../i18n/texts.ts'
import { shortenWords } from '../masking/shorten-words.ts'
import type { WordsAnswer } from './draft-state.ts'

/** What somebody said, in short: the beginning of the words, and how much of everything else. Pure. */
export function wordsGot(
  { texts, locale }: { texts: Texts; locale: string },
  answer: WordsAnswer,
  most = 300,
): string {
  const count = (kind: string) => answer.parts.filter((part) => part.kind === kind).length
  const got = [
    answer.text ? `“${shortenWords(answer.text, most)}”` : null,
    count('voice') ? texts.t(locale, 'card-got-voice', { n: count('voice') }) : null,
    count('photo') ? texts.t(locale, 'card-got-photos', { n: count('photo') }) : null,
    count('location') ? texts.t(locale, 'card-got-place') : null,
  ].filter((each) => each !== null)
  return got.join(' · ')
}
