import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { canSee } from '../chats/membership.ts'
import type { Runtime } from '../runtime.ts'
import type { HubEvent } from '../world/create-event-hub.ts'

const heartbeatMs = 15_000

/**
 * Server-sent events for one person. A page that comes back with Last-Event-ID gets what it missed, or, where that is no
 * longer known, `chats`: it loads everything again.
 */
export function eventStream(c: Context, runtime: Runtime, personId: number, closing: AbortSignal): Response {
  return streamSSE(c, async (stream) => {
    const mine = ({ audience }: HubEvent) => audience === undefined || canSee(runtime, personId, audience)
    const send = ({ id, event }: HubEvent) => void stream.writeSSE({ id, data: JSON.stringify(event) })
    const stop = runtime.events.listen((entry) => {
      if (mine(entry)) send(entry)
    })
    const last = c.req.header('last-event-id')
    const missed = last === undefined ? [] : runtime.events.since(last)
    if (missed) missed.filter(mine).forEach(send)
    else await stream.writeSSE({ data: JSON.stringify({ type: 'chats' }) })

    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs)
    await stream.write(': hello\n\n')
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve)
      if (closing.aborted) resolve()
      closing.addEventListener('abort', () => resolve())
    })
    clearInterval(heartbeat)
    stop()
  })
}
