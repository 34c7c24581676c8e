import type { Update } from 'grammy/types'
import type { Clock } from '../../../lib/clock.ts'
import type { LocalTelegramSettings } from '../local-telegram-settings.ts'
import type { WebhookRecord } from '../model.ts'
import type { KeyValueStore } from '../store/create-key-value-store.ts'
import type { UpdateStore } from '../store/create-update-store.ts'
import { unixTime } from '../unix-time.ts'
import type { GivenUpdates } from './create-given-updates.ts'
import type { UpdateQueue } from './create-update-queue.ts'

export interface WebhookSender {
  /** begins, or goes on with the webhook as it is set now */
  wake(): void
  close(): Promise<void>
}

export interface WebhookSenderDependencies {
  keyValues: KeyValueStore
  pending: UpdateStore
  updates: UpdateQueue
  clock: Clock
  settings: LocalTelegramSettings
  given: GivenUpdates
  /** runs a method that the webhook's answer asked for */
  onReply: (response: Response) => Promise<void>
}

/** The longest pause is so many times the first: 60 s for 1 s, as in telegram-bot-api's WebhookActor.cpp */
const longestPause = 60

/** Brings updates to the webhook: one at a time for each queue, several queues at once. */
export function createWebhookSender(dependencies: WebhookSenderDependencies): WebhookSender {
  const { keyValues, pending, updates, clock, settings, given, onReply } = dependencies
  const busy = new Map<string, Promise<void>>()
  const failures = new Map<number, { count: number; notBefore: number }>()
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined

  const webhook = () => keyValues.get<WebhookRecord>('webhook')
  const stopListening = updates.onNew(() => wake())

  function wake(): void {
    clearTimeout(timer)
    const target = webhook()
    if (!target || stop.signal.aborted) return
    updates.dropExpired()
    let soonest = Number.POSITIVE_INFINITY
    for (const { queue, update } of pending.heads()) {
      if (busy.size >= target.maxConnections) return
      if (busy.has(queue)) continue
      const notBefore = failures.get(update.update_id)?.notBefore ?? 0
      if (notBefore > performance.now()) {
        soonest = Math.min(soonest, notBefore)
        continue
      }
      busy.set(
        queue,
        deliver(target, update).finally(() => {
          busy.delete(queue)
          wake()
        }),
      )
    }
    if (Number.isFinite(soonest)) timer = setTimeout(wake, Math.max(1, soonest - performance.now()))
  }

  async function deliver(target: WebhookRecord, update: Update): Promise<void> {
    let response: Response
    given.add([update])
    try {
      response = await fetch(target.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(target.secretToken ? { 'x-telegram-bot-api-secret-token': target.secretToken } : {}),
        },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.any([stop.signal, AbortSignal.timeout(settings.webhookTimeoutMs)]),
      })
    } catch (error) {
      if (!stop.signal.aborted) fail(update, describeNetworkError(error), 0)
      return
    }
    try {
      if (response.ok) {
        pending.remove(update.update_id)
        failures.delete(update.update_id)
        await onReply(response)
      } else {
        await response.body?.cancel()
        const words = `Wrong response from the webhook: ${response.status} ${response.statusText}`
        fail(update, words, Number(response.headers.get('retry-after')) || 0)
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error
    }
  }

  function fail(update: Update, words: string, retryAfter: number): void {
    const count = (failures.get(update.update_id)?.count ?? 0) + 1
    const pause = Math.min(2 ** (count - 1), longestPause) * settings.webhookRetryMs
    failures.set(update.update_id, { count, notBefore: performance.now() + (retryAfter * 1000 || pause) })
    const target = webhook()
    if (!target) return
    keyValues.set('webhook', {
      ...target,
      lastErrorDate: unixTime(clock),
      lastErrorMessage: words,
    } satisfies WebhookRecord)
  }

  return {
    wake,
    async close() {
      stop.abort()
      clearTimeout(timer)
      stopListening()
      await Promise.allSettled(busy.values())
    },
  }
}

function describeNetworkError(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'Read timeout expired'
  const code = error instanceof Error ? (error.cause as { code?: string } | undefined)?.code : undefined
  if (code === 'ECONNREFUSED') return 'Connection refused'
  return 'Webhook connection closed'
}
