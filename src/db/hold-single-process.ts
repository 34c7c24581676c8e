import { hostname } from 'node:os'
import pg from 'pg'

/** Any constant will do, as long as all processes of this program use the same one. */
const SINGLE_PROCESS_LOCK = 0x7869616f

export type SingleProcess =
  | { ok: true; release: () => Promise<void> }
  | { ok: false; code: 'database_in_use'; holder: string }

/**
 * Without Redis only one process may work on a PostgreSQL database. Holds an advisory lock on a connection of its own,
 * which is gone when the process is; a second process is refused and told who holds it. `onLost` is called when that
 * connection breaks: from then on nothing keeps a second process out.
 */
export async function holdSingleProcess(url: string, onLost: () => void): Promise<SingleProcess> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `xiangyin process ${process.pid} on ${hostname()}`.slice(0, 63),
    keepAlive: true,
  })
  let released = false
  client.on('error', () => {
    if (!released) onLost()
  })
  await client.connect()
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS mine', [SINGLE_PROCESS_LOCK])
  const release = async () => {
    released = true
    await client.end()
  }
  if (rows[0]?.mine) return { ok: true, release }
  const holder = await client.query(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND classid = 0 AND objid = $1 AND granted
       AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [SINGLE_PROCESS_LOCK],
  )
  await release()
  return { ok: false, code: 'database_in_use', holder: holder.rows[0]?.name ?? 'another process' }
}
