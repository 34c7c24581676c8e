import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, expect, it } from 'vitest'
import { type Budget, priorities } from '../../../../src/sinks/telegram/pace/budget.ts'
import { createMemoryBudget } from '../../../../src/sinks/telegram/pace/memory-budget.ts'
import { createRedisBudget } from '../../../../src/sinks/telegram/pace/redis-budget.ts'
import { services } from '../../../support/databases.ts'
import { fc } from '../../../support/properties.ts'

const redis = services.redis ? new Redis(services.redis) : null
const prefix = `xiangyin-test-${randomUUID()}:`
afterAll(async () => {
  const keys = (await redis?.keys(`${prefix}*`)) ?? []
  if (keys.length > 0) await redis?.del(...keys)
  await redis?.quit()
})

/** Of such limits all that is reckoned is whole milliseconds, so that nothing is rounded. */
const limits = fc.record({
  perSecond: fc.constantFrom(1, 2, 5, 10, 23, 46, 50),
  perChatASecond: fc.constantFrom(1, 2, 4, 5),
  chatBurst: fc.integer({ min: 1, max: 4 }),
  perGroupAMinute: fc.integer({ min: 1, max: 6 }),
})
const chatId = fc.constantFrom(1, 2, -1, -2)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ passMs: fc.constantFrom(0, 1, 20, 25, 50, 115, 500, 1000, 5000, 30_000) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      take: fc.record({
        chatId,
        priority: fc.constantFrom(...priorities),
        messages: fc.constantFrom(1, 1, 1, 3),
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      hold: fc.record({ chatId: fc.option(chatId), ms: fc.integer({ min: 1, max: 9000 }) }),
    }),
  },
)

it.skipIf(!redis)(
  'a budget in memory and one in Redis decide the same, whatever is asked of them',
  async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(limits, fc.array(step, { minLength: 5, maxLength: 60 }), async (allowed, steps) => {
        let nowMs = 1_000_000
        run += 1
        const now = () => nowMs
        const inMemory = createMemoryBudget(allowed, now)
        const inRedis = createRedisBudget(redis as Redis, `${prefix}${run}:`, allowed, now)
        const both = async <Result>(ask: (budget: Budget) => Result | Promise<Result>) =>
          [await ask(inMemory), await ask(inRedis)] as const
        for (const each of steps) {
          if ('passMs' in each) nowMs += each.passMs
          else if ('hold' in each) await both(({ hold }) => hold(each.hold.chatId, each.hold.ms))
          else {
            const ask = { ...each.take, isGroup: each.take.chatId < 0 }
            const [one, other] = await both(({ take }) => take(ask))
            expect(other).toEqual(one)
          }
        }
      }),
      { numRuns: 150 },
    )
  },
)
