/** One part of a multipart/form-data body (RFC 7578). */
export interface Part {
  name: string
  /** of a file */
  filename?: string
  mimeType?: string
  bytes: Uint8Array
}

/**
 * Splits a multipart body. Not `Request.formData()`: that refuses what Telegram takes, such as the file names without
 * quotation marks that grammY sends.
 */
export function readMultipart(contentType: string, body: Buffer): Part[] | undefined {
  const match = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType)
  const boundary = match?.[1] ?? match?.[2]
  if (!boundary) return undefined
  const parts: Part[] = []
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // the first delimiter may stand at the very beginning, without its line break
  const whole = Buffer.concat([Buffer.from('\r\n'), body])
  let at = whole.indexOf(delimiter)
  if (at < 0) return undefined
  for (;;) {
    const start = at + delimiter.length
    if (whole.subarray(start, start + 2).toString() === '--') return parts
    const next = whole.indexOf(delimiter, start)
    if (next < 0) return undefined
    const part = readPart(whole.subarray(start, next))
    if (!part) return undefined
    parts.push(part)
    at = next
  }
}

function readPart(block: Buffer): Part | undefined {
  const end = block.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const headers = new Map<string, string>()
  for (const line of block.subarray(0, end).toString().split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  const disposition = headers.get('content-disposition') ?? ''
  const name = parameterOf(disposition, 'name')
  if (name === undefined) return undefined
  const filename = parameterOf(disposition, 'filename')
  const mimeType = headers.get('content-type')
  return {
    name,
    ...(filename === undefined ? {} : { filename }),
    ...(mimeType ? { mimeType } : {}),
    bytes: block.subarray(end + 4),
  }
}

function parameterOf(disposition: string, parameter: string): string | undefined {
  const match = new RegExp(`;\\s*${parameter}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;]*))`, 'i').exec(disposition)
  if (!match) return undefined
  return (match[1] ?? match[2] ?? '')
    .trim()
    .replace(/%22/g, '"')
    .replace(/\\(["\\])/g, '$1')
}
