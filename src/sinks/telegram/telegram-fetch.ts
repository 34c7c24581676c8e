import { Agent, type Dispatcher, request } from 'undici'

/** Telegram answers a call in well under this; the long poll of getUpdates takes 30 s. */
const LONGEST_ANSWER_MS = 120_000

/** All that grammY's client asks of fetch: POST with a body of text or a stream, and the answer as JSON. */
export type TelegramFetch = (
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: unknown; signal?: unknown },
) => Promise<{ json(): Promise<unknown> }>

/**
 * Calls Telegram over connections that stay open; grammY's own client costs more CPU a call. Connections that nobody uses
 * keep no process alive.
 */
export function createTelegramFetch(): TelegramFetch {
  const dispatcher = new Agent({
    headersTimeout: LONGEST_ANSWER_MS,
    bodyTimeout: LONGEST_ANSWER_MS,
    keepAliveTimeout: 60_000,
  })
  return async (url, { method = 'POST', headers, body, signal }) => {
    const answer = await request(url, {
      dispatcher,
      method: method as Dispatcher.HttpMethod,
      headers,
      body: body as string,
      signal: signal as AbortSignal,
    })
    return { json: () => answer.body.json() }
  }
}
