/** A day as people read it, in the region's time zone: 11月21日, 21 Nov; for what is kept for long with its year. */
export function showDate(date: Date, timeZone: string, locale: string, { year = false } = {}): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    ...(year ? { year: 'numeric' as const } : {}),
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
  }).format(date)
}
