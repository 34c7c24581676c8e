/** Asia/Shanghai, where the village lies: one time all year, no summer time since 1991. */
const offset = '+08:00'
const offsetMs = 8 * 60 * 60 * 1000
export const dayMs = 24 * 60 * 60 * 1000

/** The next Monday at 8:00 in the village, which is when a weekly digest is due. */
export function nextMonday(now: Date): Date {
  const local = new Date(now.getTime() + offsetMs)
  const daysAhead = (8 - local.getUTCDay()) % 7
  const monday = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + daysAhead, 8)
  const ahead = monday > local.getTime() ? monday : monday + 7 * dayMs
  return new Date(ahead - offsetMs)
}

/** The village's time as a `datetime-local` field holds it: `2026-11-22T08:05`. */
export function toFieldValue(date: Date): string {
  return new Date(date.getTime() + offsetMs).toISOString().slice(0, 16)
}

/** Undefined: the field is not filled in. */
export function readFieldValue(value: string): Date | undefined {
  const date = new Date(`${value}${offset}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
