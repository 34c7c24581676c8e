import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createPicture } from '../../src/pictures/create-picture.ts'
import { drawReceipt } from '../../src/pictures/draw-receipt.ts'
import { drawText } from '../../src/pictures/draw-text.ts'
import { readQrCode } from '../support/read-qr-code.ts'

const RECEIPT = {
  title: '意见回执',
  village: '乌停村',
  above: '高村镇 · 万荣县',
  receipt: '7K3F-M92Q',
  date: '2026年11月21日',
  use: '扫一扫，看办到哪一步',
  url: 'https://t.me/xiangyin_way_bot?start=r7K3FM92Q',
}

/** The pixels of one line of text on white: how many are dark, and how far to the right they reach. */
async function ink(text: string, most = 600): Promise<{ dark: number; left: number; right: number }> {
  const { canvas, context } = createPicture(640, 120)
  context.fillStyle = 'white'
  context.fillRect(0, 0, 640, 120)
  drawText(context, text, { x: 320, y: 90, most }, { size: 72, color: 'black' })
  const { data } = await sharp(await canvas.encode('png'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const columns = [...data.entries()].filter(([, value]) => value < 128).map(([at]) => at % 640)
  return { dark: columns.length, left: Math.min(...columns), right: Math.max(...columns) }
}

describe('the receipt as a picture', () => {
  it('is a PNG whose QR code reads back what it opens', async () => {
    const png = await drawReceipt(RECEIPT)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 900, height: 1280 })
    expect(await readQrCode(png)).toBe(RECEIPT.url)
    // as Telegram hands photos on: a JPEG, smaller
    const handedOn = await sharp(png).resize({ height: 640 }).jpeg({ quality: 60 }).toBuffer()
    expect(await readQrCode(handedOn)).toBe(RECEIPT.url)
  })

  it('says each of its lines', async () => {
    const whole = await drawReceipt(RECEIPT)
    for (const line of ['title', 'village', 'above', 'receipt', 'date', 'use'] as const)
      expect((await drawReceipt({ ...RECEIPT, [line]: '' })).equals(whole)).toBe(false)
  })

  it('has letters of its own for Chinese, each a different one, without any font of the machine', async () => {
    const shapes = await Promise.all(['乌', '停', '村', '贰', '7', 'W'].map((letter) => ink(letter)))
    expect(new Set(shapes.map(({ dark }) => dark)).size).toBe(shapes.length)
    for (const { dark } of shapes) expect(dark).toBeGreaterThan(200)
  })

  it('makes a long name smaller, so that it stays within its margins', async () => {
    const { left, right } = await ink('西花园社区居民委员会西花园社区居民委员会', 400)
    expect(left).toBeGreaterThanOrEqual(119)
    expect(right).toBeLessThanOrEqual(521)
    expect(right - left).toBeGreaterThan(340)
  })
})
