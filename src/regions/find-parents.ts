import type { Db } from '../db/database.ts'
import type { RegionFile } from './read-region-file.ts'
import { cityWithoutCounties, parentCode } from './region-code.ts'

const BATCH = 10_000

/**
 * Checks that every row's parent is in the file or in the database; one that is not is added to the file's problems.
 * Returns a function from a code to its parent's.
 */
export async function findParents(
  db: Db,
  { rows, problems }: RegionFile,
): Promise<(code: string) => string | null> {
  const outside = new Set<string>()
  for (let i = 0; i < rows.length; i++)
    for (const above of possibleParents(rows.code(i))) if (!rows.has(above)) outside.add(above)
  const stored = new Set<string>()
  const wanted = [...outside]
  for (let start = 0; start < wanted.length; start += BATCH) {
    const found = await db.$queryRaw<{ code: string }[]>`
      SELECT code FROM region WHERE code = ANY(${wanted.slice(start, start + BATCH)})`
    for (const { code } of found) stored.add(code)
  }
  const parentOf = (code: string) =>
    possibleParents(code).find((above) => !outside.has(above) || stored.has(above)) ?? null
  // where reading ended too soon, parents may just not have been read
  if (problems.problems.has('unreadable')) return parentOf
  for (let i = 0; i < rows.length; i++) {
    const code = rows.code(i)
    const possible = possibleParents(code)
    if (possible.length === 0 || parentOf(code)) continue
    const names = possible.join(' or ')
    problems.add('parent', rows.line(i), `${code}: ${names} is neither in the file nor in the database`)
  }
  return parentOf
}

/** The region right above, and for a township of a city without counties that city. */
function possibleParents(code: string): string[] {
  return [parentCode(code), cityWithoutCounties(code)].filter((above) => above !== undefined)
}
