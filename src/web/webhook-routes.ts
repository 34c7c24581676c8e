import { timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'

export interface WebhookOptions {
  secret: string
  /** handles an update, or throws where Telegram shall send it again; gives a call in JSON that is its answer, or null */
  handle: (update: Update) => Promise<string | null>
  onError: (error: unknown) => void
}

const updateSchema = z.looseObject({ update_id: z.number().int() })

/**
 * POST /telegram/webhook. Only who knows the secret is let in. Telegram hears 200 when the update's effect is in the
 * database, and 500 when it shall send it again; should it do so while the first run goes on, that is harmless.
 */
export function webhookRoutes({ secret, handle, onError }: WebhookOptions): Hono {
  const app = new Hono()
  app.post('/telegram/webhook', bodyLimit({ maxSize: 1024 * 1024 }), async (c) => {
    if (!sameSecret(c.req.header('x-telegram-bot-api-secret-token') ?? '', secret)) return c.body(null, 401)
    const parsed = updateSchema.safeParse(await c.req.json().catch(() => null))
    if (!parsed.success) return c.body(null, 400)
    try {
      const call = await handle(parsed.data as unknown as Update)
      return call === null ? c.body(null, 200) : c.body(call, 200, { 'content-type': 'application/json' })
    } catch (error) {
      onError(error)
      return c.body(null, 500)
    }
  })
  return app
}

function sameSecret(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
