import { deadLinks } from '../../masking/dead-links.ts'
import { maskBeginning, maskText } from '../../masking/mask-text.ts'

/** How many characters stand before the word that was searched for. */
const LEAD = 20

/**
 * Somebody's words as they are shown: numbers masked, nothing in them can be pressed, white space closed up, at most `limit` characters, cut so that
 * `near` is in sight where it occurs. Masked before it is cut, so that no half of a number is left over.
 */
export function quoteWords(words: string, limit: number, near: string | null = null): string {
  const fold = (masked: string) => masked.replace(/\s+/g, ' ').trim()
  const masked =
    near === null ? maskBeginning(words, limit + 1, (text) => [...fold(text)].length) : maskText(words)
  return deadLinks(cutWords(fold(masked), limit, near))
}

function cutWords(shown: string, limit: number, near: string | null): string {
  const characters = [...shown]
  if (characters.length <= limit) return shown
  const found = near === null ? -1 : shown.toLowerCase().indexOf(near.toLowerCase())
  const at = [...shown.slice(0, Math.max(0, found))].length
  const from = at + [...(near ?? '')].length < limit ? 0 : at - LEAD
  const rest = characters.slice(from)
  const cut = rest.length > limit - 1 ? `${rest.slice(0, limit - 2).join('')}…` : rest.join('')
  return from > 0 ? `…${cut}` : cut
}
