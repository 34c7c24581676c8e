import { z } from 'zod'

/** What somebody sent in answer to a words question, besides text. `messageId` tells the same message when it comes again. */
const partSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('voice'),
    messageId: z.number(),
    fileId: z.string(),
    durationSeconds: z.number().optional(),
  }),
  z.object({
    kind: z.literal('photo'),
    messageId: z.number(),
    fileId: z.string(),
    /** the same for all photos that were sent together */
    album: z.string().optional(),
  }),
  z.object({
    kind: z.literal('location'),
    messageId: z.number(),
    latitude: z.number(),
    longitude: z.number(),
  }),
])

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), value: z.string() }),
  z.object({ kind: z.literal('several'), values: z.array(z.string()) }),
  z.object({
    kind: z.literal('words'),
    text: z.string().nullable(),
    textMessageId: z.number().nullable(),
    /** which part of the text came in which message; see lib/pieces.ts. Not there: all of it in one */
    pieces: z.array(z.object({ messageId: z.number(), date: z.number(), length: z.number() })).optional(),
    parts: z.array(partSchema),
  }),
  z.object({ kind: z.literal('skipped') }),
])

/** How Draft.state looks in the database. */
export const draftStateSchema = z.object({
  /** the question that is open, or `review`, or `topic` */
  at: z.string(),
  /** changing one line from the review: the next answer leads back there */
  editing: z.boolean(),
  /** the words question that the last message was for, as long as no button was pressed since: more may belong to it */
  speaking: z.string().optional(),
  answers: z.record(z.string(), answerSchema),
})

export type DraftState = z.infer<typeof draftStateSchema>
export type Answer = z.infer<typeof answerSchema>
export type Part = z.infer<typeof partSchema>
export type WordsAnswer = Extract<Answer, { kind: 'words' }>

export const REVIEW = 'review'
/** Words came first: which topic they are about is still to be said. */
export const TOPIC = 'topic'
/** Telegram's own limit for one message, in UTF-16 code units: https://core.telegram.org/bots/api#sendmessage */
export const MAX_TEXT = 4096
export const MAX_PHOTOS = 5
