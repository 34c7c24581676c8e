import type { Outgoing } from '../../src/playground/server/world/outgoing.ts'
import type { Actor, Later } from './actor.ts'

/** A button to press, by its label, or something to send. */
export type Step = string | RegExp | (Outgoing & Later)

/** Takes one step after the other, each when the one before has been dealt with. */
export async function walk(actor: Actor, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'string' || step instanceof RegExp) await actor.press(step)
    else await actor.send(step)
  }
}

/** The receipt on the screen that thanks: 7K3F-M92Q. */
export function receiptOn(actor: Actor): string {
  const { text } = actor.screen()
  const [receipt] = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/.exec(text) ?? []
  if (!receipt) throw new Error(`no receipt on ${JSON.stringify(text)}`)
  return receipt
}
