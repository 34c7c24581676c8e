import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * A bot that somebody else's library makes, with the behaviour that `play-story.ts` expects:
 * - `/start <payload>`: answers `村 <payload>` with a button `topic:healthcare`
 * - a press of that: the text becomes `哪些方面？` with a button `done`, the alert says `好`
 * - a press of `done`: the keyboard goes, the query is answered without words
 * - a photo: its bytes come back as the document `copy.png`, it itself by file_id, whose caption is then changed
 * - `/album`: two uploads, the first with a caption
 * - `/keys`: a reply keyboard
 * - `/replace`: a photo whose picture is then another, and a message that is deleted again
 */
export interface ForeignBot {
  startPolling(): Promise<void>
  /** what node:http calls when an update comes; refuses all that do not know the secret */
  webhook(secret: string): Promise<(request: IncomingMessage, response: ServerResponse) => unknown>
  setWebhook(url: string, secret?: string): Promise<unknown>
  stop(): void | Promise<void>
}

export const words = {
  question: '哪些方面？',
  alert: '好',
  received: '收到',
  byId: '还是这张',
  changed: '改了说明',
  album: '两张',
  keys: '请选',
  replaced: '换了图',
  gone: '马上删掉',
}
