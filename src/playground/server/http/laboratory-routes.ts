import { Hono } from 'hono'
import { z } from 'zod'
import type { PlaygroundClockMove, PlaygroundFault, PlaygroundSettings } from '../../contract.ts'
import type { Runtime } from '../runtime.ts'
import type { World } from '../world/create-world.ts'
import { WorldError } from '../world/world-error.ts'

export interface LaboratoryDependencies {
  runtime: Runtime
  world: World
  /** puts the clock forward that `runtime.clock` is; absent where it cannot be moved */
  moveClock?: (to: Date) => Promise<void>
  /** something may be due now */
  onMoved: () => void
}

const positive = z.number().int().positive()
const milliseconds = z
  .number()
  .int()
  .min(0)
  .max(7 * 24 * 3_600_000)
/** a bound at which every date can still be written */
const latest = Date.parse('9000-01-01T00:00:00Z')
const move = z.union([
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceMs: positive }),
]) satisfies z.ZodType<PlaygroundClockMove>
const which = { method: z.string().max(64).optional(), times: positive.max(10_000) }
const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    ...which,
    kind: z.literal('fail'),
    errorCode: z.number().int().min(400).max(599),
    description: z.string().max(1000),
    parameters: z
      .strictObject({ retry_after: positive.optional(), migrate_to_chat_id: z.number().int().optional() })
      .optional(),
  }),
  z.strictObject({ ...which, kind: z.literal('drop'), effect: z.boolean().optional() }),
  z.strictObject({ ...which, kind: z.literal('delay'), ms: milliseconds }),
]) satisfies z.ZodType<PlaygroundFault>
const settings = z
  .strictObject({
    enforceLimits: z.boolean(),
    limits: z
      .strictObject({
        perSecond: positive,
        perSecondPerChat: positive,
        perMinutePerGroup: positive,
        penaltySeconds: z.number().int().nonnegative(),
      })
      .partial(),
    pressTimeoutMs: milliseconds,
    queryLifetimeMs: milliseconds,
    updateLifetimeMs: milliseconds,
    groupPrivacyMode: z.boolean(),
    webhookRetryMs: milliseconds,
    webhookTimeoutMs: milliseconds,
    maxButtons: positive,
    maxMarkupBytes: positive,
  })
  .partial() satisfies z.ZodType<PlaygroundSettings>

/** The clock, faults and limits on demand: see ../../contract.ts. */
export function laboratoryRoutes({ runtime, world, moveClock, onMoved }: LaboratoryDependencies): Hono {
  const app = new Hono()

  app.post('/clock', async (c) => {
    if (!moveClock) return c.json({ error: 'the clock cannot be moved here' }, 404)
    const wanted = move.parse(await c.req.json())
    const now = runtime.clock.now().getTime()
    const to = 'to' in wanted ? Date.parse(wanted.to) : now + wanted.advanceMs
    if (to <= now || to > latest) throw new WorldError('the clock only goes forward')
    await moveClock(new Date(to))
    onMoved()
    runtime.events.publish({ type: 'chats' })
    return c.json({ now: runtime.clock.now().toISOString() })
  })

  app.post('/faults', async (c) => {
    plan(world, fault.parse(await c.req.json()))
    return c.json({ ok: true })
  })

  app.post('/settings', async (c) => {
    const { limits, ...rest } = settings.parse(await c.req.json())
    Object.assign(runtime.settings, rest, { limits: { ...runtime.settings.limits, ...limits } })
    return c.json(runtime.settings)
  })

  return app
}

function plan(world: World, { method, times, ...asked }: z.infer<typeof fault>): void {
  const calls = method === undefined ? { times } : { method, times }
  if (asked.kind === 'drop') world.dropNext({ ...calls, effect: asked.effect ?? false })
  else if (asked.kind === 'delay') world.delayNext({ ...calls, ms: asked.ms })
  else {
    const { errorCode, description, parameters } = asked
    world.failNext({ ...calls, errorCode, description, ...(parameters ? { parameters } : {}) })
  }
}
