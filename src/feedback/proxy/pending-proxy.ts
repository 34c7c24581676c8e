import { z } from 'zod'
import type { PendingProxy as PendingRow } from '../../../prisma/client/client.ts'
import type { CardDefinition } from '../../cards/card-definition.ts'
import { type DraftState, draftStateSchema } from '../../cards/draft-state.ts'
import { type ForWhom, relationshipIds } from '../../cards/filed-for.ts'
import { cardOf } from '../../cards/topics.ts'
import { fitToCard } from '../fit-to-card.ts'
import { withoutSigning } from './without-signing.ts'

/** A filled card that waits for the consent of whom it is filed for. */
export interface PendingProxy {
  id: string
  filerId: string
  villageCode: string
  forWhom: ForWhom
  code: string
  expiresAt: Date
  card: CardDefinition
  state: DraftState
}

/** Null for one that ended or is past its time, or whose topic is no longer offered. */
export function readPendingProxy(row: PendingRow | null, now: Date): PendingProxy | null {
  const known = row && cardOf(row.topic)
  if (!row || !known || row.ended !== null || row.expiresAt <= now) return null
  const card = row.name === null ? withoutSigning(known) : known
  const { id, filerId, villageCode, code, expiresAt, name } = row
  const relationship = z.enum(relationshipIds).parse(row.relationship)
  const state = fitToCard(card, draftStateSchema.parse(row.state))
  return { id, filerId, villageCode, forWhom: { relationship, name }, code, expiresAt, card, state }
}
