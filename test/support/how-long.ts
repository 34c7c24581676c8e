/**
 * Walks and crowds have a short form, which shows the same with fewer people and steps, and a long one (LONG=1).
 */
export const isLong = process.env.LONG === '1'

/** How many of something a test takes: as the variable says, else by the form. */
export function sizeOf(variable: string, { short, long }: { short: number; long: number }): number {
  return Number(process.env[variable] ?? (isLong ? long : short))
}

/**
 * A limit is only there so that what hangs comes to an end: it is many times what is needed, so that a busy machine of a
 * quarter of the speed is no failure.
 */
export const SLOWEST_FACTOR = 4
