import { measureMasking, renderTable } from './masking-table.ts'

// node test/masking/samples/print-masking-table.ts [--wrong]
const measured = measureMasking(process.env.SEED ? Number(process.env.SEED) : undefined)
process.stdout.write(`${renderTable(measured)}\n`)
if (process.argv.includes('--wrong'))
  for (const row of [...measured.telling, ...measured.harmless])
    for (const text of row.wrong) process.stdout.write(`${row.kind}: ${JSON.stringify(text)}\n`)
