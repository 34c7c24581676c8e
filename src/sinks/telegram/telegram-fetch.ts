import { HttpError, type Transformer } from 'grammy'
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

/** What most calls are: they never bring a file. */
const PLAIN = new Set([
  'sendMessage',
  'editMessageText',
  'editMessageReplyMarkup',
  'deleteMessage',
  'answerCallbackQuery',
])

/**
 * Makes the calls of which there are most without grammY's client, which looks for files in each and sets timers of its
 * own. `base` is what stands before /<method>, with the token in it: it is in no error.
 */
export function callDirectly(fetch: TelegramFetch, base: string): Transformer {
  return async (prev, method, payload, signal) => {
    if (!PLAIN.has(method)) return await prev(method, payload, signal)
    try {
      const answer = await fetch(`${base}/${method}`, {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(payload),
        signal,
      })
      return (await answer.json()) as Awaited<ReturnType<typeof prev>>
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error)
    }
  }
}
