import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createLocalTelegram } from '../../../src/playground/server/create-local-telegram.ts'
import { checkTraffic } from './schema/check-traffic.ts'
import { token } from './serve-local-telegram.ts'

const run = promisify(execFile)
const module = new URL('../../../src/playground/server/create-local-telegram.ts', import.meta.url).href

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'local-telegram-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'world.sqlite')
}

const open = (path: string) =>
  createLocalTelegram({
    path,
    token,
    bot: { username: 'xiangyin_bot', firstName: '乡音' },
    clock: { now: () => new Date('2026-03-02T00:00:00Z') },
  })

test('everything is there again after kill -9', async () => {
  const path = await temporaryFile()
  const script = `
    import { createLocalTelegram } from ${JSON.stringify(module)}
    const { world } = createLocalTelegram({
      path: ${JSON.stringify(path)}, token: ${JSON.stringify(token)},
      bot: { username: 'xiangyin_bot', firstName: 'x' }, clock: { now: () => new Date('2026-03-02T00:00:00Z') },
    })
    world.addPerson({ id: 1, firstName: 'A', languageCode: 'en', part: 'resident' })
    const channel = world.addChannel({ title: 'C', administrators: [1] })
    world.addBot(channel, 1)
    world.say(1, 1, { text: 'before' })
    world.say(1, 1, { document: { bytes: Buffer.from('bytes'), name: 'a.txt' } })
    process.kill(process.pid, 'SIGKILL')
  `
  const killed = await run(process.execPath, ['--input-type=module', '-e', script]).catch((error) => error)
  expect(killed.signal).toBe('SIGKILL')

  const again = open(path)
  onTestFinished(() => again.close())
  const [words, file] = again.world.history(1)
  expect(words?.text).toBe('before')
  expect(again.world.file(file?.document?.file_id ?? '')?.bytes).toEqual(new Uint8Array(Buffer.from('bytes')))
  expect(again.world.pendingUpdates()).toHaveLength(3)
  const next = again.world.say(1, 1, { text: 'after' })
  expect(next[0]?.message_id).toBe(3)
  const ids = again.world.pendingUpdates().map((update) => update.update_id)
  expect(new Set(ids).size).toBe(4)
  expect(checkTraffic(again)).toEqual([])
})

test('updates that nobody fetched for a day are dropped', async () => {
  let now = Date.parse('2026-03-02T00:00:00Z')
  const telegram = createLocalTelegram({
    path: ':memory:',
    token,
    bot: { username: 'b', firstName: 'B' },
    clock: { now: () => new Date(now) },
  })
  onTestFinished(() => telegram.close())
  telegram.world.addPerson({ id: 1, firstName: 'A', languageCode: 'en', part: 'resident' })
  telegram.world.say(1, 1, { text: 'old' })
  now += 25 * 3_600_000
  telegram.world.say(1, 1, { text: 'new' })
  const response = await telegram.app.request(`/bot${token}/getUpdates`)
  expect(await response.json()).toMatchObject({ result: [{ message: { text: 'new' } }] })
  expect(checkTraffic(telegram)).toEqual([])
})
