/** The people of the playground live in one village: its time is shown wherever the browser is. */
const timeZone = 'Asia/Shanghai'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, name: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = `${locale}/${name}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone })
  formats.set(key, known)
  return known.format(date)
}

/** `08:05` */
export function formatTime(date: Date, locale: string): string {
  return format(locale, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, date)
}

/** `11月22日星期日`, as between the messages of two days */
export function formatDay(date: Date, locale: string): string {
  return format(locale, 'day', { month: 'long', day: 'numeric', weekday: 'long' }, date)
}

/** A key that is the same for all moments of one day. */
export function dayKey(date: Date): string {
  return format('en-CA', 'key', { year: 'numeric', month: '2-digit', day: '2-digit' }, date)
}

/** In the list of chats: the time if it is today, else the date. */
export function formatListTime(date: Date, now: Date, locale: string): string {
  return dayKey(date) === dayKey(now)
    ? formatTime(date, locale)
    : format(locale, 'date', { month: 'numeric', day: 'numeric' }, date)
}

/** `2026年11月22日星期日 08:05:09`, the playground's own clock */
export function formatFullClock(date: Date, locale: string): string {
  const day = format(locale, 'full-day', { dateStyle: 'full' }, date)
  return `${day} ${format(locale, 'full-time', { timeStyle: 'medium', hourCycle: 'h23' }, date)}`
}

/** `11月22日 周日 08:05`, where the clock was put */
export function formatClock(date: Date, locale: string): string {
  const day = format(locale, 'clock', { month: 'short', day: 'numeric', weekday: 'short' }, date)
  return `${day} ${formatTime(date, locale)}`
}

/** `0:07`, of a voice message */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** `12 KB` */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
