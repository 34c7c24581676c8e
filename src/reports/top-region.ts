import { type RegionScope, topOfScope } from '../access/region-scope.ts'
import type { Db } from '../db/database.ts'

/**
 * Where stepping down begins: the region in scope, or with everything in scope the only region that has none above it.
 * The empty string where there are several (or none) of these, or several regions in scope.
 */
export async function topRegion(db: Db, scope: RegionScope): Promise<string> {
  if (scope.codes[0] !== '') return topOfScope(scope)
  const roots = await db.region.findMany({ where: { parentCode: null }, select: { code: true }, take: 2 })
  return roots.length === 1 ? (roots[0]?.code ?? '') : ''
}
