/** A day as people read it, in the region's time zone: 11月21日, 21 Nov. */
export function showDate(date: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
  }).format(date)
}
