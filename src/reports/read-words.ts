import { MAX_WORDS } from './feedback-filter.ts'

/**
 * What was typed, as words to search for: without white space around it and without characters that PostgreSQL cannot
 * store. Refuses what is then empty, or longer than MAX_WORDS characters.
 */
export function readWords(
  typed: string,
): { ok: true; words: string } | { ok: false; code: 'empty' | 'too_long' } {
  const words = typed
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  if (words === '') return { ok: false, code: 'empty' }
  if ([...words].length > MAX_WORDS) return { ok: false, code: 'too_long' }
  return { ok: true, words }
}
