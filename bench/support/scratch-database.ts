import pg from 'pg'

const SERVER = process.env.BENCH_POSTGRES_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'

export interface ScratchDatabase {
  url: string
  drop(): Promise<void>
}

/**
 * A PostgreSQL database of its own, on BENCH_POSTGRES_URL or this machine; null where there is no server. Empty, or a copy
 * of `template`, to which nobody may be connected.
 */
export async function createScratchDatabase(template?: ScratchDatabase): Promise<ScratchDatabase | null> {
  const name = `xiangyin_bench_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const from = template ? ` TEMPLATE ${new URL(template.url).pathname.slice(1)}` : ''
  try {
    await run(`CREATE DATABASE ${name}${from}`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return null
    throw error
  }
  const url = new URL(SERVER)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function run(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
