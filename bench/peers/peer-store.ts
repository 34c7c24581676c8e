import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import pg from 'pg'

/** As many connections as `pg` opens by itself. */
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

/** What every peer writes at the end of a card: one row. */
export async function insertCard(personId: number, answers: readonly string[]): Promise<void> {
  await pool.query({
    name: 'insert-card',
    text: 'INSERT INTO card (id, person_id, answers, created_at) VALUES ($1, $2, $3, now())',
    values: [randomUUID(), personId, JSON.stringify(answers)],
  })
}

/** State by key, where REDIS_URL is in Redis, else in PostgreSQL. Values are JSON. */
export interface PeerStore {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
}

export function openPeerStore(): PeerStore {
  return process.env.REDIS_URL
    ? redisStore(process.env.REDIS_URL, process.env.REDIS_PREFIX ?? '')
    : tableStore()
}

function redisStore(url: string, prefix: string): PeerStore {
  const redis = new Redis(url)
  return {
    get: async (key) => {
      const found = await redis.get(prefix + key)
      return found === null ? undefined : JSON.parse(found)
    },
    set: async (key, value) => void (await redis.set(prefix + key, JSON.stringify(value))),
    delete: async (key) => void (await redis.del(prefix + key)),
  }
}

function tableStore(): PeerStore {
  return {
    get: async (key) => {
      const text = 'SELECT value FROM session WHERE key = $1'
      const { rows } = await pool.query({ name: 'get-session', text, values: [key] })
      return rows[0]?.value
    },
    set: async (key, value) => {
      const text = `INSERT INTO session (key, value) VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`
      await pool.query({ name: 'set-session', text, values: [key, JSON.stringify(value)] })
    },
    delete: async (key) => {
      await pool.query({ name: 'delete-session', text: 'DELETE FROM session WHERE key = $1', values: [key] })
    },
  }
}

/** What a peer is told: BOT_TOKEN, BOT_API_ROOT, PORT, and PUBLIC_URL where its updates come by webhook. */
export const settings = {
  token: process.env.BOT_TOKEN ?? '',
  apiRoot: process.env.BOT_API_ROOT ?? '',
  port: Number(process.env.PORT),
  publicUrl: process.env.PUBLIC_URL,
}

export function sayStarted(): void {
  process.stdout.write('{"msg":"started"}\n')
  process.on('SIGTERM', () => process.exit(0))
}
