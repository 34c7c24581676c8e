/**
 * Where the bytes of attachments lie. A key is 1 to 100 letters, digits, - and _: anything else is a bug and throws.
 * Everything may be repeated; a store that cannot be reached throws.
 */
export interface AttachmentStore {
  /** whole or not at all; what lay there before is replaced */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>
  /** null where nothing lies there */
  get(key: string): Promise<Uint8Array | null>
  /** also where nothing lies there */
  delete(key: string): Promise<void>
}
