import { localDayOf, startOfLocalDay } from '../lib/local-day.ts'

/** How often a digest comes: on Mondays; on the 10th and the 20th; every day. */
export type Cadence = 'weekly' | 'twice_monthly' | 'daily'

/** From `start` to before `end`; both are midnight in the time zone, but for a period that still runs. */
export interface Period {
  /** the cadence and the local date that it begins on: weekly:2026-11-16 */
  key: string
  cadence: Cadence
  timeZone: string
  start: Date
  end: Date
}

const DAY_MS = 86_400_000

/** The newest period that is over at this instant. */
export function lastFullPeriod(cadence: Cadence, now: Date, timeZone: string): Period {
  return periodBefore(periodAround(cadence, now, timeZone))
}

/** The period that runs at this instant, up to and with it. Its key is the one that the whole period will have. */
export function currentPeriod(cadence: Cadence, now: Date, timeZone: string): Period {
  return { ...periodAround(cadence, now, timeZone), end: new Date(now.getTime() + 1) }
}

/** The whole period that contains this instant. */
export function periodAround(cadence: Cadence, instant: Date, timeZone: string): Period {
  return periodOn(cadence, localDayOf(instant, timeZone), timeZone)
}

/** The whole period that ends where this one begins. */
export function periodBefore({ key, cadence, timeZone }: Period): Period {
  return periodOn(cadence, Date.parse(key.slice(key.indexOf(':') + 1)) / DAY_MS - 1, timeZone)
}

/** The whole period that has this key; undefined where none has. */
export function periodOfKey(key: string, timeZone: string): Period | undefined {
  const match = /^(weekly|twice_monthly|daily):(\d{4}-\d{2}-\d{2})$/.exec(key)
  const day = Date.parse(match?.[2] ?? '') / DAY_MS
  if (!match || Number.isNaN(day)) return undefined
  const period = periodOn(match[1] as Cadence, day, timeZone)
  return period.key === key ? period : undefined
}

function periodOn(cadence: Cadence, day: number, timeZone: string): Period {
  const [first, next] = daysOf(cadence, day)
  return {
    key: `${cadence}:${new Date(first * DAY_MS).toISOString().slice(0, 10)}`,
    cadence,
    timeZone,
    start: startOfLocalDay(first, timeZone),
    end: startOfLocalDay(next, timeZone),
  }
}

/** The first day of the period that a day lies in, and of the next one; days since 1970-01-01, a Thursday. */
function daysOf(cadence: Cadence, day: number): [first: number, next: number] {
  if (cadence === 'daily') return [day, day + 1]
  if (cadence === 'weekly') {
    const monday = day - ((((day + 3) % 7) + 7) % 7)
    return [monday, monday + 7]
  }
  const date = new Date(day * DAY_MS)
  const onDay = (month: number, dayOfMonth: number) =>
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + month, dayOfMonth) / DAY_MS
  if (date.getUTCDate() < 10) return [onDay(-1, 20), onDay(0, 10)]
  return date.getUTCDate() < 20 ? [onDay(0, 10), onDay(0, 20)] : [onDay(0, 20), onDay(1, 10)]
}
