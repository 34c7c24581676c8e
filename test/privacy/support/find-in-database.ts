import { Prisma, type PrismaClient } from '../../../prisma/client/client.ts'

/** The tables of the program and of its job queue that have a row with the text anywhere in it, as schema.table. */
export async function findInDatabase(prisma: PrismaClient, needle: string): Promise<string[]> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE' ORDER BY 1`
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await prisma.$queryRaw<{ n: number }[]>(
      Prisma.sql`SELECT count(*)::int AS n FROM ${Prisma.raw(name)} each WHERE position(${needle}::text IN each::text) > 0`,
    )
    if (row && row.n > 0) found.push(name)
  }
  return found
}
