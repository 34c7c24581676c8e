import type { Actor } from '../actor.ts'
import { holdsRole } from '../grant.ts'
import { allowed, type Decision, denied } from './decision.ts'

/** Whether somebody may ask what was said in a region. Administrators only, in their private chat or on the web. */
export function mayQuery(actor: Actor, _action: 'ask', target: { regionCode: string }): Decision {
  if (actor.kind !== 'administrator') return denied('not_entitled')
  return holdsRole(actor.grants, ['administrator'], target.regionCode) ? allowed : denied('not_entitled')
}
