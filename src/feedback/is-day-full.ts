/**
 * What one person submits of their own within 24 hours at most. A card of its own for every aspect of all four topics makes
 * 36, which takes somebody who means it an evening; a program that presses buttons makes as many in a minute, and each
 * comes to the committee's chat. What is filed for somebody else is not counted here, but in proxy/park-proxy.ts.
 */
export const MOST_CARDS_A_DAY = 40

/**
 * The condition of that, in SQL: whether this person may submit no more at this moment. A person has one card in hand at a
 * time, and the next one begins only after the last is in: so two of them never pass it together.
 */
export function isDayFull(personId: string, now: string): string {
  return `((SELECT count(*) FROM submission
    WHERE person_id = ${personId} AND created_at > ${now} - interval '24 hours'
      AND (SELECT count(*) FROM filed_for WHERE submission_id = submission.id) = 0) >= ${MOST_CARDS_A_DAY})`
}
