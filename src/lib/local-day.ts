const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in a time zone, as the number of days since 1970-01-01. */
export function localDayOf(instant: Date, timeZone: string): number {
  return Math.floor(localClock(instant.getTime(), timeZone) / DAY_MS)
}

/**
 * The first instant of a local day: midnight, or whatever comes first where clocks are put forward at midnight. Right
 * for any change of the clocks, since the time zone is asked a day before and a day after.
 */
export function startOfLocalDay(day: number, timeZone: string): Date {
  const midnight = day * DAY_MS
  const candidates = [-DAY_MS, DAY_MS]
    .map((around) => midnight - (localClock(midnight + around, timeZone) - (midnight + around)))
    .sort((a, b) => a - b)
  const exact = candidates.find((candidate) => localClock(candidate, timeZone) === midnight)
  return new Date(exact ?? Math.max(...candidates))
}

/** What clocks show there, written as if it were UTC, in milliseconds. */
function localClock(instant: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const ms = ((instant % 1000) + 1000) % 1000
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
    ms,
  )
}
