import { join } from 'node:path'
import { loadTexts } from '../../../src/i18n/texts.ts'

const texts = loadTexts(join(import.meta.dirname, '..', '..', '..', 'locales'), 'zh')

/** What the bot says to somebody of this language, and what the page says of its own. */
export interface Reader {
  locale: 'zh' | 'en'
  t(key: string, args?: Record<string, string | number>): string
}

export function readerOf(locale: 'zh' | 'en'): Reader {
  return { locale, t: (key, args) => texts.t(locale, key, args) }
}
