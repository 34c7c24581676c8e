import type { Texts } from '../i18n/texts.ts'

/** A greeting or thanks and nothing else, which is no matter to be dealt with; null where something is said. Pure. */
export function courtesyOf(texts: Texts, words: string): 'greeting' | 'thanks' | null {
  const said = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
  for (const kind of ['greeting', 'thanks'] as const)
    for (const locale of texts.locales) {
      const known = texts.t(locale, `words-${kind}`).toLowerCase().replace(/\s/g, '').split(/[,，]/)
      const rest = known
        .filter((each) => each !== '')
        .sort((a, b) => b.length - a.length)
        .reduce((left, each) => left.split(each).join(''), said)
      if (said !== '' && rest === '') return kind
    }
  return null
}
