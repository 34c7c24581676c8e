/** Why Telegram will never take this message for this chat as it stands. */
export type SendRefusal =
  | { code: 'blocked' | 'chat_gone' | 'no_rights' | 'bad_request' }
  /** the group became a supergroup, which has this id */
  | { code: 'migrated'; newChatId: number }

/**
 * What became of a message. `later`: certainly not posted, may be tried again after so many seconds. `unknown`: the
 * answer was lost and nobody knows whether it was posted, so it must not be repeated by itself.
 */
export type SendOutcome =
  /** photoFileId: of a photo that was sent, to send it again without an upload */
  | { kind: 'sent'; messageId: number; photoFileId?: string }
  | { kind: 'later'; retryAfterSeconds: number }
  | ({ kind: 'refused' } & SendRefusal)
  | { kind: 'unknown' }
