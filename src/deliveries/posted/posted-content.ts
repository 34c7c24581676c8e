import { z } from 'zod'
import type { Prisma } from '../../../prisma/client/client.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { MARK_KINDS, type QuoteMark } from '../../messages/quote-marks.ts'

/** A message as it was posted, with its marks; `text` null: a file, all of it of those submissions. */
export interface PostedContent extends Omit<OutgoingMessage, 'text'> {
  text: string | null
  marks: QuoteMark[]
}

const place = { offset: z.number().int().min(0), length: z.number().int().min(0) }
const marksSchema = z.array(z.object({ kind: z.enum(MARK_KINDS), submissionId: z.uuid(), ...place }))
// written by ourselves from what Telegram took: only that it is a list of things with a place is checked
const entitiesSchema = z.array(z.looseObject({ type: z.string(), ...place }))
const buttonsSchema = z.array(
  z.array(
    z.union([
      z.object({ label: z.string(), data: z.string() }),
      z.object({ label: z.string(), url: z.string() }),
    ]),
  ),
)

/** What a row of posted_message says. */
export function readPosted(row: {
  text: string | null
  entities: unknown
  buttons: unknown
  marks: unknown
}): PostedContent {
  return {
    text: row.text,
    entities: entitiesSchema.parse(row.entities) as PostedContent['entities'],
    buttons: buttonsSchema.parse(row.buttons),
    marks: marksSchema.parse(row.marks),
  }
}

/** The columns of posted_message that hold it. */
export function writePosted({ text, entities = [], buttons = [], marks }: PostedContent) {
  return {
    text,
    entities: entities as unknown as Prisma.InputJsonValue,
    buttons: buttons as unknown as Prisma.InputJsonValue,
    marks: marks as unknown as Prisma.InputJsonValue,
    submissionIds: [...new Set(marks.map(({ submissionId }) => submissionId))],
  }
}
