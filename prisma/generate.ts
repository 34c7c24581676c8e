/**
 * Generates the Prisma client into prisma/client, unless it is there already and fits the schema.
 * Prisma's CLI wants to download a native engine that `generate` never uses; naming any existing file as that engine
 * keeps this step off the network (PRISMA_SCHEMA_ENGINE_BINARY).
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const here = import.meta.dirname
const client = join(here, 'client')
const stamp = join(client, 'schema.sha256')
const { version } = JSON.parse(readFileSync(require.resolve('@prisma/client/package.json'), 'utf8'))
const wanted = createHash('sha256')
  .update(version)
  .update(readFileSync(join(here, 'schema.prisma')))
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const cli = join(here, '..', 'node_modules', 'prisma', 'build', 'index.js')
  execFileSync(process.execPath, [cli, 'generate', '--no-hints'], {
    cwd: join(here, '..'),
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    // what it says is of interest only where it fails, and then stands in the error
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  writeFileSync(stamp, wanted)
}
