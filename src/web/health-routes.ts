import { Hono } from 'hono'

/** What must work for this process to be of use; each says whether it does. */
export type HealthChecks = Record<string, () => Promise<boolean>>

const LONGEST_MS = 3_000

/** /healthz: the process lives. /readyz: the database, its schema and Telegram answer; 503 with what does not. */
export function healthRoutes(checks: HealthChecks): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const results = Object.fromEntries(
      await Promise.all(
        Object.entries(checks).map(async ([name, check]) => [name, (await inTime(check)) ? 'ok' : 'failed']),
      ),
    )
    const ready = Object.values(results).every((result) => result === 'ok')
    return c.json({ status: ready ? 'ok' : 'failed', checks: results }, ready ? 200 : 503)
  })
  return app
}

async function inTime(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_MS)
  })
  try {
    return await Promise.race([check(), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
