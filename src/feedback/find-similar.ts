import { OPEN, statusList } from '../cases/statuses.ts'
import type { Statement, Statements } from '../db/statements.ts'

/** Something that somebody else of the village said and that is not answered yet. `words` are RAW: see public-words.ts. */
export interface SimilarSuggestion {
  submissionId: string
  topic: string
  aspects: string[]
  words: string
  /** who said it, where they signed: only so that the name can be taken out of what is shown */
  signedName: string | null
  /** how many people said "me too" */
  endorsements: number
}

/** As many as are offered. */
const MOST_SIMILAR = 3
/**
 * Only so many, the newest, are compared: with twice as many a busy village was driven at 0.64 times the pace of others
 * (docs/PERFORMANCE.md), with these at 0.78 times. The index of village and date narrows it further than that of the pairs
 * could: nearly any two texts share some pair.
 */
const MOST_COMPARED = 100

const findSimilarStatement: Statement = {
  name: 'find-similar',
  text: `
    WITH said AS MATERIALIZED (
      SELECT unnest(text_pairs($1::text || ' ' || $2::text)) AS pair
    ), candidate AS MATERIALIZED (
      SELECT s.id, s.topic, s.aspects, s.words, s.signed_name, s.created_at, s.pairs
      FROM submission s JOIN ledger_case c ON c.submission_id = s.id
      WHERE s.village_code = $3::text AND s.topic = $4::text AND s.words IS NOT NULL
        AND s.person_id <> $5::uuid AND s.visibility <> 'township'
        AND c.holder_code = s.village_code AND c.status IN ${statusList(OPEN).sql}
        AND NOT EXISTS (
          SELECT FROM endorsement e WHERE e.submission_id = s.id AND e.person_id = $5::uuid)
      ORDER BY s.created_at DESC, s.id LIMIT ${MOST_COMPARED}
    ), common AS MATERIALIZED (
      SELECT id, count(*)::int AS shared
      FROM candidate CROSS JOIN unnest(tsvector_to_array(pairs)) AS their(pair) JOIN said USING (pair)
      GROUP BY id
    ), compared AS (
      SELECT candidate.*, (SELECT count(*)::int FROM said) AS own, length(pairs) AS theirs,
        coalesce(shared, 0) AS shared,
        (SELECT count(*)::int FROM unnest(aspects) a WHERE a = ANY($6::text[])) AS "sharedAspects"
      FROM candidate LEFT JOIN common USING (id)
    )
    SELECT id::text AS "submissionId", topic, aspects, words, signed_name AS "signedName",
      (SELECT count(*)::int FROM endorsement e WHERE e.submission_id = compared.id) AS endorsements
    FROM compared
    WHERE CASE WHEN $7::boolean
      THEN shared >= 2 AND
        CASE WHEN "sharedAspects" > 0 THEN 25 * shared * shared >= own * theirs
        ELSE 100 * shared * shared >= 9 * own * theirs END
      ELSE "sharedAspects" > 0 AND aspects @> $6::text[] AND aspects <@ $6::text[] END
    ORDER BY CASE WHEN $7::boolean THEN (shared * shared)::float8 / greatest(own * theirs, 1) ELSE 0 END DESC,
      "sharedAspects" DESC, created_at DESC, id
    LIMIT ${MOST_SIMILAR}`,
}

/**
 * Open suggestions of the village, of the same topic, that say much the same: most alike first, at most three. Never one
 * that the village shall not see, nor the person's own, nor one that they endorsed, nor one without words, which gives
 * nothing to agree with.
 *
 * Two texts (words and wish) are as alike as the cosine of their sets of pairs of neighbouring characters: shared pairs /
 * square root of (pairs of the one x pairs of the other). They are offered from 0.2 on where an aspect is shared, else
 * from 0.3 on, with at least two pairs shared. Tried on the 74,673 pairs of one topic among 438 real messages that share
 * two pairs of characters: 18 above 0.5 are copies; 4 from 0.23 to 0.35 are the same matter in other words; around 0.2
 * the same question about another hospital or insurance; at 0.18 greetings and thanks already join strangers, and at 0.15
 * there are 53. Short texts, as people send them here, come out higher: "降压药常常断，要去县里买" and "降压药老断货，得去县里"
 * are 0.47 alike. The pairs of what was submitted stand in its row (text_pairs in the migrations), since to make them of 200
 * texts takes 200 ms. Without words of the person's own only the very same aspects count, and "something else" is none.
 */
export async function findSimilar(
  statements: Statements,
  input: {
    personId: string
    villageCode: string
    topic: string
    aspects: readonly string[]
    words: string | null
    wish: string | null
  },
): Promise<SimilarSuggestion[]> {
  const { personId, villageCode, topic } = input
  const aspects = input.aspects.filter((aspect) => aspect !== 'something_else')
  const hasWords = `${input.words ?? ''}${input.wish ?? ''}`.trim() !== ''
  return await statements.run<SimilarSuggestion>(findSimilarStatement, [
    input.words ?? '',
    input.wish ?? '',
    villageCode,
    topic,
    personId,
    aspects,
    hasWords,
  ])
}
