import type { Locale } from '../i18n/texts.ts'

/** 11月21日, Nov 21; with the year where it is not this one. */
export function formatDay(day: Date, now: Date, timeZone: string, locale: Locale): string {
  const year = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' })
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    month: 'short',
    day: 'numeric',
    ...(year.format(day) === year.format(now) ? {} : { year: 'numeric' }),
  }).format(day)
}
