import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { handleWebhook, WEBHOOK_PATH, type WebhookOptions } from './handle-webhook.ts'
import { type HealthChecks, healthRoutes } from './health-routes.ts'

/** All that this program serves over HTTP. `root` has the last word on everything (the playground's pages and Bot API). */
export function createWeb(options: {
  checks: HealthChecks
  webhook: WebhookOptions | null
  root: Hono | null
}): RequestListener {
  const app = new Hono()
  app.route('/', healthRoutes(options.checks))
  if (options.root) app.route('/', options.root)
  else app.get('/', (c) => c.text('乡音 Xiangyin\n'))
  const all = getRequestListener(app.fetch)
  const webhook = options.webhook && handleWebhook(options.webhook)
  return (request, response) => {
    if (webhook && request.url === WEBHOOK_PATH) webhook(request, response)
    else void all(request, response)
  }
}
