import { expect, onTestFinished } from 'vitest'
import { type Served, serveLocalTelegram, settle, until } from '../serve-local-telegram.ts'
import { serveWebhook } from '../serve-webhook.ts'
import type { ForeignBot } from './foreign-bot.ts'
import { playStory } from './play-story.ts'

type MakeBot = (telegram: Served) => ForeignBot

export async function driveByPolling(make: MakeBot): Promise<void> {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  const bot = make(telegram)
  onTestFinished(async () => void (await bot.stop()))
  await bot.startPolling()
  await playStory(telegram, wang)
}

/** First with a secret that the bot does not know, so that its library refuses; then with the right one. */
export async function driveByWebhook(make: MakeBot): Promise<void> {
  const telegram = await serveLocalTelegram({ settings: { webhookRetryMs: 20 } })
  const { wang } = settle(telegram)
  const bot = make(telegram)
  onTestFinished(async () => void (await bot.stop()))
  const url = await serveWebhook(await bot.webhook('right_Secret-1'))
  await bot.setWebhook(url, 'wrong')
  const refusal = await until(() => lastErrorOf(telegram))
  expect(refusal).toMatch(/^Wrong response from the webhook: 40[13]/)
  await bot.setWebhook(url, 'right_Secret-1')
  await playStory(telegram, wang)
}

async function lastErrorOf({ call }: Served): Promise<string | undefined> {
  const info = await call<{ last_error_message?: string }>('getWebhookInfo')
  return info.ok ? info.result.last_error_message : undefined
}
