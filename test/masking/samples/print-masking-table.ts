import { furtherSets, measureFurther } from './further/measure-further.ts'
import { measureMasking, type Row, renderFurther, renderTable } from './masking-table.ts'
import { UNSEEN_SEEDS } from './unseen-seeds.ts'

// node test/masking/samples/print-masking-table.ts [--further] [--wrong]
const seeds = process.env.SEED ? [Number(process.env.SEED)] : UNSEEN_SEEDS
const isFurther = process.argv.includes('--further')
const further = seeds.flatMap((seed) =>
  furtherSets.map((set) => ({ kind: `${set}, seed ${seed}`, ...measureFurther(set, seed) })),
)
const measured = measureMasking(process.env.SEED ? Number(process.env.SEED) : undefined)
process.stdout.write(`${isFurther ? renderFurther(further) : renderTable(measured)}\n`)
const rows: Row[] = isFurther
  ? further.flatMap(({ telling, harmless }) => [...telling, ...harmless])
  : [...measured.telling, ...measured.harmless]
if (process.argv.includes('--wrong'))
  for (const row of rows)
    for (const text of row.wrong) process.stdout.write(`${row.kind}: ${JSON.stringify(text)}\n`)
