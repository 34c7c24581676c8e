import { maskText, NUMBER_MARK } from '../../../../src/masking/mask-text.ts'
import { createDice, type Dice } from '../dice.ts'
import type { Row } from '../masking-table.ts'
import {
  type FurtherDisguise,
  firstDisguises,
  firstLetters,
  secondDisguises,
  secondLetters,
} from './disguises.ts'
import { firstHarmless, secondHarmless } from './harmless.ts'
import { furtherLetters, furtherTelling } from './telling.ts'

export const furtherSets = ['first', 'second'] as const
export type FurtherSet = (typeof furtherSets)[number]

const samples = {
  first: { disguises: firstDisguises, letters: firstLetters, harmless: firstHarmless },
  second: { disguises: secondDisguises, letters: secondLetters, harmless: secondHarmless },
}
const EACH_DISGUISE = 12
const EACH_HARMLESS = 150

/** Masks all samples of a set and compares; a row for each disguise and each kind of harmless number. */
export function measureFurther(set: FurtherSet, seed: number): { telling: Row[]; harmless: Row[] } {
  const dice = createDice(seed)
  const { disguises, letters, harmless } = samples[set]
  const telling = Object.entries(disguises).map(([kind, disguise]) =>
    measure(dice, kind, Object.values(furtherTelling), disguise),
  )
  for (const [kind, ways] of Object.entries(letters))
    for (const [name, disguise] of Object.entries(ways)) {
      const tell = furtherLetters[kind]
      if (tell) telling.push(measure(dice, `${kind}, ${name}`, [tell], disguise))
    }
  return {
    telling,
    harmless: Object.entries(harmless).map(([kind, say]) => {
      const texts = Array.from({ length: EACH_HARMLESS }, () => say(dice))
      return { kind, samples: texts.length, wrong: texts.filter((text) => maskText(text) !== text) }
    }),
  }
}

type Tell = (typeof furtherTelling)[string]

function measure(
  dice: Dice,
  kind: string,
  tells: readonly Tell[],
  { disguise, filler }: FurtherDisguise,
): Row {
  const row: Row = { kind, samples: 0, wrong: [] }
  for (const tell of tells)
    for (let i = 0; i < EACH_DISGUISE; i++) {
      const { before, number, behind } = tell(dice)
      const hidden = disguise(number, dice)
      if (hidden === null) continue
      row.samples += 1
      const text = before + hidden + behind
      if (!isHidden(maskText(text), before, behind, filler)) row.wrong.push(text)
    }
  return row
}

/** Only the mark, white space, punctuation and what the disguise itself puts between may be left. */
function isHidden(shown: string, before: string, behind: string, filler?: RegExp): boolean {
  const start = before.replace(/[\s:：(（]+$/, '')
  const end = behind.replace(/^[\s)）]+/, '')
  if (!shown.startsWith(start) || !shown.endsWith(end)) return false
  const middle = shown.slice(start.length, shown.length - end.length)
  if (!middle.includes(NUMBER_MARK)) return false
  const left = middle.replaceAll(NUMBER_MARK, '').replace(filler ?? /$^/, '')
  return left.replace(/[\p{P}\p{S}\p{Z}\p{C}\p{M}\s\u3164]/gu, '') === ''
}
