import type { Texts } from '../i18n/texts.ts'

/**
 * Whether words sound as if somebody were in danger now, by the lists in the locales, in any language that the product
 * has: people mix them. What only looks like it (`words-emergency-harmless`) is taken out first. Pure.
 */
export function saysEmergency(texts: Texts, words: string): boolean {
  const said = words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
  return texts.locales.some((locale) => {
    const left = list(texts, locale, 'words-emergency-harmless').reduce(
      (rest, each) => rest.split(each).join(' '),
      said,
    )
    return list(texts, locale, 'words-emergency').some((each) => left.includes(each))
  })
}

function list(texts: Texts, locale: string, key: string): string[] {
  return texts
    .t(locale, key)
    .split(/[,，]/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
}
