import type { Db } from './database.ts'
import { readMigrations } from './migrations-on-disk.ts'

/** Whether every migration on disk has been applied to the end. */
export async function isSchemaCurrent(db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  const applied = new Set(rows.map((row) => row.name))
  return readMigrations().migrationDirectories.every(({ path }) => applied.has(path))
}
