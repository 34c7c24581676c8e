import type { Context } from 'hono'

/** What @hono/node-server hands to an app; absent when the app is called without a server. */
interface NodeBindings {
  incoming?: { socket: { destroy(): void } }
}

/** Ends the connection without an answer, as a network does. */
export function breakConnection(context: Context): Response {
  const bindings = context.env as NodeBindings | undefined
  if (!bindings?.incoming) return new Response(null, { status: 502 })
  bindings.incoming.socket.destroy()
  // tells @hono/node-server not to write an answer of its own
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } })
}
