import type { SKRSContext2D } from '@napi-rs/canvas'
import { FONT } from './create-picture.ts'

/** One line of text, centred at x on the baseline y; smaller where it would be wider than `most` pixels. */
export function drawText(
  context: SKRSContext2D,
  text: string,
  place: { x: number; y: number; most: number },
  style: { size: number; color: string; bold?: boolean; spacing?: number },
): void {
  const { size, color, bold = false, spacing = 0 } = style
  const fontOf = (pixels: number) => `${bold ? 700 : 400} ${pixels}px "${FONT}"`
  context.letterSpacing = `${spacing}px`
  context.font = fontOf(size)
  const { width } = context.measureText(text)
  if (width > place.most) context.font = fontOf(Math.floor((size * place.most) / width))
  context.fillStyle = color
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  // the space behind the last letter is not seen
  context.fillText(text, place.x + spacing / 2, place.y)
  context.letterSpacing = '0px'
}
