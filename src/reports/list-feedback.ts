import type { CaseStatus, Urgency, Visibility } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { caseAlias } from '../messages/case-alias.ts'
import { type FeedbackQuestion, matchFeedback, type OutOfScope, withinPeriod } from './match-feedback.ts'
import { periodOfFilter } from './period-of-filter.ts'

/**
 * One submission as an administrator may see it: never whose it is. `words`, `wish` and `answer` are RAW, as they were
 * said: whoever shows them masks them first (masking/mask-text.ts).
 */
export interface FeedbackEntry {
  caseId: string
  submissionId: string
  /** A17: counts per holder of the case, so it needs the village beside it */
  alias: string
  /** eight characters, without the hyphen */
  receipt: string
  villageCode: string
  topic: string
  aspects: string[]
  /** 5 very satisfied .. 1 very dissatisfied */
  satisfaction: number | null
  words: string | null
  wish: string | null
  urgency: Urgency
  status: CaseStatus
  answer: string | null
  createdAt: Date
  visibility: Visibility
  /** what the person is to whoever filed it for them; null: nobody did */
  filedFor: string | null
  /** only where the person chose to be seen with it */
  signedName: string | null
  /** the person had it erased: it counts, but says nothing any more */
  erased: boolean
  attachments: { voice: number; photo: number; location: number }
  /** how many other people said "me too" */
  endorsements: number
}

export interface FeedbackPage {
  entries: FeedbackEntry[]
  total: number
  /** from 0; the last one where a later one was asked for */
  page: number
  pages: number
}

export const ENTRIES_PER_PAGE = 5

/**
 * One page of what the filter means, newest first; those of the same moment in the order of their ids. Refuses a region
 * outside the scope.
 */
export async function listFeedback(
  { db, clock, timeZone }: { db: Db; clock: Clock; timeZone: string },
  question: FeedbackQuestion & { page: number },
): Promise<({ ok: true } & FeedbackPage) | OutOfScope> {
  const match = matchFeedback(question)
  if (!match.ok) return match
  const period = withinPeriod(periodOfFilter(question.filter.period, clock.now(), timeZone))
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM submission s JOIN ledger_case c ON c.submission_id = s.id
    WHERE ${match.where} AND ${period}`
  const total = counted?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / ENTRIES_PER_PAGE))
  const page = Math.min(Math.max(0, question.page), pages - 1)
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT c.id AS "caseId", s.id AS "submissionId", c.number, s.receipt, s.village_code AS "villageCode", s.topic, s.aspects, s.satisfaction,
      s.words, s.wish, s.urgency::text AS urgency, c.status::text AS status, c.answer, s.created_at AS "createdAt",
      s.visibility::text AS visibility,
      CASE WHEN s.visibility = 'committee_named' THEN s.signed_name END AS "signedName",
      s.person_id IS NULL AS erased,
      (SELECT count(*)::int FROM attachment a
        WHERE a.submission_id = s.id AND a.answer_event_id IS NULL AND a.question <> 'consent'
          AND a.kind = 'voice') AS voice,
      (SELECT count(*)::int FROM attachment a
        WHERE a.submission_id = s.id AND a.answer_event_id IS NULL AND a.kind = 'photo') AS photo,
      (SELECT count(*)::int FROM attachment a
        WHERE a.submission_id = s.id AND a.answer_event_id IS NULL AND a.kind = 'location') AS location,
      (SELECT f.relationship FROM filed_for f WHERE f.submission_id = s.id) AS "filedFor",
      (SELECT count(*)::int FROM endorsement e WHERE e.submission_id = s.id) AS endorsements
    FROM submission s JOIN ledger_case c ON c.submission_id = s.id
    WHERE ${match.where} AND ${period}
    ORDER BY s.created_at DESC, s.id
    LIMIT ${ENTRIES_PER_PAGE}::int OFFSET ${page * ENTRIES_PER_PAGE}::int`
  const entries = rows.map(({ number, voice, photo, location, ...row }) => ({
    ...row,
    alias: caseAlias(number),
    attachments: { voice, photo, location },
  }))
  return { ok: true, entries, total, page, pages }
}

type EntryRow = Omit<FeedbackEntry, 'alias' | 'attachments'> & {
  number: number
} & FeedbackEntry['attachments']
