import { concernsChild } from '../cards/concerns-child.ts'
import { REVIEW } from '../cards/draft-state.ts'
import type { Statement, Statements } from '../db/statements.ts'
import type { Person } from '../people/find-person.ts'
import { GUARDIAN_CONSENT_VERSION, hasGuardianConsent } from '../people/guardian-consent.ts'
import {
  CLAIM_VALUES,
  type Claim,
  type CreatedSubmission,
  createSubmission,
  type SubmissionDeps,
} from './create-submission.ts'
import { isDayFull } from './is-day-full.ts'
import type { VersionedDraft } from './read-visit.ts'
import { isAsRemembered, type Unread, unreadValues } from './unread.ts'

export type SubmitResult =
  | ({ ok: true } & CreatedSubmission)
  /** `changed`: the card is no longer as it was read, or the update was done before */
  | { ok: false; code: 'stale' | 'needs_consent' | 'guardian_needed' | 'too_many' | 'changed' }

/**
 * Makes the person's card a submission with its case and marks the update as done: all of it or nothing, and once, since
 * the submission bears the draft's id and the draft goes with it. `signedName` is kept only where the person chose to be
 * seen with it. Refuses a card that is not on its review screen, one that is filled in for somebody else (that waits for
 * their consent: proxy/park-proxy.ts), and one about a child where the person has not agreed as its guardian: `asGuardian`
 * says that they do so with this, which is kept for the next ones. Where their day is full (is-day-full.ts) the card stays
 * as it is, to be submitted later.
 */
export async function submitFeedback(
  deps: SubmissionDeps & { statements: Statements },
  input: {
    person: Pick<Person, 'id' | 'guardianConsentVersion'>
    draft: VersionedDraft
    updateId: number
    signedName: string
    asGuardian?: boolean
    unread?: Unread | null
  },
): Promise<SubmitResult> {
  const { person, draft, updateId, signedName, asGuardian = false, unread = null } = input
  if (draft.state.at !== REVIEW) return { ok: false, code: 'stale' }
  if (draft.filedFor) return { ok: false, code: 'needs_consent' }
  const needsGuardian = concernsChild(draft.state) && !hasGuardianConsent(person)
  if (needsGuardian && !asGuardian) return { ok: false, code: 'guardian_needed' }
  const { id, villageCode, card, state } = draft
  const claim = claimDraft({ version: draft.version, updateId, agreesAsGuardian: needsGuardian, unread })
  const created = await createSubmission(deps, {
    id,
    personId: person.id,
    villageCode,
    card,
    state,
    signedName,
    claim,
  })
  if (created) return { ok: true, ...created }
  const [left] = await deps.statements.run(refusedStatement, [
    id,
    deps.clock.now(),
    person.id,
    draft.version,
    updateId,
  ])
  return { ok: false, code: left ? 'too_many' : 'changed' }
}

/** A row where the card is still there, and only its person's day is full. */
const refusedStatement: Statement = {
  name: 'submit-refused',
  text: `
    SELECT id FROM draft WHERE id = $1::uuid AND xmin = $4::text::xid
      AND NOT EXISTS (SELECT FROM processed_update WHERE update_id = $5::bigint)
      AND ${isDayFull('$3::uuid', '$2::timestamptz')}`,
}

/** Whoever spoke for another village once speaks for their own again. */
function claimDraft(values: {
  version: string
  updateId: number
  agreesAsGuardian: boolean
  unread: Unread | null
}): Claim {
  const [version, updateId, agrees, consentVersion, personVersion, noteKeys] = [0, 1, 2, 3, 4, 5].map(
    (nth) => `$${CLAIM_VALUES + nth}`,
  ) as [string, string, string, string, string, string]
  return {
    name: 'draft',
    text: `
      claimed AS (
        DELETE FROM draft WHERE id = $1::uuid AND xmin = ${version}::text::xid
          AND NOT EXISTS (SELECT FROM processed_update WHERE update_id = ${updateId}::bigint)
          AND ${isAsRemembered('$3::uuid', personVersion, noteKeys)}
          AND NOT ${isDayFull('$3::uuid', '$2::timestamptz')}
        RETURNING id
      ), marked AS (
        INSERT INTO processed_update (update_id, processed_at) SELECT ${updateId}::bigint, $2::timestamptz FROM claimed
      ), spoken AS (
        UPDATE person SET speaking_village_code = NULL,
          guardian_consented_at = CASE WHEN ${agrees}::boolean THEN $2::timestamptz ELSE guardian_consented_at END,
          guardian_consent_version = CASE WHEN ${agrees}::boolean THEN ${consentVersion}::int
            ELSE guardian_consent_version END
        WHERE id = $3::uuid AND EXISTS (SELECT FROM claimed)
          AND (${agrees}::boolean OR speaking_village_code IS NOT NULL)
      )`,
    values: [
      values.version,
      values.updateId,
      values.agreesAsGuardian,
      GUARDIAN_CONSENT_VERSION,
      ...unreadValues(values.unread),
    ],
  }
}
