import { maskText, NUMBER_MARK } from '../../../src/masking/mask-text.ts'
import { createDice } from './dice.ts'
import { type Disguise, digitDisguises, letterDisguises } from './disguises.ts'
import { harmlessKinds } from './harmless-numbers.ts'
import { isOfDigits, tellingKinds } from './telling-numbers.ts'

const SEED = 20_261_124
const EACH_DISGUISE = 12
const EACH_HARMLESS = 200

export interface Row {
  kind: string
  samples: number
  /** of numbers that tell who somebody is: not masked, or not as a whole; of harmless ones: masked */
  wrong: string[]
}

export interface Measured {
  telling: Row[]
  /** the same by disguise */
  disguises: Row[]
  harmless: Row[]
}

/** Masks all samples and compares. Always the same ones. */
export function measureMasking(seed = SEED): Measured {
  const dice = createDice(seed)
  const disguises = new Map<string, Row>()
  const telling = Object.entries(tellingKinds).map(([kind, tell]) => {
    const row: Row = { kind, samples: 0, wrong: [] }
    for (const [name, disguise] of Object.entries(disguisesOf(kind))) {
      const byDisguise = disguises.get(name) ?? { kind: name, samples: 0, wrong: [] }
      disguises.set(name, byDisguise)
      for (let i = 0; i < EACH_DISGUISE; i++) {
        const { before, number, behind } = tell(dice)
        const text = before + disguise(number, dice) + behind
        row.samples += 1
        byDisguise.samples += 1
        if (isHidden(maskText(text), before, behind)) continue
        row.wrong.push(text)
        byDisguise.wrong.push(text)
      }
    }
    return row
  })
  const harmless = Object.entries(harmlessKinds).map(([kind, say]) => {
    const texts = Array.from({ length: EACH_HARMLESS }, () => say(dice))
    return { kind, samples: texts.length, wrong: texts.filter((text) => maskText(text) !== text) }
  })
  return { telling, disguises: [...disguises.values()], harmless }
}

function disguisesOf(kind: string): Record<string, Disguise> {
  return isOfDigits(kind) ? digitDisguises : (letterDisguises[kind] ?? {})
}

/** Nothing is left between what stood before and behind but the mark, and perhaps white space and a bracket. */
function isHidden(masked: string, before: string, behind: string): boolean {
  if (!masked.startsWith(before.replace(/[(（]$/, '')) || !masked.endsWith(behind.replace(/^[)）]/, '')))
    return false
  const middle = masked.slice(
    before.replace(/[(（]$/, '').length,
    masked.length - behind.replace(/^[)）]/, '').length,
  )
  return middle.replace(/[\s:：()（）]|\u200b/g, '') === NUMBER_MARK
}

const share = (part: number, of: number) => `${((part / of) * 100).toFixed(1)} %`
const sum = (rows: Row[]): Row => ({
  kind: '**together**',
  samples: rows.reduce((total, row) => total + row.samples, 0),
  wrong: rows.flatMap((row) => row.wrong),
})
const recall = ({ kind, samples, wrong }: Row) =>
  `| ${kind} | ${samples} | ${samples - wrong.length} | ${share(samples - wrong.length, samples)} |`
const falsePositives = ({ kind, samples, wrong }: Row) =>
  `| ${kind} | ${samples} | ${wrong.length} | ${share(wrong.length, samples)} |`

/** As it stands in docs/PRIVACY.md: what was measured over samples that were thought up later. */
export function renderFurther(sets: { kind: string; telling: Row[]; harmless: Row[] }[]): string {
  const parts = sets.map(({ kind, telling, harmless }) => ({
    kind,
    telling: sum(telling),
    harmless: sum(harmless),
  }))
  return [
    '| samples | numbers | masked | recall | harmless | masked | false positives |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...parts.map(({ kind, telling, harmless }) =>
      [recall({ ...telling, kind }), falsePositives({ ...harmless, kind }).replace(/^\| [^|]* \|/, '')].join(
        '',
      ),
    ),
  ].join('\n')
}

/** As it stands in docs/PRIVACY.md. */
export function renderTable({ telling, disguises, harmless }: Measured): string {
  return [
    '| tells who somebody is | samples | masked | recall |',
    '| --- | ---: | ---: | ---: |',
    ...[...telling, sum(telling)].map(recall),
    '',
    '| disguise | samples | masked | recall |',
    '| --- | ---: | ---: | ---: |',
    ...disguises.map(recall),
    '',
    '| harmless | samples | masked | false positives |',
    '| --- | ---: | ---: | ---: |',
    ...[...harmless, sum(harmless)].map(falsePositives),
  ].join('\n')
}
