import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { measureMasking, type Row, renderTable } from './samples/masking-table.ts'

const count = (rows: Row[]) => rows.reduce((sum, row) => sum + row.samples, 0)
const wrong = (rows: Row[]) => rows.flatMap((row) => row.wrong)

it.each([undefined, 1, 2, 3])(
  'masks 99 of 100 numbers in any disguise and 5 of 1,000 harmless ones at most (seed %s)',
  (seed) => {
    const { telling, harmless } = measureMasking(seed)
    expect(count(telling)).toBeGreaterThanOrEqual(2000)
    expect(count(harmless)).toBeGreaterThanOrEqual(2000)
    expect(wrong(telling).length / count(telling), wrong(telling).join('\n')).toBeLessThanOrEqual(0.01)
    expect(wrong(harmless).length / count(harmless), wrong(harmless).join('\n')).toBeLessThanOrEqual(0.005)
  },
)

it('has its table in docs/PRIVACY.md as it comes out', async () => {
  const doc = await readFile(new URL('../../docs/PRIVACY.md', import.meta.url), 'utf8')
  expect(doc).toContain(renderTable(measureMasking()))
})
