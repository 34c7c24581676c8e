import { z } from 'zod'
import { filterPeriods, filterStatuses } from '../presses/query-press.ts'

/** In characters as people count them (code points). */
export const MAX_WORDS = 50

/** What an administrator asks for, and how FeedbackQuery.filter looks in the database. */
export const feedbackFilterSchema = z.object({
  /** null: all topics */
  topic: z.string().nullable(),
  /** a region with all below it; the empty string: everything in the administrator's scope */
  regionCode: z.string().regex(/^(|\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/),
  period: z.enum(filterPeriods),
  status: z.enum(filterStatuses),
  /** part of what was said, as read by read-words.ts; null: whatever was said */
  words: z
    .string()
    .min(1)
    .max(MAX_WORDS * 2)
    .nullable(),
  /** one of the topic's aspects; null or left out: any */
  aspect: z.string().nullish(),
})

export type FeedbackFilter = z.infer<typeof feedbackFilterSchema>
