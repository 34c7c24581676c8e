import type { ApiResponse } from 'grammy/types'
import type { Logger } from 'pino'
import { BotApiError, badRequest } from '../bot-api-error.ts'
import type { Call } from '../methods/define-method.ts'
import { methodTable } from '../methods/method-table.ts'
import type { Runtime } from '../runtime.ts'
import type { CallLog, CallRecord } from '../world/create-call-log.ts'
import type { Faults } from '../world/create-faults.ts'
import type { Limiter } from './create-limiter.ts'
import { readParameters } from './read-parameters.ts'
import type { RawCall } from './read-request.ts'

export interface Caller {
  runtime: Runtime
  calls: CallLog
  faults: Faults
  limiter: Limiter
  services: Pick<Call, 'poller' | 'webhook'>
  log?: Pick<Logger, 'warn' | 'error'>
}

/** undefined: the connection shall break without an answer. */
export async function callMethod(
  caller: Caller,
  name: string,
  raw: RawCall | undefined,
  signal?: AbortSignal,
): Promise<ApiResponse<unknown> | undefined> {
  const { calls, faults, log } = caller
  const due = faults.take(name)
  if (due.delayMs) await new Promise((resolve) => setTimeout(resolve, due.delayMs))
  if (due.drop && !due.drop.effect) return undefined

  let answer: ApiResponse<unknown>
  try {
    if (due.fail) throw new BotApiError(due.fail.errorCode, due.fail.description, due.fail.parameters)
    answer = { ok: true, result: await run(caller, name, raw, signal) }
  } catch (error) {
    answer = refusal(error, log)
  }
  calls.add(recordOf(name, raw, answer))
  if (!answer.ok && answer.error_code !== 429)
    log?.warn({ method: name, description: answer.description }, 'refused')
  return due.drop ? undefined : answer
}

async function run(
  caller: Caller,
  name: string,
  raw: RawCall | undefined,
  signal?: AbortSignal,
): Promise<unknown> {
  const { runtime, limiter, services } = caller
  const method = methodTable.get(name.toLowerCase())
  if (!method) {
    throw new BotApiError(404, `Not Found: method not found (the local Telegram does not know ${name})`)
  }
  if (!raw) throw badRequest("can't parse the request's body")
  const { parameters, attachments } = readParameters(method, raw)
  const chatId = parameters.chat_id
  if (runtime.settings.enforceLimits && method.sends && chatId !== undefined) {
    limiter.take(String(chatId), Number(chatId) < 0, countMessages(parameters.media))
  }
  const call: Call = { ...services, attachments, ...(signal ? { signal } : {}) }
  return runtime.transaction.run(() => method.run(runtime, parameters, call))
}

function recordOf(name: string, raw: RawCall | undefined, answer: ApiResponse<unknown>): CallRecord {
  const files = [...(raw?.files ?? [])].map(([part, { bytes }]) => [part, bytes.byteLength])
  const call = {
    method: methodTable.get(name.toLowerCase())?.name ?? name,
    params: raw?.parameters ?? {},
    ...(files.length > 0 ? { files: Object.fromEntries(files) } : {}),
  }
  if (answer.ok) return { ...call, ok: true, result: answer.result }
  const { error_code: errorCode, description, parameters } = answer
  return { ...call, ok: false, errorCode, description, ...(parameters ? { parameters } : {}) }
}

function countMessages(media: unknown): number {
  return Array.isArray(media) ? Math.max(1, media.length) : 1
}

function refusal(error: unknown, log: Caller['log']): ApiResponse<never> {
  if (error instanceof BotApiError) {
    const { code, message, parameters } = error
    return { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) }
  }
  log?.error({ err: error }, 'the local Telegram itself failed')
  return { ok: false, error_code: 500, description: `Internal Server Error: ${String(error)}` }
}
