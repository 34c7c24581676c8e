import { createRequire } from 'node:module'
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'

/** The font that comes with the product, in two weights (400 and 700): no machine needs Chinese fonts of its own. */
export const FONT = 'Xiangyin Sans'

const FILES = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf']

export interface Picture {
  canvas: Canvas
  context: SKRSContext2D
}

/** An empty picture of so many pixels. The first one of a process reads the fonts, which takes some tens of milliseconds. */
export function createPicture(width: number, height: number): Picture {
  registerFonts()
  const canvas = createCanvas(width, height)
  return { canvas, context: canvas.getContext('2d') }
}

function registerFonts(): void {
  if (GlobalFonts.has(FONT)) return
  const { resolve } = createRequire(import.meta.url)
  for (const file of FILES) {
    const path = resolve(`@expo-google-fonts/noto-sans-sc/${file}`)
    if (!GlobalFonts.registerFromPath(path, FONT)) throw new Error(`the font ${path} cannot be read`)
  }
}
