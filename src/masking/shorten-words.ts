import { deadLinks } from './dead-links.ts'
import { maskBeginning } from './mask-text.ts'

/**
 * Somebody's words for showing, at most so many characters: what tells who a person is is masked, nothing in them can be
 * pressed, and a cut is marked. White space is folded, but in a text that keeps its lines.
 */
export function shortenWords(words: string, most: number, { keepLines = false } = {}): string {
  const fold = (masked: string) => {
    const text = masked.trim()
    return [...(keepLines ? text : text.replace(/\s+/g, ' '))]
  }
  const letters = fold(maskBeginning(words, most + 1, (masked) => fold(masked).length))
  if (letters.length <= most) return deadLinks(letters.join(''))
  // not in the middle of a word, where the script has spaces between them
  const cut = letters
    .slice(0, most)
    .join('')
    .replace(/(?<=\s)[\p{Script=Latin}\d'’-]{1,20}$/u, '')
  return deadLinks(`${cut.trimEnd()}…`)
}
