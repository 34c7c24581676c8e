import { BotApiError, badRequest } from '../bot-api-error.ts'
import type { WebhookRecord } from '../model.ts'
import { readWebhookUrl } from '../updates/read-webhook-url.ts'
import { type UpdateType, updateTypes } from '../updates/update-types.ts'
import { defineMethod } from './define-method.ts'
import { flag, integer, json, text } from './parameters.ts'

/** telegram-bot-api's LONG_POLL_MAX_TIMEOUT, in seconds */
const longestPoll = 50

export const getUpdates = defineMethod({
  name: 'getUpdates',
  parameters: {
    offset: integer(),
    limit: integer(),
    timeout: integer(),
    allowed_updates: json('allowed updates'),
  },
  run: async ({ keyValues, updates }, parameters, { poller, signal }) => {
    if (keyValues.get<WebhookRecord>('webhook')) {
      throw new BotApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    updates.allow(readAllowed(parameters.allowed_updates))
    return poller.poll({
      offset: parameters.offset ?? 0,
      limit: clamp(parameters.limit ?? 100, 1, 100),
      timeout: clamp(parameters.timeout ?? 0, 0, longestPoll),
      ...(signal ? { signal } : {}),
    })
  },
})

export const setWebhook = defineMethod({
  name: 'setWebhook',
  parameters: {
    url: text(),
    max_connections: integer(),
    allowed_updates: json('allowed updates'),
    drop_pending_updates: flag(),
    secret_token: text(),
    ip_address: text(),
  },
  run: ({ keyValues, updates, pending, transaction }, parameters, { poller, webhook }) => {
    const url = readWebhookUrl(parameters.url ?? '')
    if (parameters.secret_token && !/^[A-Za-z0-9_-]{1,256}$/.test(parameters.secret_token)) {
      throw badRequest('secret token contains unallowed characters')
    }
    updates.allow(readAllowed(parameters.allowed_updates))
    if (parameters.drop_pending_updates) pending.clear()
    if (url === '') {
      keyValues.remove('webhook')
      return true
    }
    keyValues.set('webhook', {
      url,
      maxConnections: clamp(parameters.max_connections ?? 40, 1, 100),
      ...(parameters.secret_token ? { secretToken: parameters.secret_token } : {}),
      ...(parameters.ip_address ? { ipAddress: parameters.ip_address } : {}),
    } satisfies WebhookRecord)
    transaction.afterCommit(() => {
      poller.interrupt('terminated by setWebhook request')
      webhook.wake()
    })
    return true
  },
})

export const deleteWebhook = defineMethod({
  name: 'deleteWebhook',
  parameters: { drop_pending_updates: flag() },
  run: ({ keyValues, pending }, parameters) => {
    if (parameters.drop_pending_updates) pending.clear()
    keyValues.remove('webhook')
    return true
  },
})

export const getWebhookInfo = defineMethod({
  name: 'getWebhookInfo',
  parameters: {},
  run: ({ keyValues, pending, updates }) => {
    const webhook = keyValues.get<WebhookRecord>('webhook')
    const allowed = updates.allowed()
    return {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: pending.count(),
      ...(webhook ? { max_connections: webhook.maxConnections } : {}),
      ...(webhook?.ipAddress ? { ip_address: webhook.ipAddress } : {}),
      ...(webhook?.lastErrorDate ? { last_error_date: webhook.lastErrorDate } : {}),
      ...(webhook?.lastErrorMessage ? { last_error_message: webhook.lastErrorMessage } : {}),
      ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
    }
  },
})

function readAllowed(value: unknown): UpdateType[] | undefined {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) throw badRequest("can't parse allowed updates JSON object")
  for (const type of value) {
    if (!updateTypes.includes(type)) throw badRequest(`the local Telegram does not know the update "${type}"`)
  }
  return value
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
