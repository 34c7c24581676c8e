import { isWithin } from '../regions/region-code.ts'

/**
 * What a grant allows in its region and all below it. `administrator`: ask about feedback, link chats, post digests, read
 * screens aloud, act on cases. `committee_member`: act on cases in the committee's chat without being its administrator.
 */
export type Role = 'administrator' | 'committee_member'

/** A right that somebody holds now. The empty region code is everything. */
export interface Grant {
  role: Role
  regionCode: string
}

/** Whether one of the grants gives a role for a region. */
export function holdsRole(grants: readonly Grant[], roles: readonly Role[], regionCode: string): boolean {
  return grants.some((grant) => roles.includes(grant.role) && isWithin(regionCode, grant.regionCode))
}
