import type { Random } from '../lib/random.ts'
import { createSpokenCode, readSpokenCode } from '../lib/spoken-code.ts'

const LENGTH = 8

/** A fresh receipt: seven random characters and a check character, without the hyphen. */
export function createReceipt(random: Random): string {
  return createSpokenCode(random, LENGTH)
}

/** 7K3FM92Q -> 7K3F-M92Q, as it is shown and read out. */
export function formatReceipt(receipt: string): string {
  return `${receipt.slice(0, 4)}-${receipt.slice(4)}`
}

/** Reads what somebody typed; null where it is no receipt at all, `valid` as in readSpokenCode. */
export function parseReceipt(typed: string): { receipt: string; valid: boolean } | null {
  const read = readSpokenCode(typed, LENGTH)
  return read && { receipt: read.code, valid: read.valid }
}
