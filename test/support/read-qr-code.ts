import jsqr from 'jsqr'
import sharp from 'sharp'

// its types know only its default export, Node gives the module around it
const decode = ('default' in jsqr ? jsqr.default : jsqr) as unknown as typeof import('jsqr').default

/** What the QR code on a picture says; null where none is found. */
export async function readQrCode(picture: Uint8Array): Promise<string | null> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}
