import type { PrismaClient } from '../../prisma/client/client.ts'
import { NotUtf8Error } from './check-utf8.ts'
import { findParents } from './find-parents.ts'
import type { ImportProblems } from './import-problem.ts'
import { readRegionFile } from './read-region-file.ts'
import { writeRegions } from './write-regions.ts'

/** Any constant will do: imports into one database take turns. */
const IMPORT_LOCK = 0x72656769
const BATCH = 2_000
const LONGEST_TRANSACTION_MS = 3_600_000

export interface ImportRegionsDeps {
  db: PrismaClient
  /** hears about every 10,000 rows how far it is; `total` is known when writing */
  onProgress?: (progress: { step: 'reading' | 'writing'; rows: number; total?: number }) => void
}

export type ImportRegionsResult =
  | { ok: true; rows: number; added: number; renamed: number; unchanged: number }
  /** bad rows; nothing was changed */
  | { ok: false; code: 'bad_rows'; count: number; problems: ImportProblems }
  | { ok: false; code: 'not_utf8'; looksLike: NotUtf8Error['looksLike'] }
  | { ok: false; code: 'wrong_header'; found: string }
  | { ok: false; code: 'empty' }

/**
 * Imports a CSV file of regions (columns code,name; see readRegionFile), given as a stream of bytes: all rows or, where
 * one is bad, none. May be repeated: names are updated, new regions added, none is deleted. The order of rows does not
 * matter. Holds the rows in memory, about 40 bytes each.
 */
export async function importRegions(
  { db, onProgress }: ImportRegionsDeps,
  source: AsyncIterable<Uint8Array>,
): Promise<ImportRegionsResult> {
  const read = await readRegionFile(source, (rows) => onProgress?.({ step: 'reading', rows })).catch(
    (error) => {
      if (error instanceof NotUtf8Error)
        return { ok: false as const, code: 'not_utf8' as const, looksLike: error.looksLike }
      throw error
    },
  )
  if (!read.ok) return read
  const { file } = read
  const total = file.rows.length

  let respelled = 0
  const result = await db.$transaction(
    async (tx): Promise<ImportRegionsResult> => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`
      // a table that fills up has no statistics yet: without this every batch reads all of it
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      const { problems } = file.problems
      const parentOf = await findParents(tx, file)
      if (problems.size > 0) {
        const count = [...problems.values()].reduce((sum, group) => sum + group.count, 0)
        return { ok: false, code: 'bad_rows', count, problems }
      }
      const order = file.rows.order()
      const sum = { added: 0, renamed: 0 }
      for (let start = 0; start < total; start += BATCH) {
        const batch = Array.from(order.subarray(start, start + BATCH), (i) => {
          const code = file.rows.code(i)
          return { code, name: file.rows.name(i), parentCode: parentOf(code) }
        })
        const written = await writeRegions(tx, batch)
        sum.added += written.added
        sum.renamed += written.renamed
        respelled += written.respelled
        onProgress?.({ step: 'writing', rows: start + batch.length, total })
      }
      return { ok: true, rows: total, ...sum, unchanged: total - sum.added - sum.renamed }
    },
    { timeout: LONGEST_TRANSACTION_MS, maxWait: 60_000 },
  )
  if (result.ok && result.added + result.renamed + respelled > 0) await tidyIndexes(db)
  return result
}

/** So that searching is fast at once: PGlite has nobody who would do it later. */
async function tidyIndexes(db: PrismaClient): Promise<void> {
  await db.$executeRaw`SELECT gin_clean_pending_list('region_village_name_grams_idx'::regclass)`
  await db.$executeRaw`SELECT gin_clean_pending_list('region_village_pinyin_idx'::regclass)`
  await db.$executeRaw`ANALYZE region`
}
