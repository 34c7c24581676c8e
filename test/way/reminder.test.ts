import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { LINKED_VILLAGE } from '../../src/playground/people.ts'
import {
  advanceClock,
  clockOf,
  type PlaygroundPerson,
  playgroundPerson,
} from '../support/playground-person.ts'
import { LONGEST_TEST_MS, type Product, startProduct } from '../support/start-product.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const WANG = 100000011
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** the worker looks every second; the job itself takes milliseconds */
const LONG_ENOUGH_MS = 4_000

describe('a card that is left half-filled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-reminder-'))
  let product: Product
  let wang: PlaygroundPerson
  beforeAll(async () => {
    product = await startProduct({ DATA_DIR: folder })
    wang = playgroundPerson(product, WANG)
    await wang.say(`/start v${LINKED_VILLAGE.code}`)
    for (const label of ['好，开始', '看病吃药', '家里老人', '药品不全', '下一步', /^🙁/])
      await wang.press(label)
    await wang.sees(/4\/9/)
  })
  afterAll(async () => {
    await product?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** To this hour in Shanghai, on the day that is `days` ahead. */
  const goTo = async (days: number, hour: number) => {
    const now = await clockOf(product, WANG)
    const inShanghai = now.getTime() + 8 * HOUR_MS
    const midnight = inShanghai - (inShanghai % DAY_MS) - 8 * HOUR_MS
    await advanceClock(product, midnight + days * DAY_MS + hour * HOUR_MS - now.getTime())
  }
  const reminders = async () => (await wang.fromBot()).filter(({ text }) => text?.includes('还没填完'))

  test('is not spoken of at night, and once in the morning after', async () => {
    await goTo(2, 22)
    await sleep(LONG_ENOUGH_MS)
    expect(await reminders()).toEqual([])
    await goTo(1, 9)
    await wang.sees(/“看病吃药”还没填完，要接着填吗？不填也没关系。/)
  })

  test('is not spoken of again, however long it waits', async () => {
    await goTo(3, 10)
    await sleep(LONG_ENOUGH_MS)
    expect(await reminders()).toHaveLength(1)
  })

  test('is offered after weeks and a restart, and goes on where it was left', async () => {
    await product.stop()
    product = await startProduct({ DATA_DIR: folder })
    wang = playgroundPerson(product, WANG)
    await goTo(28, 15)
    await wang.say('/start')
    await wang.sees(/想说哪方面/)
    await wang.press('▶ 接着填')
    await wang.sees(/4\/9/)
    for (const label of ['县城', '就这些', '✅ 提交']) await wang.press(label)
    await wang.sees(/收到了/)
    await wang.say('/mine')
    expect((await wang.sees(/您提过 1 条意见/)).text).toContain('药品不全')
  })
})
