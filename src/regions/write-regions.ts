import type { Db } from '../db/database.ts'
import { pinyinKeys } from './pinyin-keys.ts'
import { regionLevelOf } from './region-code.ts'

export interface RegionRow {
  code: string
  name: string
  parentCode: string | null
}

/**
 * Adds the regions that are not there, gives those that are there their new names and deletes nothing; a few thousand at
 * a time, parents before or together with their children. May be repeated. Fills in how each is typed in pinyin. Returns
 * how many were new and renamed, and of how many of the others the pinyin changed.
 */
export async function writeRegions(
  tx: Db,
  rows: readonly RegionRow[],
): Promise<{ added: number; renamed: number; respelled: number }> {
  // one string a column instead of an array: a fraction of the garbage; names hold no line breaks
  const column = (cell: (row: RegionRow) => string) => rows.map(cell).join('\n')
  const codes = column(({ code }) => code)
  const levels = column(({ code }) => regionLevelOf(code) ?? '')
  const names = column(({ name }) => name)
  const parents = column(({ parentCode }) => parentCode ?? '')
  const pinyin = column(({ code, name }) => pinyinKeys(name, regionLevelOf(code) ?? 'grid').join(','))
  const [counts] = await tx.$queryRaw<{ added: number; renamed: number; respelled: number }[]>`
    WITH given AS MATERIALIZED (
      SELECT code, level, name, nullif(parent, '') AS parent, coalesce(string_to_array(pinyin, ','), '{}') AS pinyin
      FROM unnest(string_to_array(${codes}, E'\\n'), string_to_array(${levels}, E'\\n'),
                  string_to_array(${names}, E'\\n'), string_to_array(${parents}, E'\\n'),
                  string_to_array(${pinyin}, E'\\n'))
        AS given (code, level, name, parent, pinyin)
    ), changed AS (
      UPDATE region SET name = given.name, parent_code = given.parent, pinyin = given.pinyin
      FROM given JOIN region before ON before.code = given.code
      WHERE region.code = given.code AND
        (region.name <> given.name OR region.parent_code IS DISTINCT FROM given.parent
          OR region.pinyin IS DISTINCT FROM given.pinyin)
      RETURNING before.name <> given.name AS renamed, before.pinyin IS DISTINCT FROM given.pinyin AS respelled
    ), added AS (
      INSERT INTO region (code, level, name, parent_code, pinyin)
      SELECT code, level::"RegionLevel", name, parent, pinyin FROM given
      ON CONFLICT (code) DO NOTHING RETURNING 1
    )
    SELECT (SELECT count(*)::int FROM added) AS added,
      (SELECT count(*)::int FROM changed WHERE renamed) AS renamed,
      (SELECT count(*)::int FROM changed WHERE respelled AND NOT renamed) AS respelled`
  return counts ?? { added: 0, renamed: 0, respelled: 0 }
}
