import type { CardDefinition } from '../cards/card-definition.ts'
import type { DraftState } from '../cards/draft-state.ts'
import { type FilledCard, fillCard } from '../cards/filled-card.ts'
import { isToldAtOnce, tellOfNewCase } from '../cases/effects.ts'
import { holderOf, openingCase } from '../cases/open-case.ts'
import type { ReadersMemory } from '../committees/readers-memory.ts'
import type { SendJob } from '../db/job.ts'
import type { RunsStatements, Statements } from '../db/statements.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { createReceipt } from './receipt.ts'

export interface CreatedSubmission {
  submissionId: string
  receipt: string
  caseId: string
  /** the region that holds the case */
  holderCode: string
}

export interface SubmissionDeps {
  /** a transaction of the caller's, or what begins one where it needs to */
  statements: Statements | RunsStatements
  clock: Clock
  random: Random
  sendJob: SendJob
  readers: ReadersMemory
}

/**
 * Takes the filled card away from where it was, so that it is submitted once: what WITH takes, of which `claimed` gives a
 * row where the card was still there. $1 is its id, $2 now, $3 the person; `values` are those from CLAIM_VALUES on.
 */
export interface Claim {
  name: string
  text: string
  values: readonly unknown[]
}

/** 35 random bits a receipt: at a million submissions one in 34,000 is taken already, and so one of these is free. */
const RECEIPTS = 3

/**
 * Makes a filled card a submission of that person with its case: all of it in one statement, with a transaction around it
 * only where jobs are left, too: what is to be fetched from Telegram, and who is told of it. `id` is the card's own.
 * `signedName` is kept only where the card says that it may be seen. Null where the claim found nothing.
 */
export async function createSubmission(
  deps: SubmissionDeps,
  input: {
    id: string
    personId: string
    villageCode: string
    card: CardDefinition
    state: DraftState
    signedName: string | null
    claim: Claim
  },
): Promise<CreatedSubmission | null> {
  const { statements, clock, random, sendJob, readers } = deps
  const { id, personId, villageCode, card, state, claim } = input
  const { parts, ...filled } = fillCard(card, state)
  const attachments = toAttachments(parts, random)
  const holderCode = holderOf({ villageCode, visibility: filled.visibility })
  const caseId = random.uuid()
  const toFetch = attachments.filter(({ file_id }) => file_id !== null)
  const atOnce = await isToldAtOnce(readers, { holderCode, urgency: filled.urgency })

  const write = async (tx: RunsStatements): Promise<CreatedSubmission | null> => {
    const [created] = await tx.run<{ receipt: string }>(statementFor(claim), [
      id,
      clock.now(),
      personId,
      villageCode,
      card.topic,
      card.version,
      filled.aspects,
      filled.satisfaction,
      JSON.stringify(filled.answers),
      filled.words,
      filled.wish,
      filled.urgency,
      filled.visibility,
      filled.visibility === 'committee_named' ? input.signedName : null,
      Array.from({ length: RECEIPTS }, () => createReceipt(random)),
      JSON.stringify(attachments),
      caseId,
      holderCode,
      ...claim.values,
    ])
    if (!created) return null
    for (const { id: attachmentId } of toFetch)
      await sendJob(tx, { name: 'fetch-attachment', data: { attachmentId } })
    if (atOnce) await tellOfNewCase({ tx, sendJob }, caseId)
    return { submissionId: id, receipt: created.receipt, caseId, holderCode }
  }
  const leavesJobs = atOnce || toFetch.length > 0
  return leavesJobs && 'inTransaction' in statements
    ? await statements.inTransaction(write)
    : await write(statements)
}

/** The number of a claim's first parameter. */
export const CLAIM_VALUES = 19

function statementFor({ name, text }: Claim) {
  return {
    name: `submit-${name}`,
    text: `
      WITH ${text}, submitted AS (
        INSERT INTO submission (id, created_at, person_id, village_code, topic, card_version, aspects, satisfaction,
          answers, words, wish, urgency, visibility, signed_name, receipt)
        SELECT $1::uuid, $2::timestamptz, $3::uuid, $4::text, $5::text, $6::int, $7::text[], $8::int, $9::jsonb, $10::text,
          $11::text, $12::text::"Urgency", $13::text::"Visibility", $14::text,
          (SELECT free FROM unnest($15::text[]) AS free
            WHERE (SELECT count(*) FROM submission WHERE receipt = free) = 0 LIMIT 1)
        FROM claimed
        RETURNING id, receipt
      ), attached AS (
        INSERT INTO attachment (id, submission_id, question, position, kind, file_id, latitude, longitude, state,
          duration_seconds)
        SELECT a.id, submitted.id, a.question, a.position, a.kind, a.file_id, a.latitude, a.longitude, a.state,
          a.duration_seconds
        FROM submitted CROSS JOIN jsonb_to_recordset($16::jsonb) AS a(id uuid, question text, position int,
          kind "AttachmentKind", file_id text, latitude float8, longitude float8, state "AttachmentState",
          duration_seconds int)
      ), ${openingCase({ id: '$17', holder: '$18', at: '$2' })}
      SELECT submitted.receipt FROM submitted CROSS JOIN opened`,
  }
}

function toAttachments(parts: FilledCard['parts'], random: Random) {
  return parts.map(({ question, part }, position) => ({
    id: random.uuid(),
    question,
    position,
    kind: part.kind,
    file_id: part.kind === 'location' ? null : part.fileId,
    latitude: part.kind === 'location' ? part.latitude : null,
    longitude: part.kind === 'location' ? part.longitude : null,
    state: part.kind === 'location' ? 'stored' : 'pending',
    duration_seconds: part.kind === 'voice' ? (part.durationSeconds ?? null) : null,
  }))
}
