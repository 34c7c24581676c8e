import type { MessageEntity } from 'grammy/types'

/** A button below a message: a press (callback data of 1 to 64 bytes) or a link. */
export type Button = { label: string; data: string } | { label: string; url: string }

/** What is shown to somebody in a chat, before anything knows of grammY. Entities carry the formatting. */
export interface OutgoingMessage {
  text: string
  entities?: MessageEntity[]
  /** rows of buttons */
  buttons?: Button[][]
}
