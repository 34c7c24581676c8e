import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { furtherSets, measureFurther } from './samples/further/measure-further.ts'
import { measureMasking, type Row, renderFurther, renderTable } from './samples/masking-table.ts'
import { UNSEEN_SEEDS } from './samples/unseen-seeds.ts'

const count = (rows: Row[]) => rows.reduce((sum, row) => sum + row.samples, 0)
const wrong = (rows: Row[]) => rows.flatMap((row) => row.wrong)

function expectFewWrong({ telling, harmless }: { telling: Row[]; harmless: Row[] }): void {
  expect(count(telling)).toBeGreaterThanOrEqual(2000)
  expect(wrong(telling).length / count(telling), wrong(telling).join('\n')).toBeLessThanOrEqual(0.01)
  expect(count(harmless)).toBeGreaterThanOrEqual(1000)
  expect(wrong(harmless).length / count(harmless), wrong(harmless).join('\n')).toBeLessThanOrEqual(0.005)
}

it.each([undefined, ...UNSEEN_SEEDS])(
  'masks 99 of 100 numbers in any disguise and 5 of 1,000 harmless ones at most (seed %s)',
  (seed) => {
    const measured = measureMasking(seed)
    expect(count(measured.harmless)).toBeGreaterThanOrEqual(2000)
    expectFewWrong(measured)
  },
)

it.each(furtherSets.flatMap((set) => UNSEEN_SEEDS.map((seed) => ({ set, seed }))))(
  'does so with samples that were thought up when the rules had been written ($set set, seed $seed)',
  ({ set, seed }) => {
    expectFewWrong(measureFurther(set, seed))
  },
)

it('has its tables in docs/PRIVACY.md as they come out', async () => {
  const doc = await readFile(new URL('../../docs/PRIVACY.md', import.meta.url), 'utf8')
  expect(doc).toContain(renderTable(measureMasking()))
  const further = UNSEEN_SEEDS.flatMap((seed) =>
    furtherSets.map((set) => ({ kind: `${set}, seed ${seed}`, ...measureFurther(set, seed) })),
  )
  expect(doc).toContain(renderFurther(further))
})
