import { SAMPLE_CITY } from './product-data.ts'
import { runToEnd } from './start-product.ts'

/** Imports the sample city as an operator does: `npm run regions -- import FILE`. */
export async function importSample(env: Record<string, string>): Promise<void> {
  const ended = await runToEnd(['src/regions/cli/regions.ts', 'import', SAMPLE_CITY], env)
  if (ended.code !== 0) throw new Error(`the import ended with ${ended.code}: ${ended.stderr}`)
}
