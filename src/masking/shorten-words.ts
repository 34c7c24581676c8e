import { maskText } from './mask-text.ts'

/**
 * Somebody's words for showing, at most so many characters: numbers that tell who a person is are masked, and a cut is
 * marked. White space is folded, but in a text that keeps its lines.
 */
export function shortenWords(words: string, most: number, { keepLines = false } = {}): string {
  const masked = maskText(words).trim()
  const letters = [...(keepLines ? masked : masked.replace(/\s+/g, ' '))]
  if (letters.length <= most) return letters.join('')
  // not in the middle of a word, where the script has spaces between them
  const cut = letters
    .slice(0, most)
    .join('')
    .replace(/(?<=\s)[\p{Script=Latin}\d'’-]{1,20}$/u, '')
  return `${cut.trimEnd()}…`
}
