import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { listen } from '../../src/web/listen.ts'

it('closes at once also while a client keeps asking on the connections that it has', async () => {
  const app = new Hono().get('/', async (c) => {
    await sleep(20)
    return c.text('here')
  })
  const { url, close } = await listen(getRequestListener(app.fetch), { host: '127.0.0.1', port: 0 })
  let asks = true
  const client = async () => {
    while (asks)
      asks = await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
  }
  const clients = Promise.all([client(), client(), client()])
  await sleep(200)
  const begin = performance.now()
  await close()
  expect(performance.now() - begin).toBeLessThan(2_000)
  await clients
})
