import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { cutLine } from '../support/cut-line.ts'
import { services } from '../support/databases.ts'
import { createProductData } from '../support/product-data.ts'
import { startProduct } from '../support/start-product.ts'
import { openTelegramWorld } from '../support/telegram-world.ts'
import { until } from '../support/until.ts'
import { receiptOn, walk } from '../support/walk.ts'

const REDIS_PREFIX = `xiangyin-away-${process.pid}:`

describe.skipIf(!services.postgres || !services.redis)('while the database is away', () => {
  it('words wait, and are kept when it is back; nothing is lost and nothing is there twice', async () => {
    const data = await createProductData('PostgreSQL', { filled: true })
    const line = await cutLine(data.env.DATABASE_URL ?? '')
    const telegram = await openTelegramWorld()
    const product = await startProduct({
      ...telegram.env,
      ...data.env,
      DATABASE_URL: line.url,
      REDIS_URL: services.redis ?? '',
      REDIS_PREFIX,
    })
    try {
      const resident = telegram.person({ firstName: '王秀英' })
      await resident.openLink('v140822105201')
      await walk(resident, [/开始/, /看病/, /我自己/, /药品/, /下一步/, /不满意/, /跳过/, /跳过/])
      expect(resident.screen().text).toContain('6/9')

      line.cut()
      resident.sendAndLeave({ text: '降压药常常断' })
      await sleep(3_000)
      expect((await fetch(`${product.address}/readyz`)).status).toBe(503)
      expect(telegram.world.pendingUpdates()).toHaveLength(1)
      line.mend()
      await until(() => resident.screen().text.includes('7/9'), {
        what: 'the words are taken',
        within: 40_000,
      })
      await telegram.quiet()

      await walk(resident, [/就这些/, /提交/])
      const receipt = receiptOn(resident).replace('-', '')
      const rows = await data.withDatabase(({ prisma }) => prisma.submission.findMany())
      expect(rows.map((row) => [row.receipt, row.words])).toEqual([[receipt, '降压药常常断']])
      expect((await fetch(`${product.address}/readyz`)).status).toBe(200)
    } finally {
      await product.kill9()
      await telegram.close()
      await line.close()
      await data.remove()
    }
  })
})
