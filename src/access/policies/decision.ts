/**
 * What a policy says. `unknown`: this actor shall not even learn that there is such a thing. `not_entitled`: they may see
 * it, and not do this. `not_linked`: the chat acts for no region.
 */
export type Denial = 'unknown' | 'not_entitled' | 'not_linked'
export type Decision = { ok: true } | { ok: false; code: Denial }

export const allowed: Decision = { ok: true }

export function denied(code: Denial): Decision {
  return { ok: false, code }
}
