import type { Random } from '../../lib/random.ts'
import { createSpokenCode, readSpokenCode } from '../../lib/spoken-code.ts'

/** Two more than a receipt has, so that neither is taken for the other. Nine of them are random: 45 bits. */
const LENGTH = 10

/** A fresh code for one card that waits for consent. It has a digit, so that it is told from a word. */
export function createProxyCode(random: Random): string {
  for (;;) {
    const code = createSpokenCode(random, LENGTH)
    if (/\d/.test(code)) return code
  }
}

/** 7K3FMQ92XB -> 7K3FM-Q92XB, as it is shown and read out. */
export function formatProxyCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** Reads what somebody typed; null where it is no such code at all, `valid` as in readSpokenCode. */
export function parseProxyCode(typed: string): { code: string; valid: boolean } | null {
  return /\d/.test(typed.normalize('NFKC')) ? readSpokenCode(typed, LENGTH) : null
}
