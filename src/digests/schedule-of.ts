import type { Cadence } from './period.ts'

const DAYS: Record<Cadence, string> = { weekly: '* * 1', twice_monthly: '10,20 * *', daily: '* * *' }

/** When digests are due, as a cron expression (minute, hour, day, month, weekday) in the region's time zone. */
export function scheduleOf(cadence: Cadence, hour: number): string {
  return `0 ${hour} ${DAYS[cadence]}`
}
