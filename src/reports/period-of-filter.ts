import { localDayOf, startOfLocalDay } from '../lib/local-day.ts'
import type { FilterPeriod } from '../presses/query-press.ts'

/** Half-open: `start` belongs to it, `end` does not. `before` is the period of as many days that ends where this one starts. */
export interface FilteredSpan {
  /** null: from the beginning */
  start: Date | null
  end: Date
  /** null where there is nothing before */
  before: { start: Date; end: Date } | null
}

/** Days, today included: three months are 13 weeks, so that every period has as many market days as the one before. */
const DAYS = { week: 7, month: 30, three_months: 91, year: 365 } as const

/** The local days that a filter means when it is `now`; it ends with today's last moment. */
export function periodOfFilter(period: FilterPeriod, now: Date, timeZone: string): FilteredSpan {
  const today = localDayOf(now, timeZone)
  const end = startOfLocalDay(today + 1, timeZone)
  if (period === 'all') return { start: null, end, before: null }
  const firstDay = today + 1 - DAYS[period]
  const start = startOfLocalDay(firstDay, timeZone)
  return { start, end, before: { start: startOfLocalDay(firstDay - DAYS[period], timeZone), end: start } }
}
