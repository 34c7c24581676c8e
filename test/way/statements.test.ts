import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type CountingProxy, openCountingProxy } from '../../bench/cards/counting-proxy.ts'
import { services } from '../support/databases.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { walk } from '../support/walk.ts'
import { completeCards } from './cards.ts'
import { VILLAGES } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const PEOPLE = 4
/** Of an update of a complete card, the long ones such as submitting included. */
const MOST_STATEMENTS = 3
const MOST_COMMANDS = 1

const available = services.postgres && services.redis
const skipped = available ? '' : ' (skipped: there is no PostgreSQL or no Redis)'

describe.skipIf(!available)(`what a card asks of the servers${skipped}`, () => {
  let way: OneProcessWay
  let postgres: CountingProxy
  let redis: CountingProxy
  const prefix = `test:${randomUUID()}:`
  beforeAll(async () => {
    way = await openWay('PostgreSQL', { filled: true, started: false })
    // queues are looked at also where nobody does anything
    postgres = await openCountingProxy(way.data.env.DATABASE_URL ?? '', { ignored: 'xiangyin jobs' })
    redis = await openCountingProxy(services.redis ?? '')
    const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, REDIS_PREFIX: prefix }
    await way.start({ entry: 'src/main.ts', env: { ...env, MESSAGES_PER_SECOND: '0' } })
  })
  afterAll(async () => {
    await way?.close()
    await postgres?.close()
    await redis?.close()
    const client = new Redis(services.redis ?? '')
    const keys = await client.keys(`${prefix}*`)
    if (keys.length > 0) await client.del(keys)
    await client.quit()
  })

  test('is a few statements and hardly any command for each press and each text', async () => {
    const people = await Promise.all(
      Array.from({ length: PEOPLE }, async (_, i) => {
        const person = way.telegram.person({ firstName: `填卡人${i}` })
        await person.openLink(`v${VILLAGES[i]}`)
        await person.press('好，开始')
        return person
      }),
    )
    const before = { postgres: postgres.read().sent, redis: redis.read().sent, updates: updates() }
    await Promise.all(people.map((person, i) => walk(person, completeCards.healthcare.steps(`第${i}家断药`))))
    const done = updates() - before.updates
    expect(done).toBe(PEOPLE * completeCards.healthcare.steps('').length)
    expect((postgres.read().sent - before.postgres) / done).toBeLessThanOrEqual(MOST_STATEMENTS)
    expect((redis.read().sent - before.redis) / done).toBeLessThanOrEqual(MOST_COMMANDS)
  })

  const updates = () => way.telegram.world.givenUpdates().length
})
