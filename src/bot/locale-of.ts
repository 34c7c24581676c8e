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
  const known = (locale: string | null | undefined) =>
    locale && texts.locales.includes(locale) ? locale : undefined
  return known(person?.locale) ?? known(clientLanguage?.toLowerCase().split('-')[0]) ?? texts.defaultLocale
}
