import { Hono } from 'hono'
import { type HealthChecks, healthRoutes } from './health-routes.ts'
import { type WebhookOptions, webhookRoutes } from './webhook-routes.ts'

/** All that this program serves over HTTP. `root` has the first word on everything (the playground's pages and Bot API). */
export function createWeb(options: {
  checks: HealthChecks
  webhook: WebhookOptions | null
  root: Hono | null
}): Hono {
  const app = new Hono()
  app.route('/', healthRoutes(options.checks))
  if (options.webhook) app.route('/', webhookRoutes(options.webhook))
  if (options.root) app.route('/', options.root)
  else app.get('/', (c) => c.text('乡音 Xiangyin\n'))
  return app
}
