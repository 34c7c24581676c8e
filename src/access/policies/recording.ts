import type { Actor } from '../actor.ts'
import { holdsRole } from '../grant.ts'
import { allowed, type Decision, denied } from './decision.ts'

export type RecordingAction = 'record' | 'remove'

/** Whether somebody may read a screen aloud for a region, or take what was read away. Anybody may listen. */
export function mayRecording(
  actor: Actor,
  _action: RecordingAction,
  target: { regionCode: string },
): Decision {
  if (actor.kind !== 'administrator') return denied('not_entitled')
  return holdsRole(actor.grants, ['administrator'], target.regionCode) ? allowed : denied('not_entitled')
}
