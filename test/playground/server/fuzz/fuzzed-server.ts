import { Agent, request } from 'node:http'
import { expect, onTestFinished } from 'vitest'
import { pixel, type Served, serveLocalTelegram, settle } from '../serve-local-telegram.ts'

export interface Sent {
  verb: string
  path: string
  headers?: Record<string, string>
  body?: Uint8Array | string
}

export interface Answer {
  status: number
  body: string
}

export interface Fuzzed extends Served {
  /** over a connection that is kept; fails when no answer comes */
  send(sent: Sent): Promise<Answer>
}

const patience = 10_000
/** FUZZ=20 runs each test 20 times as long, see properties.ts for the seed */
export const runs = (count: number) => ({ numRuns: count * Number(process.env.FUZZ ?? 1) })

/** A server with people and messages in it, which must never say that it failed itself. */
export async function startFuzzedServer(): Promise<Fuzzed> {
  const failures: unknown[] = []
  const log = { warn: () => {}, error: (failure: unknown) => failures.push(failure) }
  const telegram = await serveLocalTelegram({
    log: log as never,
    moveClock: async () => {},
    settings: { pressTimeoutMs: 1, webhookRetryMs: 50 },
  })
  const { wang } = settle(telegram)
  telegram.world.say(wang, wang, { photos: [pixel], caption: '你好' })
  await telegram.call('sendMessage', { chat_id: wang, text: 'x' })
  const agent = new Agent({ keepAlive: true })
  onTestFinished(async () => {
    agent.destroy()
    expect(failures).toEqual([])
  })
  const { port } = new URL(telegram.root)
  const send = ({ verb, path, headers = {}, body }: Sent) =>
    new Promise<Answer>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, method: verb, path, headers, agent, timeout: patience }
      const outgoing = request(options, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        )
      })
      outgoing.on('timeout', () =>
        outgoing.destroy(new Error(`no answer to ${verb} ${path} in ${patience} ms`)),
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  return { ...telegram, send }
}

/** JSON as every answer of the Bot API, under the status that it says; never a failure of the server's own. */
export function expectTelegramShape({ status, body }: Answer): void {
  expect(status).toBeLessThan(500)
  const answer = JSON.parse(body) as Record<string, unknown>
  if (answer.ok === true) {
    expect(status).toBe(200)
    expect(answer).toHaveProperty('result')
  } else {
    expect(answer).toMatchObject({ ok: false, error_code: status, description: expect.stringMatching(/./) })
  }
}
