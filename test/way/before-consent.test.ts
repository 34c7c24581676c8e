import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { oggVoice, photoWithPlace } from '../attachments/support/recordings.ts'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import type { EngineName } from '../support/product-data.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { dumpDatabase, dumpFiles, dumpRedis, type Traces, tracesIn } from './erasure/find-traces.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const WORDS = ['我家老人的降压药断了两个月，没人管', '镇上医院也不给报销，来回花了三百多']
const VOICE = '闻人桂香说的一段语音，里面是她的声音'
const TRACES: Traces = {
  texts: [...WORDS, VOICE],
  wholes: ['欧阳玉梅', '司马铁锁', '闻人桂香'],
}

const engines: EngineName[] = [
  'embedded',
  ...(services.postgres && services.redis ? ['PostgreSQL' as const] : []),
]

describe.each(engines)('three people who never agree, on %s', (engine) => {
  let way: OneProcessWay
  let people: Actor[]
  const redis =
    engine === 'PostgreSQL' ? { url: services.redis ?? '', prefix: `test:${randomUUID()}:` } : null

  beforeAll(async () => {
    const env = { LOG_LEVEL: 'debug', ...(redis ? { REDIS_URL: redis.url, REDIS_PREFIX: redis.prefix } : {}) }
    way = await openWay(engine, { filled: true, started: true, env })
    const { person } = way.telegram
    people = [
      person({ firstName: '欧阳玉梅' }),
      person({ firstName: '司马铁锁' }),
      person({ firstName: '闻人桂香' }),
    ]
  })
  afterAll(async () => {
    await way?.close()
    if (!redis) return
    const client = new Redis(redis.url)
    const keys = await client.keys(`${redis.prefix}*`)
    if (keys.length > 0) await client.del(keys)
    await client.quit()
  })

  const dump = async () => await way.withDatabase(({ prisma }) => dumpDatabase(prisma))

  test('leave nothing of their names, words, voices and photos anywhere', async () => {
    const [talks, looks, sends] = people as [Actor, Actor, Actor]
    await talks.say('/start')
    for (const words of WORDS) await talks.say(words)
    await looks.openLink(`v${VILLAGE}`)
    await looks.say('/help')
    await sends.openLink(`v${VILLAGE}`)
    await sends.send({ voice: { bytes: oggVoice(VOICE), duration: 3 } })
    await sends.send({ photos: [await photoWithPlace(70)] })
    for (const each of people) expect(each.messages().length).toBeGreaterThan(1)
    const fileIds = sends
      .messages()
      .flatMap(({ voice, photo }) =>
        [voice?.file_id ?? [], photo?.map(({ file_id }) => file_id) ?? []].flat(),
      )
    expect(fileIds.length).toBeGreaterThan(1)
    const traces = { ...TRACES, wholes: [...TRACES.wholes, ...fileIds] }

    expect(tracesIn(way.output(), traces)).toEqual([])
    if (redis) expect(tracesIn(await dumpRedis(redis.url, redis.prefix), traces)).toEqual([])
    const tables = await dump()
    const found = [...tables].flatMap(([table, rows]) =>
      tracesIn(rows, traces).map((trace) => `${table}: ${trace}`),
    )
    expect(found).toEqual([])
    expect(tables.get('public.person')).toBe('')
    for (const { path, bytes } of dumpFiles(way.data.env.DATA_DIR ?? ''))
      expect(tracesIn(bytes.toString(), traces), path).toEqual([])
  })

  test('are found by the same search once one of them agrees and says it again', async () => {
    const [, looks] = people as [Actor, Actor, Actor]
    await looks.say('/start')
    await looks.press('好，开始')
    await looks.say(WORDS[0] ?? '')
    const tables = await dump()
    expect(tables.get('public.person')).not.toBe('')
    expect([...tables.values()].flatMap((rows) => tracesIn(rows, TRACES))).not.toEqual([])
  })
})
