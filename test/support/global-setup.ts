import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '../../src/db/apply-migrations.ts'

export interface Services {
  postgres: string | null
  redis: string | null
  chromium: string | null
}

declare module 'vitest' {
  interface ProvidedContext {
    services: Services
    embeddedTemplate: string
  }
}

/** Finds PostgreSQL, Redis and Chromium; says what is missing, and in CI refuses to go on without them. */
export async function setup(project: TestProject): Promise<void> {
  const services: Services = {
    postgres: (await listens(5432))
      ? (process.env.TEST_POSTGRES_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres')
      : null,
    redis: (await listens(6379)) ? 'redis://127.0.0.1:6379' : null,
    chromium: existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null,
  }
  const missing = Object.entries(services).flatMap(([name, found]) => (found ? [] : [name]))
  if (missing.length > 0) {
    const line = `Not on this machine: ${missing.join(', ')}. The tests that need them are skipped.\n`
    if (process.env.CI) throw new Error(`CI needs ${missing.join(', ')}`)
    process.stdout.write(line)
  }
  project.provide('services', services)

  const pglite = await PGlite.create()
  await applyMigrations(new PrismaPGlite(pglite))
  const dump = await pglite.dumpDataDir('none')
  await pglite.close()
  project.provide('embeddedTemplate', Buffer.from(await dump.arrayBuffer()).toString('base64'))
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.setTimeout(1000, () => done(false))
    socket.on('connect', () => done(true))
    socket.on('error', () => done(false))
    function done(up: boolean) {
      socket.destroy()
      resolve(up)
    }
  })
}
