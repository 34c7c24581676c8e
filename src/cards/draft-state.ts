import { z } from 'zod'

/** In Unix seconds, as Telegram dates a message; not there: taken before dates were kept. */
const date = z.number().optional()

/** What somebody sent in answer to a words question, besides text. `messageId` tells the same message when it comes again. */
const partSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('voice'),
    messageId: z.number(),
    date,
    fileId: z.string(),
    /** the same for the same file, whoever sends it and when; https://core.telegram.org/bots/api#voice */
    uniqueId: z.string().optional(),
    durationSeconds: z.number().optional(),
  }),
  z.object({
    kind: z.literal('photo'),
    messageId: z.number(),
    date,
    fileId: z.string(),
    uniqueId: z.string().optional(),
    /** the same for all photos that were sent together */
    album: z.string().optional(),
  }),
  z.object({
    kind: z.literal('location'),
    messageId: z.number(),
    date,
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
  /** all words questions that were answered since the last button, in the order of the card */
  spoken: z.array(z.string()).optional(),
  /** the answer to the open question is about to be thrown away: the person is asked whether it shall */
  asksAnew: z.literal(true).optional(),
  /** where the open question was first shown: what was said before that is not meant for it */
  shown: z.object({ at: z.string(), messageId: z.number().optional(), date: z.number() }).optional(),
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
/** What piles up in one card, and as text in one answer, in UTF-16 code units; nobody who fills one in comes near it. */
export const MOST_IN_CARD = { photo: MAX_PHOTOS, voice: 10, location: 3, text: 20_000 } as const
