import { type FormattedString, fmt } from '@grammyjs/parse-mode'

/** Given to a text in the place of an argument, it stands where something formatted shall be put. */
export const SLOT = '\u{e000}'

/** A text with something formatted, or marked, in its slot. */
export function textAround(text: string, inner: FormattedString): FormattedString {
  const [before = '', ...after] = text.split(SLOT)
  return fmt`${before}${inner}${after.join('')}`
}
