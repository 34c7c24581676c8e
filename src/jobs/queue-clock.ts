import type { AttachableClock } from 'pg-boss'
import type { MovableClock } from '../lib/movable-clock.ts'

/**
 * Lets pg-boss follow a clock that can be put forward. Its own statements ask the function job_now() of its schema, which
 * here adds what the clock is ahead; its timers run in real time.
 */
export function queueClock(clock: MovableClock): AttachableClock {
  return {
    now: () => clock.now().getTime(),
    setTimeout: (fn, ms) => setTimeout(fn, ms),
    clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    setInterval: (fn, ms) => setInterval(fn, ms),
    clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
    attach: async ({ db, schema }) => {
      let attached = true
      await setAhead(db, schema, clock.aheadMs())
      clock.onMove(async () => {
        if (attached) await setAhead(db, schema, clock.aheadMs())
      })
      return {
        [Symbol.asyncDispose]: async () => {
          attached = false
          await setAhead(db, schema, 0)
        },
      }
    },
  }
}

type Database = Parameters<AttachableClock['attach']>[0]['db']

async function setAhead(db: Database, schema: string, aheadMs: number): Promise<void> {
  const time =
    aheadMs === 0 ? 'pg_catalog.now()' : `pg_catalog.now() + interval '${Math.round(aheadMs)} milliseconds'`
  await db.executeSql(
    `CREATE OR REPLACE FUNCTION ${schema}.job_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT ${time} $$`,
  )
}
