import sharp from 'sharp'

/** What a telephone writes into a photo; all of it must go. */
export const CAMERA = 'Laojia Phone 7'

/** A JPEG of one colour (grey, 0 to 255) with EXIF that tells where it was taken and with what. */
export async function photoWithPlace(grey: number, { width = 60, height = 40 } = {}): Promise<Buffer> {
  return await sharp({ create: { width, height, channels: 3, background: { r: grey, g: grey, b: grey } } })
    .withExif({
      IFD0: { Make: CAMERA, Model: CAMERA },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 24/1 7/1', GPSLongitudeRef: 'E' },
    })
    .jpeg()
    .toBuffer()
}

/** The first page of an Ogg/Opus recording; `say` makes its bytes differ. */
export function oggVoice(say: string): Buffer {
  const page = Buffer.alloc(28)
  page.write('OggS', 0, 'latin1')
  page[26] = 1
  page[27] = 19
  return Buffer.concat([page, Buffer.from('OpusHead'), Buffer.alloc(11, 1), Buffer.from(say)])
}
