import { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import { subtreeRange } from './region-code.ts'
import { officialNamesOf } from './short-region-name.ts'

/** Letters and digits to find in a village's name, and the regions to look in (at least one; '' is everywhere). */
export interface VillageName {
  name: string
  scopes: string[]
  /** the name is a key of pinyin (see pinyin-keys.ts) and not what is written */
  pinyin?: boolean
}

export interface VillageHits {
  total: number
  /** how many of them are called exactly so */
  exact: number
  /** one page of them in their order: exactly so, beginning so, with it inside; by pinyin short names first; by code */
  codes: string[]
  /** how many lie where: by county code (6 digits), or by township code (9) where all are in one county */
  places: { code: string; count: number }[]
}

/**
 * Villages whose names contain one of these, with one query. The index on text_grams(name) finds them by pairs of
 * neighbouring characters, LIKE rechecks; by pinyin the keys are compared as they are.
 */
export async function searchVillageNames(
  db: Db,
  names: readonly VillageName[],
  page: { limit: number; offset: number },
): Promise<VillageHits> {
  const exact = names.flatMap(({ name, pinyin }) => (pinyin ? [] : namesMeantBy(name)))
  const written = names.filter(({ pinyin }) => !pinyin).map(({ name }) => `${name}%`)
  const typed = names.filter(({ pinyin }) => pinyin).map(({ name }) => name)
  const [row] = await db.$queryRaw<
    { codes: string[]; places: { code: string; count: number; exact: number }[] }[]
  >`
    WITH hit AS MATERIALIZED (
      SELECT code, CASE WHEN lower(name) = ANY(${exact}) THEN 0
                        WHEN lower(name) LIKE ANY(${written}) THEN 1
                        -- the first key is the first two syllables
                        WHEN EXISTS (SELECT FROM unnest(${typed}::text[]) AS key
                                     WHERE starts_with(key, pinyin[1])) THEN 1
                        ELSE 2 END AS rank,
        CASE WHEN ${typed.length > 0} THEN length(name) ELSE 0 END AS longer
      FROM region WHERE level = 'village' AND (${Prisma.join(names.map(condition), ' OR ')})
    ), step AS (
      SELECT CASE WHEN min(left(code, 6)) = max(left(code, 6)) THEN 9 ELSE 6 END AS digits FROM hit
    ), place AS (
      SELECT left(code, (SELECT digits FROM step)) AS code, count(*) AS n, count(*) FILTER (WHERE rank = 0) AS exact
      FROM hit GROUP BY 1
    )
    SELECT ARRAY(SELECT code FROM hit ORDER BY rank, longer, code LIMIT ${page.limit} OFFSET ${page.offset}) AS codes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'count', n, 'exact', exact) ORDER BY code), '[]')
       FROM place) AS places`
  const { codes = [], places = [] } = row ?? {}
  return {
    total: places.reduce((sum, { count }) => sum + count, 0),
    exact: places.reduce((sum, each) => sum + each.exact, 0),
    codes,
    places: places.map(({ code, count }) => ({ code, count })),
  }
}

function condition({ name, scopes, pinyin }: VillageName): Prisma.Sql {
  const parts = pinyin
    ? [Prisma.sql`pinyin @> ${[name]}`]
    : [Prisma.sql`text_grams(name) @> ${gramsOf(name)}`, Prisma.sql`lower(name) LIKE ${`%${name}%`}`]
  const [only = ''] = scopes
  if (scopes.length === 1) {
    const { gte, lt } = subtreeRange(only)
    if (only !== '') parts.push(Prisma.sql`code >= ${gte} AND code < ${lt}`)
  } else {
    const byLength = Map.groupBy(scopes, (scope) => scope.length)
    const within = [...byLength].map(
      ([digits, codes]) => Prisma.sql`left(code, ${digits}::int) = ANY(${codes})`,
    )
    parts.push(Prisma.sql`(${Prisma.join(within, ' OR ')})`)
  }
  return Prisma.sql`(${Prisma.join(parts, ' AND ')})`
}

/** What text_grams has of a name; the pairs alone, where there are any: single characters are in half of all names. */
function gramsOf(name: string): string[] {
  const letters = [...name]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}

function namesMeantBy(name: string): string[] {
  return [name, `${name}村`, `${name}社区`].flatMap(officialNamesOf)
}
