import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { noFilter, readMigrations, readPrismaSchema } from './migrations-on-disk.ts'
import { loadSchemaEngine } from './schema-engine.ts'

/**
 * The SQL that would take the migrations on disk to the Prisma schema; empty when they agree. The migrations are played
 * into a shadow database of the adapter's, which must be empty.
 */
export async function diffSchema(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const files = [{ path: 'schema.prisma', content: readPrismaSchema() }]
  const engine = await loadSchemaEngine(adapter, [['schema.prisma', readPrismaSchema()]])
  const migrations = readMigrations()
  const from =
    migrations.migrationDirectories.length === 0
      ? { tag: 'empty' as const }
      : { tag: 'migrations' as const, ...migrations }
  const { stdout } = await engine.diff({
    from,
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: noFilter,
  })
  const sql = stdout ?? ''
  return sql.trim() === '-- This is an empty migration.' ? '' : sql
}
