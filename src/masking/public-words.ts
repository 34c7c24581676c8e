import { shortenWords } from './shorten-words.ts'

const NAME_LIKE = 2

/**
 * Somebody's words, or the answer to them, for another resident: at most `most` characters with the mark of a cut, numbers
 * masked, and the name of whoever signed them taken out: a signature is for the committee.
 */
export function publicWords(
  words: string,
  most: number,
  { signedName, keepLines = false }: { signedName: string | null; keepLines?: boolean },
): string {
  let unsigned = words
  for (const name of namesIn(signedName)) unsigned = unsigned.replaceAll(name, '＊')
  return shortenWords(unsigned, most - 1, { keepLines })
}

/** The whole name and its parts, the longest first; Telegram puts the given name first, people the family name. */
function namesIn(signedName: string | null): string[] {
  const parts = (signedName ?? '').split(/\s+/).filter(Boolean)
  const names = [parts.join(' '), parts.join(''), parts.toReversed().join(''), ...parts]
  return [...new Set(names)]
    .filter((name) => [...name].length >= NAME_LIKE)
    .sort((a, b) => b.length - a.length)
}
