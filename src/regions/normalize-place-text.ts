/** Longer texts are no name of a place; characters. */
const LONGEST = 60

/**
 * What somebody typed as a place, as words of letters and digits only: full-width forms made plain, lower case, without
 * punctuation, invisible characters and whatever LIKE would take for a wildcard. No words where there is no name in it.
 */
export function normalizePlaceText(text: string): string[] {
  const plain = text
    .slice(0, 4096)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Cc}]/gu, (c) => (/\s/.test(c) ? ' ' : ''))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  if (plain === '' || [...plain].length > LONGEST) return []
  return plain.split(' ')
}
