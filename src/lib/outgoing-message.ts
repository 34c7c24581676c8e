import type { MessageEntity } from 'grammy/types'

/** A button below a message: a press (callback data of 1 to 64 bytes) or a link. */
export type Button = { label: string; data: string } | { label: string; url: string }

/**
 * What is shown to somebody in a chat, before anything knows of grammY. Entities carry the formatting, and in what is put
 * together also the marks of messages/quote-marks.ts: no sender takes it as it is.
 */
export interface OutgoingMessage {
  text: string
  entities?: MessageEntity[]
  /** rows of buttons */
  buttons?: Button[][]
}

declare const marksAreTaken: unique symbol

/** A message whose marks are taken out of it, the only kind that a sender takes: messages/take-marks.ts makes it. */
export type SendableMessage = OutgoingMessage & { readonly [marksAreTaken]: true }
