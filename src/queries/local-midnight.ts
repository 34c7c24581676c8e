const DAY_MS = 86_400_000

/**
 * The first moment of a local day: `days` after (before, where negative) the day that `at` falls on in an IANA time zone.
 * Where the clocks go forward over midnight the day begins at one o'clock.
 */
export function localMidnight(at: Date, timeZone: string, days: number): Date {
  const wall = wallTime(at.getTime(), timeZone)
  const midnight = wall - mod(wall, DAY_MS) + days * DAY_MS
  const before = midnight - offset(midnight - DAY_MS, timeZone)
  const after = midnight - offset(midnight + DAY_MS, timeZone)
  const right = [before, after].filter((moment) => wallTime(moment, timeZone) === midnight)
  return new Date(right.length > 0 ? Math.min(...right) : before)
}

/** What a clock on the wall shows, as if it stood in UTC; in milliseconds, whole seconds. */
function wallTime(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

function offset(moment: number, timeZone: string): number {
  const seconds = Math.floor(moment / 1000) * 1000
  return wallTime(seconds, timeZone) - seconds
}

const mod = (value: number, by: number) => ((value % by) + by) % by
