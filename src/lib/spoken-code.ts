import type { Random } from './random.ts'

/** Crockford's base32: no I, L, O, U. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const READ_AS: Record<string, string> = { I: '1', L: '1', O: '0' }

/** Codes that people read out, write down and type: random characters and one that checks them, without hyphens. */
export function createSpokenCode(random: Random, length: number): string {
  const body = Array.from({ length: length - 1 }, () => ALPHABET.charAt(random.below(32))).join('')
  return body + checkCharacter(body)
}

/**
 * Reads what somebody typed: with or without hyphen, in any case, full-width, O for 0, I or L for 1. Null where it is no
 * such code at all; `valid` is false where it looks like one but the check character is wrong (a slip in reading out).
 */
export function readSpokenCode(typed: string, length: number): { code: string; valid: boolean } | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
  if (letters.length !== length || !/^[0-9A-Z]+$/.test(letters)) return null
  const code = letters.replace(/[ILO]/g, (letter) => READ_AS[letter] ?? letter)
  if ([...code].some((letter) => !ALPHABET.includes(letter))) return null
  return { code, valid: checkCharacter(code.slice(0, -1)) === code.at(-1) }
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
