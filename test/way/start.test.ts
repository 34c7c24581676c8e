import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createProductData, type ProductData } from '../support/product-data.ts'
import { LONGEST_TEST_MS, runToEnd } from '../support/start-product.ts'
import { until } from '../support/until.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const ROOT = join(import.meta.dirname, '..', '..')
const TOKEN = '123456:AAnobody_will_ever_have_this_one'
const MAIN = [process.execPath, '--disable-warning=ExperimentalWarning', 'src/main.ts']
const PATIENCE = { within: 100_000 }

let data: ProductData
const running: ChildProcess[] = []
const servers: Server[] = []
beforeAll(async () => {
  data = await createProductData('embedded', { filled: true })
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
afterAll(() => data?.remove())

function start(command: string[], env: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { PATH, HOME, BOT_TOKEN: TOKEN, PORT: '0', ...data.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  let written = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text
  })
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code ?? '')),
  )
  const says = (words: string) => until(() => written.includes(words), { what: words, ...PATIENCE })
  return { child, ended, says, output: () => written }
}

/** The least that a bot wants of Telegram. */
const telegram: RequestListener = async (request, response) => {
  const method = request.url?.split('/').at(-1) ?? ''
  if (method === 'getUpdates') await sleep(200)
  const me = { id: 123456, is_bot: true, first_name: '乡音', username: 'village_bot' }
  const result = method === 'getMe' ? me : method === 'getUpdates' ? [] : true
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }))
}

async function listenAt(server: Server, port = 0): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

describe('Telegram out of reach', () => {
  test('is said at once, and the start goes on when it answers', async () => {
    const server = createServer(telegram)
    const port = await listenAt(server)
    await new Promise((resolve) => server.close(resolve))

    const bot = start(MAIN, { BOT_API_ROOT: `http://127.0.0.1:${port}` })
    await bot.says('Telegram cannot be reached: nothing listens there. Trying again until it answers')
    expect(bot.output()).toContain('set TELEGRAM_PROXY')
    await listenAt(createServer(telegram), port)
    await bot.says('"started"')
    expect(bot.output()).toContain('Telegram answers')
    expect(bot.output()).toContain('ADMIN_IDS is not set, so nobody can link a channel')
    expect(bot.output()).not.toContain('No regions are imported')
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
  })

  test('by a proxy, all goes through the proxy', async () => {
    const asked: string[] = []
    const proxy = createServer((request, response) => {
      asked.push(request.url ?? '')
      telegram(request, response)
    })
    const port = await listenAt(proxy)
    const bot = start(MAIN, {
      BOT_API_ROOT: 'http://telegram.example',
      TELEGRAM_PROXY: `http://127.0.0.1:${port}`,
    })
    await bot.says('"started"')
    expect(new Set(asked.map((url) => new URL(url).host))).toEqual(new Set(['telegram.example']))
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
  })

  test('HTTPS_PROXY is used for api.telegram.org, and blamed where it refuses', async () => {
    const tunnels: string[] = []
    const proxy = createServer()
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '')
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    const port = await listenAt(proxy)
    const bot = start(MAIN, { HTTPS_PROXY: `http://127.0.0.1:${port}` })
    await bot.says('Telegram cannot be reached: the proxy does not let it through')
    expect(tunnels[0]).toBe('api.telegram.org:443')
    bot.child.kill('SIGTERM')
    expect(await bot.ended).toBe(0)
  })
})

test('who ends `npm start` ends the program, too', async () => {
  const port = await listenAt(createServer(telegram))
  const npm = start(['npm', 'start'], { BOT_API_ROOT: `http://127.0.0.1:${port}` })
  await npm.says('"started"')
  const line = npm
    .output()
    .split('\n')
    .find((each) => each.includes('"started"'))
  const { address, pid } = JSON.parse(line ?? '') as { address: string; pid: number }
  expect((await fetch(`${address}/healthz`)).ok).toBe(true)
  expect(pid).not.toBe(npm.child.pid)
  npm.child.kill('SIGTERM')
  await until(() => !isAlive(pid), { what: 'the program ends', within: 30_000 })
  expect(npm.output()).toContain('"stopped"')
})

test('--check says what is there and what is missing, and changes nothing', async () => {
  const port = await listenAt(createServer(telegram))
  const check = (env: Record<string, string>) =>
    runToEnd(['src/main.ts', '--check'], { BOT_TOKEN: TOKEN, ...data.env, ...env })

  const { code, stdout } = await check({ BOT_API_ROOT: `http://127.0.0.1:${port}` })
  const lines = stdout.trim().split('\n')
  expect(lines.map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
    ['ok', 'data folder'],
    ['ok', 'database'],
    ['ok', 'migrations'],
    ['ok', 'regions'],
    ['ok', 'Redis'],
    ['ok', 'Telegram'],
    ['warning', 'administrators'],
  ])
  expect(stdout).toContain('2,570, of them 2,395 villages')
  expect(stdout).toContain(`@village_bot at http://127.0.0.1:${port}`)
  expect(code).toBe(0)

  const away = await check({ BOT_API_ROOT: 'http://127.0.0.1:1', DATABASE_URL: 'postgresql://127.0.0.1:1/x' })
  expect(away.stdout).toMatch(/^wrong +database +DATABASE_URL: PostgreSQL at 127\.0\.0\.1:1 cannot be/m)
  expect(away.stdout).toMatch(/^wrong +Telegram +BOT_API_ROOT: .*set TELEGRAM_PROXY$/m)
  expect(away.code).toBe(3)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
