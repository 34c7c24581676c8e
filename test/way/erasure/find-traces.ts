import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { Prisma, type PrismaClient } from '../../../prisma/client/client.ts'

/** Something of a person: texts of which no piece of twelve characters may be found, and what may not be found as a whole. */
export interface Traces {
  texts: readonly string[]
  wholes: readonly string[]
}

const PIECE = 12

/** What of the traces is in a text, each once. White space, which screens fold, makes no difference. */
export function tracesIn(text: string, { texts, wholes }: Traces): string[] {
  const folded = text.replace(/\s+/g, '')
  const pieces = texts.flatMap((each) => {
    const letters = [...each.replace(/\s+/g, '')]
    return letters.slice(0, letters.length - PIECE + 1).map((_, at) => letters.slice(at, at + PIECE).join(''))
  })
  return [...wholes, ...pieces].filter((each) => folded.includes(each))
}

/** Every row of every table of every schema but PostgreSQL's own, by table, as text: also JSON, arrays and tsvectors. */
export async function dumpDatabase(prisma: PrismaClient): Promise<Map<string, string>> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE' ORDER BY 1`
  const dump = new Map<string, string>()
  for (const { name } of tables) {
    const rows = await prisma.$queryRaw<{ row: string }[]>(
      Prisma.sql`SELECT each::text AS row FROM ${Prisma.raw(name)} each`,
    )
    dump.set(name, rows.map(({ row }) => row).join('\n'))
  }
  return dump
}

/** Keys and values below a prefix, as one text. */
export async function dumpRedis(url: string, prefix: string): Promise<string> {
  const redis = new Redis(url)
  try {
    const parts: string[] = []
    for (const key of await redis.keys(`${prefix}*`)) {
      const value = (await redis.type(key)) === 'string' ? await redis.get(key) : await redis.dump(key)
      parts.push(`${key} ${value}`)
    }
    return parts.join('\n')
  } finally {
    await redis.quit()
  }
}

/** All files of a folder but those of the embedded database, whose content is looked into as rows. */
export function dumpFiles(folder: string): { path: string; bytes: Buffer }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .filter((path) => !path.startsWith(join(folder, 'database')))
    .map((path) => ({ path, bytes: readFileSync(path) }))
}
