import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApplyMigrationsInput } from '@prisma/schema-engine-wasm'

const prismaFolder = join(import.meta.dirname, '..', '..', 'prisma')

/** The Prisma schema as text. */
export function readPrismaSchema(): string {
  return readFileSync(join(prismaFolder, 'schema.prisma'), 'utf8')
}

/** All migrations in their order, in the shape that Prisma's schema engine takes. */
export function readMigrations(): ApplyMigrationsInput['migrationsList'] {
  const baseDir = join(prismaFolder, 'migrations')
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

/** Tables of others in the same database, which are none of Prisma's business (pg-boss has a schema of its own). */
export const noFilter = { externalTables: [], externalEnums: [] }
