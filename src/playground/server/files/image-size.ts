export interface ImageSize {
  width: number
  height: number
  mimeType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
}

/** Reads an image's size from its head; undefined when it is not an image that Telegram takes as a photo. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  try {
    if (ascii(1, 4) === 'PNG') {
      return { width: view.getUint32(16), height: view.getUint32(20), mimeType: 'image/png' }
    }
    if (ascii(0, 3) === 'GIF') {
      return { width: view.getUint16(6, true), height: view.getUint16(8, true), mimeType: 'image/gif' }
    }
    if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return webpSize(view, ascii(12, 16))
    if (view.getUint16(0) === 0xffd8) return jpegSize(view)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

function webpSize(view: DataView, kind: string): ImageSize | undefined {
  const mimeType = 'image/webp'
  if (kind === 'VP8X') {
    const at = (offset: number) => view.getUint16(offset, true) + (view.getUint8(offset + 2) << 16) + 1
    return { width: at(24), height: at(27), mimeType }
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, mimeType }
  }
  return {
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
    mimeType,
  }
}

function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame)
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), mimeType: 'image/jpeg' }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
