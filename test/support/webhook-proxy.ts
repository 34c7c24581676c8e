import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** What stands before several processes in life: a load balancer, here one that can also repeat itself. */
export interface WebhookProxy {
  readonly url: string
  /** where requests go, in turns */
  targets: string[]
  /** `in-turns`: each request to the next process; `to-all`: each request to every process at the same time */
  mode: 'in-turns' | 'to-all'
  /** how many requests each target answered with 200 */
  answered(): number[]
  close(): Promise<void>
}

export async function openWebhookProxy(): Promise<WebhookProxy> {
  const counts = new Map<string, number>()
  let turn = 0
  const app = new Hono()
  app.post('/telegram/webhook', async (c) => {
    const body = await c.req.text()
    const headers = {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': c.req.header('x-telegram-bot-api-secret-token') ?? '',
    }
    const post = async (target: string): Promise<number> => {
      const url = `${target}/telegram/webhook`
      const status = await fetch(url, { method: 'POST', headers, body }).then(
        (answer) => answer.status,
        () => 502,
      )
      if (status === 200) counts.set(target, (counts.get(target) ?? 0) + 1)
      return status
    }
    const next = proxy.targets[turn++ % proxy.targets.length]
    const chosen = proxy.mode === 'to-all' ? proxy.targets : next ? [next] : []
    const statuses = await Promise.all(chosen.map(post))
    const ok = statuses.length > 0 && statuses.every((status) => status === 200)
    return c.body(null, ok ? 200 : 502)
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server
  await new Promise((resolve) => server.once('listening', resolve))
  const proxy: WebhookProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    targets: [],
    mode: 'in-turns',
    answered: () => proxy.targets.map((target) => counts.get(target) ?? 0),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return proxy
}
