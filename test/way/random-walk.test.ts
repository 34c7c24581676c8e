import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadTexts } from '../../src/i18n/texts.ts'
import { oggVoice, photoWithPlace } from '../attachments/support/recordings.ts'
import { services } from '../support/databases.ts'
import { sizeOf } from '../support/how-long.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { SAMPLE_CITY } from '../support/product-data.ts'
import { fc } from '../support/properties.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { openWebhookProxy, type WebhookProxy } from '../support/webhook-proxy.ts'
import { createWalker, type Surroundings } from './walk/create-walker.ts'
import { walkStep } from './walk/steps.ts'

/** Of all residents together, by polling and by webhook half each. */
const STEPS = sizeOf('WALK_STEPS', { short: 1_200, long: 10_000 })
const RESIDENTS_AT_ONCE = 10
const LONGEST_WALK = 60
const LONGEST_MS = LONGEST_TEST_MS + STEPS * 40

vi.setConfig({ testTimeout: LONGEST_MS, hookTimeout: LONGEST_TEST_MS })

describe.skipIf(!services.postgres).each(['polling', 'webhook'] as const)(
  'residents who do anything at any moment, by %s',
  (updates) => {
    let way: OneProcessWay
    let proxy: WebhookProxy
    let surroundings: Surroundings
    let villages: Iterator<string>
    let kills = 0

    beforeAll(async () => {
      proxy = await openWebhookProxy()
      proxy.mode = 'again'
      const webhook = { UPDATES: 'webhook', PUBLIC_URL: proxy.url, WEBHOOK_SECRET: 'a-secret-of-the-walk' }
      way = await openWay('PostgreSQL', {
        filled: true,
        started: true,
        env: { RATE_LIMIT: '0', ...(updates === 'webhook' ? webhook : {}) },
      })
      proxy.targets = [way.product().address]
      await way.telegram.administrator().say('/start')
      villages = (await sampleVillages()).values()
      surroundings = {
        telegram: way.telegram,
        db: new pg.Pool({ connectionString: way.data.env.DATABASE_URL, max: 4 }),
        texts: loadTexts(join(import.meta.dirname, '..', '..', 'locales'), 'zh'),
        photo: await photoWithPlace(99),
        voice: oggVoice('说'),
        kills: () => kills,
        restart: oneByOne(async (hard) => {
          if (hard) kills += 1
          await (hard ? way.kill9() : way.stop())
          await way.start()
          proxy.targets = [way.product().address]
        }),
      }
    })
    afterAll(async () => {
      await surroundings?.db.end()
      await way?.close()
      await proxy?.close()
    })

    test(`never are at a dead end, lose no answer and submit each card once, in ${STEPS / 2} steps`, async () => {
      let taken = 0
      const seed = Number(fc.readConfigureGlobal()?.seed ?? 0)
      const walkFrom = async (own: number) => {
        const walks = fc.asyncProperty(
          fc.array(walkStep, { maxLength: LONGEST_WALK, size: 'max' }),
          async (steps) => {
            if (taken >= STEPS / 2) return
            // in a village of their own, where nobody else said something similar
            const person = way.telegram.person({ firstName: '走路人' })
            await person.openLink(`v${villages.next().value}`)
            await person.press('好，开始')
            const walker = createWalker(person, surroundings)
            try {
              for (const step of steps) await walker.take(step)
              await walker.complete()
              taken += walker.taken
            } catch (error) {
              throw new Error(`${(error as Error).message}\nafter\n${walker.story()}`)
            }
          },
        )
        await fc.assert(walks, {
          seed: seed + own,
          numRuns: STEPS,
          // the story tells enough, mostly; shrinking takes minutes
          endOnFailure: process.env.SHRINK === undefined,
        })
      }
      const begin = performance.now()
      await Promise.all(Array.from({ length: RESIDENTS_AT_ONCE }, (_, i) => walkFrom(i)))
      process.stdout.write(`${taken} steps by ${updates} in ${Math.round(performance.now() - begin)} ms\n`)
      expect(taken).toBeGreaterThanOrEqual(STEPS / 2)
    })

    test('nothing that the bot sent was refused, and the log tells of no failure', () => {
      way.telegram.expectNothingRefused()
      const failures = way
        .output()
        .split('\n')
        .filter((line) => /"level":[56]0/.test(line))
        // the queue's own housekeeping, where the program was stopped in the middle of it; it is done again
        .filter((line) => !line.includes('the job queue reports an error'))
      expect(failures).toEqual([])
      expect(way.output()).not.toContain('走路人')
    })
  },
)

/** While one restarts the program, others who want to wait and find it new. */
function oneByOne(restart: (hard: boolean) => Promise<void>): (hard: boolean) => Promise<void> {
  let last = Promise.resolve()
  return (hard) => {
    last = last.then(() => restart(hard))
    return last
  }
}

async function sampleVillages(): Promise<string[]> {
  const codes: string[] = []
  for await (const line of createInterface(createReadStream(SAMPLE_CITY)))
    if (/^\d{12},/.test(line)) codes.push(line.slice(0, 12))
  return codes
}
