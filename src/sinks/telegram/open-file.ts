import { type Api, GrammyError, HttpError } from 'grammy'

export type OpenedFile =
  | { ok: true; bytes: Uint8Array }
  /** gone: Telegram does not know it, or not any more */
  | { ok: false; code: 'gone' | 'too_big' }
  | { ok: false; code: 'later'; retryAfterSeconds: number }

/** Downloads a file that somebody sent, if it has at most so many bytes. */
export type OpenFile = (fileId: string, mostBytes: number) => Promise<OpenedFile>

const TRY_AGAIN_SECONDS = 30
const LONGEST_DOWNLOAD_MS = 60_000

/**
 * Downloads from Telegram (https://core.telegram.org/bots/api#getfile). The size is looked at before, and again while the
 * bytes come. No error leaves this place, since the address of a file holds the bot's token.
 */
export function createOpenFile(api: Api, { token, apiRoot }: { token: string; apiRoot: string }): OpenFile {
  return async (fileId, mostBytes) => {
    try {
      const { file_path, file_size = 0 } = await api.getFile(fileId)
      if (file_size > mostBytes) return { ok: false, code: 'too_big' }
      if (!file_path) return later()
      const url = `${apiRoot}/file/bot${token}/${file_path}`
      const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_DOWNLOAD_MS) })
      // the path holds for an hour; asked anew there is another one
      if (!response.ok || !response.body) return later()
      return await readAtMost(response.body, mostBytes)
    } catch (error) {
      if (error instanceof GrammyError) return fromRefusal(error)
      if (error instanceof HttpError || isConnection(error)) return later()
      throw error
    }
  }
}

async function readAtMost(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<OpenedFile> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.byteLength
    // leaving the loop ends the download
    if (length > mostBytes) return { ok: false, code: 'too_big' }
    chunks.push(chunk)
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}

function fromRefusal({ error_code, description, parameters }: GrammyError): OpenedFile {
  if (error_code !== 400) return later(parameters.retry_after)
  return { ok: false, code: /too big/i.test(description) ? 'too_big' : 'gone' }
}

function later(retryAfterSeconds = TRY_AGAIN_SECONDS): OpenedFile {
  return { ok: false, code: 'later', retryAfterSeconds }
}

/** What fetch and its body throw when the connection fails or takes too long. */
function isConnection(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')
}
