import type { Locale, TextArgs, Texts } from '../i18n/texts.ts'
import { showDate } from '../messages/show-date.ts'

export interface ExportReader {
  texts: Texts
  locale: Locale
  timeZone: string
}

/** How the pieces of the readable copy are written in one language. */
export function exportWriter({ texts, locale, timeZone }: ExportReader) {
  const t = (key: string, args?: TextArgs) => texts.t(locale, key, args)
  return {
    t,
    has: (key: string) => texts.has(key),
    day: (iso: string) => showDate(new Date(iso), timeZone, locale, { year: true }),
    /** a line of the ledger, without its details */
    step: (kind: string) => {
      const key = `export-step-${kind.replace(/^(verdict|contentment)_.*$/, '$1')}`
      return t(texts.has(key) ? key : 'export-step-other')
    },
    who: ({ relationship, name }: { relationship: string; name: string | null }) => {
      const who = t(`proxy-who-${relationship}`)
      return name === null ? who : t('proxy-who-named', { who, name })
    },
  }
}

export type ExportWriter = ReturnType<typeof exportWriter>

/** A heading with the lines below it; nothing where there are none. */
export type Section = [heading: string, lines: readonly string[]]
