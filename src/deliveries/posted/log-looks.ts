import type { Db } from '../../db/database.ts'
import type { Clock } from '../../lib/clock.ts'
import type { MarkKind, QuoteMark } from '../../messages/quote-marks.ts'

/**
 * Where a name was shown: on a case or a list of them, in what /query found, in news of a case, in a digest. `files`: voices,
 * photos and places of anybody, signed or not, since a voice is as good as a name.
 */
export const lookPlaces = ['case', 'query', 'news', 'digest', 'files'] as const
export type LookPlace = (typeof lookPlaces)[number]

/** Who was shown it: a person's Telegram id, or that of a whole channel or group (negative), and for which office. */
export interface Viewer {
  id: number
  /** null: the administrators of everything */
  regionCode: string | null
}

/**
 * Notes for everybody whose name is in these marks that it was shown: once for a viewer, a case, a place and a day. Call it before
 * the message goes out, so that no look is ever lost; where sending fails then, there is one too many. One's own look at
 * one's own name is none. May be repeated.
 */
export async function logLooks(
  deps: { tx: Db; clock: Clock; timeZone: string },
  viewer: Viewer,
  place: LookPlace,
  marks: readonly QuoteMark[],
): Promise<void> {
  await logLooksAt(deps, viewer, place, namesShown(marks))
}

/** The same for the people of these submissions. */
export async function logLooksAt(
  { tx, clock, timeZone }: { tx: Db; clock: Clock; timeZone: string },
  viewer: Viewer,
  place: LookPlace,
  submissionIds: readonly string[],
): Promise<void> {
  const ids = [...submissionIds]
  if (ids.length === 0) return
  const at = clock.now()
  // Sweden writes dates as ISO 8601 does
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
  await tx.$executeRaw`
    INSERT INTO identity_look (person_id, case_id, viewer_id, region_code, place, day, at)
    SELECT s.person_id, c.id, ${BigInt(viewer.id)}::bigint, ${viewer.regionCode}::text, ${place}::text, ${day}::text,
      ${at}::timestamptz
    FROM submission s JOIN ledger_case c ON c.submission_id = s.id JOIN person p ON p.id = s.person_id
    WHERE s.id = ANY(${ids}::uuid[]) AND p.telegram_id <> ${BigInt(viewer.id)}::bigint
    ON CONFLICT (case_id, viewer_id, day, place) DO NOTHING`
}

const showsName: Record<MarkKind, boolean> = {
  words: false,
  named: true,
  name: true,
  answer: false,
  named_answer: true,
}

/** The submissions whose signed name can be read. */
export function namesShown(marks: readonly QuoteMark[]): string[] {
  return [...new Set(marks.filter(({ kind }) => showsName[kind]).map(({ submissionId }) => submissionId))]
}
