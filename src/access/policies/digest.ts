import type { Actor } from '../actor.ts'
import { holdsRole } from '../grant.ts'
import { allowed, type Decision, denied } from './decision.ts'

/**
 * Whether somebody may have an interim digest posted: in a committee's chat whoever may act there, by name or not, since it
 * tells the chat only what it reads anyway; elsewhere an administrator of the region.
 */
export function mayDigest(actor: Actor, _action: 'post', target: { regionCode: string }): Decision {
  switch (actor.kind) {
    case 'presser': {
      if (actor.regionCode === null) return denied('not_linked')
      const acts =
        actor.runsChat || holdsRole(actor.grants, ['administrator', 'committee_member'], target.regionCode)
      return acts && actor.regionCode === target.regionCode ? allowed : denied('not_entitled')
    }
    case 'administrator':
      return holdsRole(actor.grants, ['administrator'], target.regionCode) ? allowed : denied('not_entitled')
    case 'system':
      return allowed
    case 'person':
    case 'token':
      return denied('not_entitled')
  }
}
