import QRCode from 'qrcode'

/** Longer than any link to a bot (a payload has at most 64 characters). */
const longest = 256

/** A link into Telegram as an SVG picture; undefined for everything else, as this is no service for others' codes. */
export async function drawQr(text: string): Promise<string | undefined> {
  if (!text.startsWith('https://t.me/') || text.length > longest || !URL.canParse(text)) return undefined
  return await QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
}
