import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Update } from 'grammy/types'

export interface WebhookOptions {
  secret: string
  /** handles an update, or throws where Telegram shall send it again; gives a call in JSON that is its answer, or null */
  handle: (update: Update) => Promise<string | null>
  onError: (error: unknown) => void
}

export const WEBHOOK_PATH = '/telegram/webhook'

const MOST_BYTES = 1024 * 1024

/**
 * POST /telegram/webhook. Only who knows the secret is let in. Telegram hears 200 when the update's effect is in the
 * database, and 500 when it shall send it again; should it do so while the first run goes on, that is harmless. Every
 * update comes this way, so it is plain Node: a framework's request and answer cost as much CPU as all the rest of it.
 */
export function handleWebhook({ secret, handle, onError }: WebhookOptions): RequestListener {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') return end(response, 404)
    const given = request.headers['x-telegram-bot-api-secret-token']
    if (!isSame(typeof given === 'string' ? given : '', secret)) return end(response, 401)
    const body = await readBody(request)
    if (body === 'too long') return end(response, 413)
    const update = readUpdate(body)
    if (!update) return end(response, 400)
    end(response, 200, await handle(update))
  }
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      onError(error)
      end(response, 500)
    })
  }
}

function end(response: ServerResponse, status: number, call: string | null = null): void {
  const headers = call === null ? {} : { 'content-type': 'application/json' }
  response.writeHead(status, { ...headers, 'content-length': call === null ? 0 : Buffer.byteLength(call) })
  response.end(call ?? undefined)
}

function readBody(request: IncomingMessage): Promise<Buffer | 'too long'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      // the rest is read and dropped, or whoever sends it would not see the answer
      if (bytes <= MOST_BYTES) chunks.push(chunk)
    })
    request.on('end', () => resolve(bytes > MOST_BYTES ? 'too long' : Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

/** Null where it is no update. */
function readUpdate(body: Buffer): Update | null {
  try {
    const read: unknown = JSON.parse(body.toString())
    const isUpdate =
      typeof read === 'object' && read !== null && 'update_id' in read && Number.isSafeInteger(read.update_id)
    return isUpdate ? (read as Update) : null
  } catch {
    return null
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
