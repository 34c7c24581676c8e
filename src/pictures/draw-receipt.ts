import { createPicture, type Picture } from './create-picture.ts'
import { drawQrCode } from './draw-qr-code.ts'
import { drawText } from './draw-text.ts'

/** What stands on a receipt, as it is read. */
export interface ReceiptText {
  /** what it is, small, on top */
  title: string
  village: string
  /** township and county */
  above: string
  /** 7K3F-M92Q */
  receipt: string
  date: string
  /** one line what it is for */
  use: string
  /** what the QR code opens */
  url: string
}

const WIDTH = 900
const HEIGHT = 1280
const MARGIN = 40
const RADIUS = 36
/** where the stub is torn off */
const TEAR = 590
const NOTCH = 26

const PAPER = '#f4ede1'
const CARD = '#fffdf8'
const LEAF = '#2f6b4f'
const INK = '#22302a'
const FADED = '#6f7a72'
const LINE = '#d9cfbd'

/** The receipt as a picture (PNG) to keep: code and village in large letters, and a QR code which opens it. */
export async function drawReceipt(text: ReceiptText): Promise<Buffer> {
  const picture = createPicture(WIDTH, HEIGHT)
  drawPaper(picture)
  const { canvas, context } = picture
  const x = WIDTH / 2
  const most = WIDTH - 4 * MARGIN
  drawText(context, text.title, { x, y: 114, most }, { size: 36, color: '#eaf3ec', spacing: 10 })
  drawText(context, text.village, { x, y: 290, most }, { size: 76, color: INK, bold: true })
  drawText(context, text.above, { x, y: 350, most }, { size: 36, color: FADED })
  drawText(context, text.receipt, { x, y: 490, most }, { size: 104, color: LEAF, bold: true, spacing: 4 })
  drawText(context, text.date, { x, y: 550, most }, { size: 34, color: FADED })
  drawQrCode(context, text.url, { x, y: 880, size: 480, color: INK })
  drawText(context, text.use, { x, y: 1196, most }, { size: 38, color: INK })
  return await canvas.encode('png')
}

/** A ticket: a green head, white paper with round corners, and a dotted line between two notches. */
function drawPaper({ context }: Picture): void {
  context.fillStyle = PAPER
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.save()
  context.beginPath()
  context.roundRect(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN, RADIUS)
  context.clip()
  context.fillStyle = CARD
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.fillStyle = LEAF
  context.fillRect(0, 0, WIDTH, 160)
  context.restore()

  context.fillStyle = PAPER
  for (const x of [MARGIN, WIDTH - MARGIN]) {
    context.beginPath()
    context.arc(x, TEAR, NOTCH, 0, 2 * Math.PI)
    context.fill()
  }
  context.strokeStyle = LINE
  context.lineWidth = 5
  context.lineCap = 'round'
  context.setLineDash([1, 16])
  context.beginPath()
  context.moveTo(MARGIN + 2 * NOTCH, TEAR)
  context.lineTo(WIDTH - MARGIN - 2 * NOTCH, TEAR)
  context.stroke()
  context.setLineDash([])
}
