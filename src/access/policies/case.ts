import { isWithin, regionLevelOf } from '../../regions/region-code.ts'
import type { Actor } from '../actor.ts'
import { holdsRole } from '../grant.ts'
import { allowed, type Decision, denied } from './decision.ts'

/** What can be done with a case: by its resident, by those who deal with it, or by both (`look`, `listen`). */
export type CaseAction =
  /** see it, its words and what became of it */
  | 'look'
  /** hear its voice messages, see its photos and places */
  | 'listen'
  | 'accept'
  | 'answer'
  | 'withdraw'
  | 'verdict'
  /** say how satisfied one is with the way it was dealt with */
  | 'contentment'
  /** add words to it */
  | 'add'

/** What a policy must know of a case. */
export interface CaseTarget {
  /** the region whose ledger it is in */
  holderCode: string
  visibility: 'committee' | 'committee_named' | 'township'
  isErased: boolean
  /** whose it is; null: erased */
  personId: string | null
}

const ofResident: readonly CaseAction[] = ['look', 'listen', 'withdraw', 'verdict', 'contentment', 'add']
const ofOffice: readonly CaseAction[] = ['look', 'listen', 'accept', 'answer']
const ofReader: readonly CaseAction[] = ['look', 'listen']

/**
 * Whether somebody may do something with a case. Whether it can be done as the case stands, is another question: see
 * cases/transitions.ts. What was meant for the township only is unknown to the village, its chat and its administrators.
 */
export function mayCase(actor: Actor, action: CaseAction, target: CaseTarget): Decision {
  switch (actor.kind) {
    case 'person':
      if (target.personId !== actor.personId || target.isErased) return denied('unknown')
      return ofResident.includes(action) ? allowed : denied('not_entitled')
    case 'presser': {
      const { regionCode } = actor
      if (regionCode === null) return denied('not_linked')
      if (!reaches(regionCode, target)) return denied('unknown')
      if (ofReader.includes(action)) return allowed
      const acts =
        actor.telegramId !== null &&
        (actor.runsChat || holdsRole(actor.grants, ['administrator', 'committee_member'], target.holderCode))
      return acts && ofOffice.includes(action) ? allowed : denied('not_entitled')
    }
    case 'administrator': {
      const mine = actor.grants.some(
        (grant) => grant.role === 'administrator' && reaches(grant.regionCode, target),
      )
      if (!mine) return denied('unknown')
      return ofOffice.includes(action) ? allowed : denied('not_entitled')
    }
    case 'token':
      return denied('unknown')
    case 'system':
      return allowed
  }
}

function reaches(regionCode: string, { holderCode, visibility }: CaseTarget): boolean {
  const level = regionLevelOf(regionCode)
  if (visibility === 'township' && (level === 'village' || level === 'grid')) return false
  return isWithin(holderCode, regionCode)
}
