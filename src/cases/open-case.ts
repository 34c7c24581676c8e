import type { Visibility } from '../../prisma/client/client.ts'
import { townshipOf } from '../regions/region-code.ts'

/** Who holds a new case: its village, or the township where the village shall not see it. */
export function holderOf({
  villageCode,
  visibility,
}: {
  villageCode: string
  visibility: Visibility
}): string {
  return visibility === 'township' ? (townshipOf(villageCode) ?? villageCode) : villageCode
}

/**
 * The part of a statement that enters a submission into the ledger, as what WITH takes: `submitted` before it gives the
 * submission's id or no row, `opened` gives the case's id. The others are its parameters, or SQL of their types. Numbers
 * count up per holder without gaps within committed transactions.
 */
export function openingCase({ id, holder, at }: { id: string; holder: string; at: string }): string {
  return `
    counted AS (
      INSERT INTO case_counter (region_code, last) SELECT ${holder}::text, 1 FROM submitted
      ON CONFLICT (region_code) DO UPDATE SET last = case_counter.last + 1
      RETURNING last
    ), opened AS (
      INSERT INTO ledger_case (id, submission_id, holder_code, number, status, created_at)
      SELECT ${id}::uuid, submitted.id, ${holder}::text, counted.last, 'submitted', ${at}::timestamptz
      FROM submitted CROSS JOIN counted
      RETURNING id
    ), lined AS (
      INSERT INTO case_event (case_id, kind, to_status, at)
      SELECT id, 'submitted', 'submitted', ${at}::timestamptz FROM opened
    )`
}
