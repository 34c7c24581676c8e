/** A file as it came with a request or from a person. */
export interface UploadedFile {
  name?: string
  mimeType?: string
  bytes: Uint8Array
}

export function isUploadedFile(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
}
