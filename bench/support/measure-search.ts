import type { Db } from '../../src/db/database.ts'
import { describeRegions } from '../../src/regions/describe-region.ts'
import { findVillages } from '../../src/regions/find-villages.ts'
import { listChildren } from '../../src/regions/list-children.ts'
import { percentile } from './percentile.ts'
import { seededRandom } from './seeded-random.ts'

const TIMES = 200

/** Rows for a table: kind of search, how often, median, 95th percentile and worst in milliseconds. */
export async function measureSearch(db: Db, where: string): Promise<string[][]> {
  const random = seededRandom(7)
  const codes = await db.$queryRaw<
    { code: string }[]
  >`SELECT code FROM region WHERE level = 'village' ORDER BY code`
  const sample = Array.from({ length: TIMES }, () => codes[Math.floor(random() * codes.length)]?.code ?? '')
  const villages = [...(await describeRegions(db, sample)).values()]
  const [common] = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM region WHERE level = 'village' GROUP BY name ORDER BY count(*) DESC, name LIMIT 1`
  const kinds: [string, string[]][] = [
    ['short name', villages.map(({ name }) => name)],
    ['without its last character', villages.map(({ name }) => name.slice(0, -1))],
    [
      'county, township and name',
      villages.map((each) => [...each.ancestors.slice(1), each].map(({ name }) => name).join('')),
    ],
    ['whole code', villages.map(({ code }) => code)],
    ['a name that is nowhere', villages.map(({ name }) => `${name.slice(0, 1)}㐀㐁${name.slice(1)}`)],
    ['the commonest name', Array.from({ length: 20 }, () => common?.name ?? '')],
  ]
  const rows: string[][] = []
  for (const [kind, texts] of kinds)
    rows.push([`${where}: ${kind}`, ...(await measure(texts, (text) => findVillages(db, text)))])
  const parents = villages.map(({ code }, i) => code.slice(0, [4, 6, 9][i % 3]))
  rows.push([
    `${where}: step down`,
    ...(await measure(parents, (code) => listChildren(db, code, { limit: 20 }))),
  ])
  return rows
}

async function measure(texts: string[], run: (text: string) => Promise<unknown>): Promise<string[]> {
  for (const text of texts.slice(0, 5)) await run(text)
  const times: number[] = []
  for (const text of texts) {
    const startedAt = performance.now()
    await run(text)
    times.push(performance.now() - startedAt)
  }
  return [String(times.length), ...[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1))]
}
