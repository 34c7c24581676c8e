import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { ApiResponse, Update } from 'grammy/types'
import { expect, onTestFinished } from 'vitest'
import type { Clock } from '../../../src/lib/clock.ts'
import {
  createLocalTelegram,
  type LocalTelegram,
  type LocalTelegramOptions,
} from '../../../src/playground/server/create-local-telegram.ts'
import { checkTraffic } from './schema/check-traffic.ts'

export const token = '123456:AAtest_token-0'

export interface Served extends LocalTelegram {
  /** `http://127.0.0.1:<port>` */
  root: string
  clock: Clock & { move(ms: number): void }
  /** POST with a JSON body */
  call<T = unknown>(method: string, parameters?: object): Promise<ApiResponse<T>>
  /** everything the bot was not told yet, confirmed */
  takeUpdates(): Promise<Update[]>
}

/** A local Telegram on a free port, until the test is over; then all of its traffic is held against the schema. */
export async function serveLocalTelegram(options: Partial<LocalTelegramOptions> = {}): Promise<Served> {
  const clock = movableClock()
  const telegram = createLocalTelegram({
    path: ':memory:',
    token,
    bot: { username: 'xiangyin_bot', firstName: '乡音' },
    clock,
    ...options,
    settings: { callHistory: 100_000, ...options.settings },
  })
  const server = serve({ fetch: telegram.app.fetch, hostname: '127.0.0.1', port: 0 }) as Server
  await new Promise((resolve) => server.once('listening', resolve))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    await telegram.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(async () => {
    const violations = checkTraffic(telegram)
    await close()
    expect(violations, 'what the schema of the Bot API does not know').toEqual([])
  })

  const call = async <T>(method: string, parameters: object = {}) => {
    const response = await fetch(`${root}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    })
    return (await response.json()) as ApiResponse<T>
  }
  const takeUpdates = async () => {
    const answer = await call<Update[]>('getUpdates', {})
    if (!answer.ok) throw new Error(answer.description)
    const last = answer.result.at(-1)
    if (last) await call('getUpdates', { offset: last.update_id + 1 })
    return answer.result
  }
  return { ...telegram, root, clock, call, takeUpdates, close }
}

function movableClock(): Served['clock'] {
  let now = Date.parse('2026-03-02T00:00:00Z')
  return {
    now: () => new Date(now),
    move(ms) {
      now += ms
    },
  }
}

/** Two people, a group and a channel; the bot is in both, in the channel as its administrator. */
export function settle({ world }: Pick<LocalTelegram, 'world'>) {
  const wang = world.addPerson({ id: 1001, firstName: '王', languageCode: 'zh-hans', part: 'resident' })
  const li = world.addPerson({ id: 1002, firstName: 'Li', languageCode: 'en', part: 'administrator' })
  const group = world.addGroup({ title: '村民群', administrators: [li.id], members: [wang.id] })
  const channel = world.addChannel({ title: '村委会', administrators: [li.id], subscribers: [wang.id] })
  world.addBot(group, li.id)
  world.addBot(channel, li.id)
  return { wang: wang.id, li: li.id, group, channel }
}

type Awaitable<T> = T | Promise<T>

export async function until<T>(probe: () => Awaitable<T | undefined | false | null>): Promise<T> {
  const deadline = Date.now() + 5_000
  for (;;) {
    const found = await probe()
    if (found) return found
    if (Date.now() > deadline) throw new Error('it did not come about within 5 s')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The smallest PNG there is, one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
