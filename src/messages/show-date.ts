/**
 * A day as people read it, in the region's time zone: 11月21日, Nov 21. With its year where it is said that it shall be, or
 * where it is not the year of the given moment. Pure.
 */
export function showDate(
  date: Date,
  timeZone: string,
  locale: string,
  { year = false }: { year?: boolean | { unlessOf: Date } } = {},
): string {
  const yearOf = (moment: Date) => new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(moment)
  const withYear = typeof year === 'boolean' ? year : yearOf(date) !== yearOf(year.unlessOf)
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    month: 'short',
    day: 'numeric',
    ...(withYear ? { year: 'numeric' } : {}),
  }).format(date)
}
