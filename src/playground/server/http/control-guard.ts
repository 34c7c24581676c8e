import type { MiddlewareHandler } from 'hono'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * The control interface can do everything as anybody, so it answers this machine's own page only: the Host must be
 * loopback (a foreign name that was rebound to 127.0.0.1 is not), and what another site's page sends is refused.
 */
export const controlGuard: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!loopback.test(host)) return c.json({ error: 'only for this machine' }, 403)
  const origin = c.req.header('origin')
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)) {
    return c.json({ error: 'only for the page of this server' }, 403)
  }
  // also what needs no Origin, such as a picture whose address is a deep link
  if (c.req.header('sec-fetch-site') === 'cross-site') {
    return c.json({ error: 'only for the page of this server' }, 403)
  }
  await next()
}
