import type { Actor } from '../actor.ts'
import { holdsRole } from '../grant.ts'
import { allowed, type Decision, denied } from './decision.ts'

/** `link` also changes a link that there is. */
export type CommitteeChatAction = 'link' | 'unlink'

export interface CommitteeChatTarget {
  /** what it is linked to now; null: to nothing */
  regionCode: string | null
  /** what it shall be linked to; null with `unlink` */
  newRegionCode: string | null
}

/**
 * Only an administrator links a chat to a region or ends its link, and only where their scope contains both the region
 * that it leaves and the one that it gets. Who runs the chat counts for nothing here.
 */
export function mayCommitteeChat(
  actor: Actor,
  action: CommitteeChatAction,
  { regionCode, newRegionCode }: CommitteeChatTarget,
): Decision {
  if (action === 'unlink' && regionCode === null) return denied('not_linked')
  if (actor.kind === 'system') return action === 'unlink' ? allowed : denied('not_entitled')
  if (actor.kind !== 'administrator' && (actor.kind !== 'presser' || actor.telegramId === null))
    return denied('not_entitled')
  const codes = [regionCode, action === 'link' ? newRegionCode : null].filter((code) => code !== null)
  return codes.every((code) => holdsRole(actor.grants, ['administrator'], code))
    ? allowed
    : denied('not_entitled')
}
