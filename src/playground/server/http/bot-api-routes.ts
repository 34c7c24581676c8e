import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { breakConnection } from './break-connection.ts'
import { type Caller, callMethod } from './call-method.ts'
import { readRequest } from './read-request.ts'

const notFound = { ok: false, error_code: 404, description: 'Not Found' } as const
const unauthorized = { ok: false, error_code: 401, description: 'Unauthorized' } as const

/** `/bot<token>/<method>` and `/file/bot<token>/<path>`, GET and POST. */
export function botApiRoutes(caller: Caller): Hono {
  const app = new Hono()
  const { runtime } = caller

  app.on(['GET', 'POST'], '/:bot{bot[^/]+}/:method', async (c) => {
    const token = tokenOf(c.req.raw.url, 1)
    const refused = refuseToken(token, runtime.token)
    if (refused) return c.json(refused, refused.error_code)
    const body = c.req.method === 'POST' ? c.req.raw : undefined
    const raw = await readRequest(new URL(c.req.url).search, body)
    const answer = await callMethod(caller, c.req.param('method'), raw, c.req.raw.signal)
    if (!answer) return breakConnection(c)
    return c.json(answer, answer.ok ? 200 : (answer.error_code as ContentfulStatusCode))
  })

  app.get('/file/:bot{bot[^/]+}/:path{.+}', (c) => {
    const refused = refuseToken(tokenOf(c.req.raw.url, 2), runtime.token)
    if (refused) return c.json(refused, refused.error_code)
    const file = runtime.files.byPath(c.req.param('path'))
    if (!file) return c.json(notFound, 404)
    return c.body(runtime.files.bytes(file), 200, { 'content-type': 'application/octet-stream' })
  })

  // whatever else lies below a bot's path: other verbs, no method, more than one
  for (const path of ['/:bot{bot.*}', '/:bot{bot[^/]*}/*', '/file/:bot{bot[^/]*}/*']) {
    app.all(path, (c) => c.json(notFound, 404))
  }
  return app
}

function tokenOf(url: string, segment: number): string {
  const part = new URL(url).pathname.split('/')[segment] ?? ''
  try {
    return decodeURIComponent(part).slice('bot'.length)
  } catch {
    return ''
  }
}

/** Telegram answers 404 to what cannot be a token and 401 to what is not one. */
function refuseToken(token: string, real: string) {
  if (token === real) return undefined
  return /^\d+:[A-Za-z0-9_-]+$/.test(token) ? unauthorized : notFound
}
