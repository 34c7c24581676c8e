import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPostgresDatabase, services } from '../support/databases.ts'
import { createProductData } from '../support/product-data.ts'
import { LONGEST_TEST_MS, runToEnd } from '../support/start-product.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const MAIN = ['src/main.ts']
const TOKEN = '123456:AAnobody_will_ever_have_this_one'
/** Nothing listens on port 1. */
const NOWHERE = '127.0.0.1:1'

let folder: string
const servers: Server[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiangyin-start-'))
})
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  rmSync(folder, { recursive: true, force: true })
})

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A PostgreSQL server that refuses everybody with this code (https://www.postgresql.org/docs/current/protocol.html). */
function refusingPostgres(code: string, message: string): Server {
  return createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      const fields = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`)
      const head = Buffer.alloc(5)
      head.write('E')
      head.writeInt32BE(fields.length + 4, 1)
      socket.end(Buffer.concat([head, fields]))
    })
  })
}

const start = (env: Record<string, string>) =>
  runToEnd(MAIN, { BOT_TOKEN: TOKEN, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...env })

describe('a start that is refused says the setting, what is wrong and what to do, in one line', () => {
  test('the port is taken', async () => {
    const port = await listening(createServer())
    const { code, stderr } = await start({ PORT: String(port) })
    expect(stderr).toBe(
      `PORT: another program listens on 127.0.0.1:${port} already; end it, or set another PORT\n`,
    )
    expect(code).toBe(4)
  })

  test('nobody answers where PostgreSQL should be', async () => {
    const { code, stderr } = await start({ DATABASE_URL: `postgresql://me:opensesame@${NOWHERE}/village` })
    expect(stderr).toBe(
      `DATABASE_URL: PostgreSQL at ${NOWHERE} cannot be reached (nothing listens there); start it, or correct the address\n`,
    )
    expect(code).toBe(3)
  })

  test('the password of the database is wrong', async () => {
    const port = await listening(refusingPostgres('28P01', 'password authentication failed for user "me"'))
    const { code, stderr } = await start({
      DATABASE_URL: `postgresql://me:opensesame@127.0.0.1:${port}/village`,
    })
    expect(stderr).toBe(
      `DATABASE_URL: PostgreSQL at 127.0.0.1:${port} refuses the password of me; correct it\n`,
    )
    expect(code).toBe(2)
  })

  test('PostgreSQL is still starting', async () => {
    const port = await listening(refusingPostgres('57P03', 'the database system is starting up'))
    const early = await start({ DATABASE_URL: `postgresql://me@127.0.0.1:${port}/village` })
    expect(early.stderr).toContain('is not ready: the database system is starting up; start again later')
    expect(early.code).toBe(3)
  })

  test('the data folder is a file', async () => {
    writeFileSync(join(folder, 'file'), '')
    const { code, stderr } = await start({ DATA_DIR: join(folder, 'file') })
    expect(stderr).toMatch(/^DATA_DIR: cannot write to the folder .*file: it is a file; change its owner, or/)
    expect(code).toBe(2)
  })

  test('Telegram does not know the token', async () => {
    const port = await listening(
      createHttpServer((_, response) => {
        response.writeHead(401, { 'content-type': 'application/json' })
        response.end('{"ok":false,"error_code":401,"description":"Unauthorized"}')
      }),
    )
    // the first start of an embedded database takes long: this one begins as a copy
    const data = await createProductData('embedded', { filled: true })
    const { code, stderr } = await start({ ...data.env, BOT_API_ROOT: `http://127.0.0.1:${port}` })
    await data.remove()
    expect(stderr).toBe(
      `BOT_TOKEN: 127.0.0.1:${port} knows no bot with this token; copy it from @BotFather once more (/mybots, API Token)\n`,
    )
    expect(code).toBe(2)
  })

  test('an option that it does not have', async () => {
    const { code, stderr } = await runToEnd([...MAIN, '--chek'], {})
    expect(stderr).toMatch(/^Usage: npm start/)
    expect(code).toBe(2)
  })
})

describe.skipIf(!services.postgres)('on PostgreSQL', () => {
  test('a user that is not there', async () => {
    const url = new URL(services.postgres ?? '')
    url.username = 'nobody_of_that_name'
    const { code, stderr } = await start({ DATABASE_URL: url.href })
    expect(stderr).toMatch(/^DATABASE_URL: PostgreSQL at \S+ does not let nobody_of_that_name in: .*\n$/)
    expect(code).toBe(2)
  })

  test('a database that is not there', async () => {
    const url = new URL(services.postgres ?? '')
    url.pathname = '/no_such_village'
    const { code, stderr } = await start({ DATABASE_URL: url.href })
    expect(stderr).toMatch(
      /^DATABASE_URL: PostgreSQL at \S+ has no database no_such_village; create it: createdb no_such_village\n$/,
    )
    expect(code).toBe(2)
  })

  test('nobody answers where Redis should be', async () => {
    const { url, drop } = await createPostgresDatabase()
    try {
      const { code, stderr } = await start({ DATABASE_URL: url, REDIS_URL: `redis://:opensesame@${NOWHERE}` })
      expect(stderr).toBe(
        `REDIS_URL: Redis at ${NOWHERE} cannot be reached (nothing listens there); start it, or correct the address\n`,
      )
      expect(code).toBe(3)
    } finally {
      await drop()
    }
  })
})
