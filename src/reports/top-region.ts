import type { Scope } from '../access/scope.ts'
import type { Db } from '../db/database.ts'

/**
 * Where stepping down begins: the top of the scope, or with everything in scope the only region that has none above it.
 * The empty string where there are several (or none) of these.
 */
export async function topRegion(db: Db, scope: Scope): Promise<string> {
  if (scope.regionCode !== '') return scope.regionCode
  const roots = await db.region.findMany({ where: { parentCode: null }, select: { code: true }, take: 2 })
  return roots.length === 1 ? (roots[0]?.code ?? '') : ''
}
