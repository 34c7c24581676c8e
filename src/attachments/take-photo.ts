import sharp from 'sharp'

/** Longest side, in pixels: what Telegram itself makes of a photo at most. */
const LONGEST_SIDE = 2560
/** A picture that is small as a file may be huge once it is unpacked. */
const MOST_PIXELS = 50_000_000
const QUALITY = 85

export type TakenPhoto =
  | { ok: true; bytes: Uint8Array; mediaType: 'image/jpeg' }
  | { ok: false; code: 'no_picture' }

/**
 * Makes a new JPEG of a picture (JPEG, PNG, WebP or GIF), upright and at most 2,560 pixels long. Nothing but the picture
 * comes along: where and with what it was taken (EXIF, XMP, IPTC, colour profiles) is gone. Refuses what is no such
 * picture or is broken.
 */
export async function takePhoto(bytes: Uint8Array): Promise<TakenPhoto> {
  if (!isPicture(bytes)) return { ok: false, code: 'no_picture' }
  try {
    const jpeg = await sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: QUALITY })
      .toBuffer()
    return { ok: true, bytes: jpeg, mediaType: 'image/jpeg' }
  } catch {
    // sharp has no kinds of errors; whatever it cannot read is no picture to us
    return { ok: false, code: 'no_picture' }
  }
}

/** By its first bytes: sharp also reads formats that can name other files (SVG). */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    head.startsWith('GIF8') ||
    /^RIFF[\s\S]{4}WEBP/.test(head)
  )
}
