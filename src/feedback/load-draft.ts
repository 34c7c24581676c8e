import type { Draft as DraftRow } from '../../prisma/client/client.ts'
import type { CardDefinition } from '../cards/card-definition.ts'
import { type DraftState, draftStateSchema } from '../cards/draft-state.ts'
import { type ForWhom, filedForSchema } from '../cards/filed-for.ts'
import { cardOf } from '../cards/topics.ts'
import type { Db } from '../db/database.ts'
import { fitToCard } from './fit-to-card.ts'
import { withoutSigning } from './proxy/without-signing.ts'

/** A half-filled card as it stands. */
export interface Draft {
  id: string
  villageCode: string
  messageId: number | null
  updatedAt: Date
  card: CardDefinition
  state: DraftState
  /** null: for the person themself */
  filedFor: ForWhom | null
}

/** The person's half-filled card; null where there is none, or where its topic is no longer offered. */
export async function loadDraft(db: Db, personId: string): Promise<Draft | null> {
  const row = await db.draft.findUnique({ where: { personId } })
  return row && readDraft(row)
}

/** The same, and nobody else changes it before the transaction ends. */
export async function lockDraft(tx: Db, personId: string): Promise<Draft | null> {
  await tx.$queryRaw`SELECT id FROM draft WHERE person_id = ${personId}::uuid FOR UPDATE`
  return await loadDraft(tx, personId)
}

/** A row as it is shown and worked with; null where its topic is no longer offered. */
export function readDraft(
  row: Pick<DraftRow, 'id' | 'villageCode' | 'topic' | 'messageId' | 'updatedAt'> & {
    state: unknown
    filedFor: unknown
  },
): Draft | null {
  const known = cardOf(row.topic)
  if (!known) return null
  const filedFor = row.filedFor === null ? null : filedForSchema.parse(row.filedFor)
  const card = filedFor && filedFor.name === null ? withoutSigning(known) : known
  const state = fitToCard(card, draftStateSchema.parse(row.state))
  return {
    id: row.id,
    villageCode: row.villageCode,
    messageId: row.messageId,
    updatedAt: row.updatedAt,
    card,
    state,
    filedFor,
  }
}
