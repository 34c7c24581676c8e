const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * How people call a case: A01 .. A99, B01 .. Z99, then AA01 and so on; without I and O, which are read as digits. It
 * counts per holder and belongs to the case, never to the person. `number` counts from 1.
 */
export function caseAlias(number: number): string {
  const digits = String(((number - 1) % 99) + 1).padStart(2, '0')
  let block = Math.floor((number - 1) / 99)
  let letters = ''
  do {
    letters = LETTERS.charAt(block % LETTERS.length) + letters
    block = Math.floor(block / LETTERS.length) - 1
  } while (block >= 0)
  return letters + digits
}
