import { z } from 'zod'
import type { PlaygroundOutgoing } from '../../contract.ts'
import type { UploadedFile } from '../files/uploaded-file.ts'
import type { Outgoing } from '../world/outgoing.ts'
import { WorldError } from '../world/world-error.ts'

const location = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})
const fields = z.strictObject({
  as: z.coerce.number().int(),
  text: z.string().optional(),
  replyTo: z.coerce.number().int().optional(),
  fileKind: z.enum(['photo', 'voice', 'document']).optional(),
  location: z.preprocess(
    (value) => (typeof value === 'string' ? JSON.parse(value) : value),
    location.optional(),
  ),
  sticker: z.string().min(1).max(16).optional(),
  duration: z.coerce.number().int().min(0).optional(),
}) satisfies z.ZodType<PlaygroundOutgoing>

/** `POST /playground/chats/<id>/messages`: JSON, or multipart with `file` parts. */
export async function readOutgoing(
  request: Request,
): Promise<{ personId: number; outgoing: Outgoing; replyTo: number | undefined }> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const body = fields.parse(await request.json())
    return { personId: body.as, outgoing: wordsOf(body), replyTo: body.replyTo }
  }
  const form = await request.formData().catch(() => {
    throw new WorldError('the form cannot be read')
  })
  const files: UploadedFile[] = []
  const plain: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string') plain[name] = value
    else if (name !== 'file') throw new WorldError(`a file part is called "file", not "${name}"`)
    else {
      files.push({ name: value.name, mimeType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) })
    }
  }
  const body = fields.parse(plain)
  const outgoing = files.length > 0 ? filesOf(files, body) : wordsOf(body)
  return { personId: body.as, outgoing, replyTo: body.replyTo }
}

function wordsOf(body: z.infer<typeof fields>): Outgoing {
  if (body.location) return { location: body.location }
  if (body.sticker) return { sticker: body.sticker }
  if (body.text?.trim()) return { text: body.text }
  throw new WorldError('there is nothing to send')
}

function filesOf(files: UploadedFile[], body: z.infer<typeof fields>): Outgoing {
  const [first] = files
  if (!first) throw new WorldError('there is nothing to send')
  const caption = body.text ? { caption: body.text } : {}
  const kind = body.fileKind ?? kindOf(first.mimeType ?? '')
  if (kind === 'photo') return { photos: files, ...caption }
  if (files.length > 1) throw new WorldError('only photos can be sent several at once')
  if (kind === 'document') return { document: first, ...caption }
  return {
    voice: { ...first, ...(body.duration === undefined ? {} : { duration: body.duration }) },
    ...caption,
  }
}

function kindOf(mimeType: string): 'photo' | 'voice' | 'document' {
  if (mimeType.startsWith('image/') && mimeType !== 'image/svg+xml') return 'photo'
  return mimeType.startsWith('audio/') ? 'voice' : 'document'
}
