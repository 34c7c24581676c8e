import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadTexts } from '../../src/i18n/texts.ts'
import { photoWithPlace } from '../attachments/support/recordings.ts'
import { services } from '../support/databases.ts'
import { sizeOf } from '../support/how-long.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { openWebhookProxy, type WebhookProxy } from '../support/webhook-proxy.ts'
import { VILLAGES } from './main/cast.ts'
import { arrive } from './persons-walk/arrive.ts'
import { chanceFrom } from './persons-walk/chance.ts'
import { type Committees, openCommittees } from './persons-walk/committees.ts'
import { findLeaks, findLeftovers } from './persons-walk/leaks.ts'
import { complete, manners } from './persons-walk/manners.ts'
import { createPerson, type Person, type Surroundings } from './persons-walk/person.ts'
import { createTokens, tokensIn } from './persons-walk/tokens.ts'
import { openWitness, type Witness } from './persons-walk/witness.ts'

/** Of all residents together, by polling and by webhook half each. */
const STEPS = sizeOf('WALK_STEPS', { short: 400, long: 10_000 })
const RESIDENTS_AT_ONCE = 8
const LIFE = 60
const SEED = Number(process.env.SEED ?? 20_261_124)
const LONGEST_MS = LONGEST_TEST_MS + STEPS * 60
const BETWEEN_CASES_MS = 8_000
const DAY_MS = 24 * 3_600_000

vi.setConfig({ testTimeout: LONGEST_MS, hookTimeout: LONGEST_TEST_MS })

describe.skipIf(!services.postgres).each(['polling', 'webhook'] as const)(
  'people who chat in their own manner, by %s',
  (updates) => {
    const folder = mkdtempSync(join(tmpdir(), 'xiangyin-walk-'))
    const clockFile = join(folder, 'clock.json')
    const token = createTokens()
    let way: OneProcessWay
    let proxy: WebhookProxy
    let witness: Witness
    let db: pg.Pool
    let photo: Buffer
    let committees: Committees
    let kills = 0
    let starts = 1
    /** all who ever said something */
    const people: Person[] = []
    const texts = loadTexts(join(import.meta.dirname, '..', '..', 'locales'), 'zh')

    beforeAll(async () => {
      proxy = await openWebhookProxy()
      proxy.mode = 'again'
      const webhook = { UPDATES: 'webhook', PUBLIC_URL: proxy.url, WEBHOOK_SECRET: 'a-secret-of-the-walk' }
      way = await openWay('PostgreSQL', {
        filled: true,
        started: false,
        env: { RATE_LIMIT: '0', CLOCK_FILE: clockFile, ...(updates === 'webhook' ? webhook : {}) },
        telegram: { updateLifetimeMs: 1_000 * DAY_MS, queryLifetimeMs: 1_000 * DAY_MS },
      })
      witness = openWitness(way.telegram)
      await way.start({ entry: 'test/way/persons-walk/program.ts', env: {} })
      proxy.targets = [way.product().address]
      committees = await openCommittees(way.telegram)
      db = new pg.Pool({ connectionString: way.data.env.DATABASE_URL, max: 4 })
      photo = await photoWithPlace(99)
    })
    afterAll(async () => {
      await db?.end()
      await way?.close()
      await proxy?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    /** Everybody else waits meanwhile, and finds the program new: `days` later. */
    const restart = oneByOne(async (hard: boolean, days: number) => {
      if (hard) kills += 1
      await (hard ? way.kill9() : way.stop())
      way.telegram.later(days * 24 * 3600)
      writeFileSync(clockFile, JSON.stringify({ aheadMs: way.telegram.aheadMs() }))
      await way.start()
      starts += 1
      proxy.targets = [way.product().address]
    })

    /** The committees take their time: Telegram takes no more than twenty messages a minute in a group. */
    const work = async (until: Promise<unknown>): Promise<void> => {
      const chance = chanceFrom(SEED)
      let isOver = false
      const stop = () => {
        isOver = true
      }
      const end = until.then(stop, stop)
      while (!isOver) {
        await committees.act(chance, token)
        await Promise.race([end, sleep(BETWEEN_CASES_MS)])
      }
    }

    const live = async (person: Person, steps: number): Promise<void> => {
      const { chance, story } = person
      try {
        await arrive(person, db)
        for (let step = 0; step < steps; step += 1) {
          if (chance.onceIn(200)) await restart(chance.onceIn(2), chance.of([0, 0, 1, 2]) ?? 0)
          const manner = chance.weighted(manners)
          story.push(manner?.name ?? '')
          await manner?.act(person)
        }
        story.push('comes to an end')
        await complete(person)
      } catch (error) {
        const told = (error as Error).message
        throw new Error(`${told}\nSEED=${SEED}, after\n${story.slice(-60).join('\n')}`, { cause: error })
      }
    }

    test(`find all that they said where they said it, in ${STEPS / 2} steps`, async () => {
      const begin = performance.now()
      let taken = 0
      const residents = Array.from({ length: RESIDENTS_AT_ONCE }, async (_, i) => {
        const chance = chanceFrom(SEED + i * 7919 + (updates === 'webhook' ? 1 : 0))
        const surroundings: Surroundings = {
          ...{ telegram: way.telegram, witness, db, texts, chance, token, photo },
          kills: () => kills,
          starts: () => starts,
          joins: (person) => void people.push(person),
        }
        while (taken < STEPS / 2) {
          const village = VILLAGES[chance.below(2)] ?? ''
          const person = createPerson(`走路人${token()}`, village, surroundings)
          surroundings.joins(person)
          taken += LIFE
          await live(person, LIFE)
        }
      })
      const over = Promise.all(residents)
      await Promise.all([over, work(over)])
      process.stdout.write(`${taken} steps by ${updates} in ${Math.round(performance.now() - begin)} ms\n`)
      expect(taken).toBeGreaterThanOrEqual(STEPS / 2)
    })

    test('nobody was shown what no screen said that they would be, and nothing is left of what went', async () => {
      expect(findLeaks(witness.sightings(0), people, committees)).toEqual([])
      expect(await findLeftovers(db, people, committees)).toEqual([])
    })

    test('nothing that the bot sent was refused, and the log has no word of it', () => {
      way.telegram.expectNothingRefused()
      expect(tokensIn(way.output())).toEqual([])
    })
  },
)

/** While one restarts the program, others who want to wait and find it new. */
function oneByOne<Given extends unknown[]>(
  work: (...given: Given) => Promise<void>,
): (...given: Given) => Promise<void> {
  let last = Promise.resolve()
  return (...given) => {
    last = last.then(() => work(...given))
    return last
  }
}
