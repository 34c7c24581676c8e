import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'

/** Sends a CSV file with a header through COPY ... FROM STDIN by psql; seconds, or null where psql is not on PATH. */
export async function copyWithPsql(url: string, target: string, file: string): Promise<number | null> {
  const startedAt = performance.now()
  const child = spawn(
    'psql',
    [url, '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', `\\copy ${target} FROM '${file}' CSV HEADER`],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const errors = buffer(child.stderr)
  try {
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`psql exited with ${code}: ${await errors}`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  return (performance.now() - startedAt) / 1000
}
