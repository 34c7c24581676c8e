import type { Random } from '../lib/random.ts'

/** Crockford's base32: no I, L, O, U. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const READ_AS: Record<string, string> = { I: '1', L: '1', O: '0' }
const LENGTH = 8

/** A fresh receipt: seven random characters and a check character, without the hyphen. */
export function createReceipt(random: Random): string {
  const body = Array.from({ length: LENGTH - 1 }, () => ALPHABET.charAt(random.below(32))).join('')
  return body + checkCharacter(body)
}

/** 7K3FM92Q -> 7K3F-M92Q, as it is shown and read out. */
export function formatReceipt(receipt: string): string {
  return `${receipt.slice(0, 4)}-${receipt.slice(4)}`
}

/**
 * Reads what somebody typed: with or without hyphen, in any case, full-width, O for 0, I or L for 1. Null where it is no
 * receipt at all; `valid` is false where it looks like one but the check character is wrong (a slip in reading out).
 */
export function parseReceipt(typed: string): { receipt: string; valid: boolean } | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
  if (!/^[0-9A-Z]{8}$/.test(letters)) return null
  const receipt = letters.replace(/[ILO]/g, (letter) => READ_AS[letter] ?? letter)
  if ([...receipt].some((letter) => !ALPHABET.includes(letter))) return null
  return { receipt, valid: checkCharacter(receipt.slice(0, -1)) === receipt.at(-1) }
}

/**
 * Luhn's check mod N with N = 32: it finds every single wrong character and nearly all swapped neighbours.
 * https://en.wikipedia.org/wiki/Luhn_mod_N_algorithm
 */
function checkCharacter(body: string): string {
  let factor = 2
  let sum = 0
  for (const letter of [...body].reverse()) {
    const product = ALPHABET.indexOf(letter) * factor
    sum += Math.floor(product / 32) + (product % 32)
    factor = factor === 2 ? 1 : 2
  }
  return ALPHABET.charAt((32 - (sum % 32)) % 32)
}
