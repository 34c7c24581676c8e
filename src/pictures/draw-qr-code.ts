import type { SKRSContext2D } from '@napi-rs/canvas'
import QRCode from 'qrcode'

/** A QR code of at most `size` pixels, its middle at x, y: whole pixels a module, so that every edge is sharp. */
export function drawQrCode(
  context: SKRSContext2D,
  text: string,
  { x, y, size, color }: { x: number; y: number; size: number; color: string },
): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const pixels = Math.floor(size / modules.size)
  const corner = {
    x: Math.round(x - (pixels * modules.size) / 2),
    y: Math.round(y - (pixels * modules.size) / 2),
  }
  context.fillStyle = color
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column))
        context.fillRect(corner.x + column * pixels, corner.y + row * pixels, pixels, pixels)
}
