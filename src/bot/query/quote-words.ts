import { deadLinks } from '../../masking/dead-links.ts'
import { maskText } from '../../masking/mask-text.ts'
import { shortenWords } from '../../masking/shorten-words.ts'

/** How many characters stand before the word that was searched for. */
const LEAD = 20

/**
 * Somebody's words as they are shown: numbers masked, nothing in them can be pressed, white space closed up, at most `limit` characters, cut so that
 * `near` is in sight where it occurs. Masked before it is cut, so that no half of a number is left over.
 */
export function quoteWords(words: string, limit: number, near: string | null = null): string {
  if (near === null) return shortenWords(words, limit - 1)
  return deadLinks(cutWords(maskText(words).replace(/\s+/g, ' ').trim(), limit, near))
}

function cutWords(shown: string, limit: number, near: string): string {
  const characters = [...shown]
  if (characters.length <= limit) return shown
  const found = shown.toLowerCase().indexOf(near.toLowerCase())
  const at = [...shown.slice(0, Math.max(0, found))].length
  const from = at + [...near].length < limit ? 0 : at - LEAD
  const rest = characters.slice(from)
  const cut = rest.length > limit - 1 ? `${rest.slice(0, limit - 2).join('')}…` : rest.join('')
  return from > 0 ? `…${cut}` : cut
}
