import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { checkVoice } from '../../src/attachments/check-voice.ts'
import { takePhoto } from '../../src/attachments/take-photo.ts'
import { CAMERA, oggVoice, photoWithPlace } from './support/recordings.ts'

describe('a photo', () => {
  it('comes without what tells where and with what it was taken', async () => {
    const original = await photoWithPlace(90)
    expect((await sharp(original).metadata()).exif).toBeDefined()
    expect(original.includes(CAMERA)).toBe(true)
    const taken = await takePhoto(original)
    if (!taken.ok) throw new Error(taken.code)
    const bytes = Buffer.from(taken.bytes)
    for (const trace of [CAMERA, 'Exif', 'http://ns.adobe.com/xap']) expect(bytes.includes(trace)).toBe(false)
    const { format, exif, xmp, iptc, icc } = await sharp(bytes).metadata()
    expect({ format, exif, xmp, iptc, icc }).toEqual({ format: 'jpeg' })
  })

  it('stands upright, and is at most 2,560 pixels long', async () => {
    const lying = await sharp({ create: { width: 3000, height: 600, channels: 3, background: 'red' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const taken = await takePhoto(lying)
    if (!taken.ok) throw new Error(taken.code)
    expect(await sharp(taken.bytes).metadata()).toMatchObject({ width: 512, height: 2560 })
  })

  it('of another kind becomes a JPEG, too', async () => {
    const png = await sharp(await photoWithPlace(20))
      .png()
      .toBuffer()
    expect(await takePhoto(png)).toMatchObject({ ok: true, mediaType: 'image/jpeg' })
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('not a picture')],
    ['a drawing that could name other files', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a voice message', oggVoice('x')],
    ['the beginning of a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ])('that is %s is refused', async (_, bytes) => {
    expect(await takePhoto(bytes)).toEqual({ ok: false, code: 'no_picture' })
  })

  it('that is cut off is refused', async () => {
    const whole = await photoWithPlace(50, { width: 800, height: 600 })
    expect(await takePhoto(whole.subarray(0, whole.length - 400))).toEqual({ ok: false, code: 'no_picture' })
  })
})

describe('a voice message', () => {
  it('is Ogg with Opus, or WebM', () => {
    expect(checkVoice(oggVoice('x'))).toEqual({ ok: true, mediaType: 'audio/ogg' })
    const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x84]), Buffer.from('webm')])
    expect(checkVoice(webm)).toEqual({ ok: true, mediaType: 'audio/webm' })
  })

  it('of another kind or above 20 MB is refused', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('ID3 music'), Buffer.from('OggS with Vorbis')])
      expect(checkVoice(bytes)).toEqual({ ok: false, code: 'no_voice' })
    const long = Buffer.concat([oggVoice('x'), Buffer.alloc(20 * 1024 * 1024)])
    expect(checkVoice(long)).toEqual({ ok: false, code: 'too_big' })
  })
})
