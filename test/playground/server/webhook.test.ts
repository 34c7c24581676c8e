import type { IncomingMessage } from 'node:http'
import { Bot, webhookCallback } from 'grammy'
import type { Update } from 'grammy/types'
import { expect, test } from 'vitest'
import { serveLocalTelegram, settle, token, until } from './serve-local-telegram.ts'
import { serveWebhook } from './serve-webhook.ts'

async function bodyOf(request: IncomingMessage): Promise<Update> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as Update
}

test('a real bot is served by its webhook and knows its secret', async () => {
  const telegram = await serveLocalTelegram()
  const { world } = telegram
  const { wang } = settle(telegram)
  const bot = new Bot(token, { client: { apiRoot: telegram.root, canUseWebhookReply: () => true } })
  bot.on('message:text', (ctx) => ctx.reply(`听到：${ctx.message.text}`))
  const url = await serveWebhook(webhookCallback(bot, 'http', { secretToken: 'shh' }))
  await bot.api.setWebhook(url, { secret_token: 'shh' })

  world.say(wang, wang, { text: '路灯不亮' })
  await until(() => world.history(wang).find((message) => message.text === '听到：路灯不亮'))
  expect(await bot.api.getWebhookInfo()).toMatchObject({ url, max_connections: 40, pending_update_count: 0 })
  await expect(bot.api.getUpdates()).rejects.toMatchObject({ error_code: 409 })
  await bot.api.deleteWebhook()
  expect(await bot.api.getUpdates()).toEqual([])
})

test('one chat comes in order, several side by side, and an update that failed comes again', async () => {
  const telegram = await serveLocalTelegram({ settings: { webhookRetryMs: 10 } })
  const { world, call } = telegram
  const { wang, li } = settle(telegram)
  await telegram.takeUpdates()
  const seen: string[] = []
  let failures = 2
  let busy = 0
  let most = 0
  const url = await serveWebhook(async (request, response) => {
    busy += 1
    most = Math.max(most, busy)
    const { message } = await bodyOf(request)
    await new Promise((resolve) => setTimeout(resolve, 15))
    busy -= 1
    if (message?.text === 'a1' && failures-- > 0) {
      response.writeHead(500).end()
      return
    }
    seen.push(message?.text ?? '')
    response.end()
  })
  await call('setWebhook', { url })
  for (const n of [1, 2, 3]) {
    world.say(wang, wang, { text: `a${n}` })
    world.say(li, li, { text: `b${n}` })
  }
  await until(() => seen.length === 6)
  expect(seen.filter((text) => text.startsWith('a'))).toEqual(['a1', 'a2', 'a3'])
  expect(seen.filter((text) => text.startsWith('b'))).toEqual(['b1', 'b2', 'b3'])
  expect(most).toBe(2)
  expect(await call('getWebhookInfo')).toMatchObject({
    result: { last_error_message: 'Wrong response from the webhook: 500 Internal Server Error' },
  })
})

test('never more connections than were allowed', async () => {
  const telegram = await serveLocalTelegram()
  let busy = 0
  let most = 0
  let done = 0
  const url = await serveWebhook(async (_request, response) => {
    busy += 1
    most = Math.max(most, busy)
    await new Promise((resolve) => setTimeout(resolve, 5))
    busy -= 1
    done += 1
    response.end()
  })
  await telegram.call('setWebhook', { url, max_connections: 3 })
  for (let id = 1; id <= 12; id++) {
    telegram.world.addPerson({ id, firstName: 'P', languageCode: 'en', part: 'resident' })
    telegram.world.say(id, id, { text: 'hi' })
  }
  await until(() => done === 12)
  expect(most).toBe(3)
})
