import type { SendableMessage } from '../../lib/outgoing-message.ts'
import type { Priority } from './pace/pace.ts'
import type { SendOutcome } from './send-outcome.ts'

/** A picture to upload (at most 10 MB), or one that was uploaded before. */
export type Photo = { bytes: Uint8Array; fileName: string } | { fileId: string }

/** Sends messages that nobody has asked for a moment ago: digests, and news for residents. */
export interface Sender {
  /**
   * The same sender with another place in the line, which is `job` to begin with; and asking `before` when its turn has
   * come, right before each call: where that says no, no call is made and the outcome is `later`.
   */
  with(options: { priority?: Priority; before?: () => Promise<boolean> }): Sender
  /** text: at most 4,096 UTF-16 code units */
  sendMessage(chatId: number, message: SendableMessage): Promise<SendOutcome>
  /** caption: at most 1,024 UTF-16 code units */
  sendPhoto(chatId: number, photo: Photo, caption?: SendableMessage): Promise<SendOutcome>
  /** 2 to 10 photos as one album, the caption below the first; an album has no buttons */
  sendAlbum(chatId: number, photos: readonly Photo[], caption: SendableMessage): Promise<SendOutcome>
  /** `sent` also where the message already says just that */
  editMessage(chatId: number, messageId: number, message: SendableMessage): Promise<SendOutcome>
  /** `sent`: it is deleted now; https://core.telegram.org/bots/api#deletemessage says what Telegram refuses */
  deleteMessage(chatId: number, messageId: number): Promise<SendOutcome>
}
