import type { Locale, Texts } from '../i18n/texts.ts'
import type { Person } from '../people/find-person.ts'

/**
 * The language in which somebody is answered: the one that they chose, else the one of their client where we have it, else
 * the default. What is said in a group or channel is for all there: the default.
 */
export function localeOf(
  texts: Texts,
  alone: boolean,
  person: Person | null,
  clientLanguage: string | undefined,
): Locale {
  if (!alone) return texts.defaultLocale
  return offered(texts, person?.locale) ?? offered(texts, clientLanguage) ?? texts.defaultLocale
}

/**
 * The locale that fits a language tag (BCP 47, such as zh-Hant-TW or yue) best: the tag itself, else the same with less and
 * less of its end.
 */
function offered(texts: Texts, tag: string | null | undefined): Locale | undefined {
  for (let parts = (tag ?? '').toLowerCase().split(/[-_]/); parts.length > 0; parts = parts.slice(0, -1)) {
    const found = texts.locales.find((locale) => locale.toLowerCase() === parts.join('-'))
    if (found) return found
  }
  return undefined
}
