import type { CallRecord } from '../../../../src/playground/server/world/create-call-log.ts'
import { checkReplies } from './check-replies.ts'
import { describeErrors } from './describe-errors.ts'
import { loadValidators, type Validators } from './load-validators.ts'

/**
 * From before Bot API 7.0: Telegram still takes these and no longer documents them, and both type packages left them
 * out. Besides the method's name, which telegraf sends along in forms.
 */
const undocumented = new Set([
  'reply_to_message_id',
  'allow_sending_without_reply',
  'disable_web_page_preview',
  'method',
])

/** Required by the documentation; Telegram's server takes their absence for emptiness. */
const ifMissing: Record<string, object> = { setWebhook: { url: '' }, setMyCommands: { commands: [] } }

/**
 * What does not fit in a call: the parameters that were taken and the result that was given, or the words of a
 * refusal. Each violation is one line. What was refused may have any parameters.
 */
export function checkCall(call: CallRecord): string[] {
  const validators = loadValidators()
  const { method } = call
  const parameters = validators[`parameters.${method}`]
  const results = validators[`results.${method}`]
  if (!call.ok) return checkRefusal(call)
  if (!parameters || !results) return [`${method} is no method of the Bot API`]
  const taken = describeErrors(parameters, decode(validators, call))
  const result: unknown = JSON.parse(JSON.stringify(call.result ?? null))
  const given = [...describeErrors(results, result), ...checkReplies(result)]
  return [
    ...taken.map((words) => `${method} took parameters with ${words}`),
    ...given.map((words) => `${method} answered with ${words}`),
  ]
}

function checkRefusal({ method, errorCode, description, parameters = {}, result }: CallRecord): string[] {
  const odd: string[] = []
  if (result !== undefined) odd.push('a result')
  if (!Number.isInteger(errorCode) || (errorCode ?? 0) < 400 || (errorCode ?? 0) > 599)
    odd.push('no error_code')
  if (typeof description !== 'string' || description === '') odd.push('no description')
  for (const [name, value] of Object.entries(parameters)) {
    const known = name === 'retry_after' || name === 'migrate_to_chat_id'
    if (!known || !Number.isInteger(value)) odd.push(`a strange ${name}`)
  }
  if (errorCode === 429 && parameters.retry_after === undefined) odd.push('no retry_after')
  return odd.map((words) => `${method} was refused with ${words}`)
}

/**
 * The parameters as values: queries and forms bring all as strings, and a structure within JSON may be a string. Nothing
 * and null are as good as absent, where they are no words.
 */
function decode(validators: Validators, { method, params, files = {} }: CallRecord): Record<string, unknown> {
  const decoded: Record<string, unknown> = { ...ifMissing[method] }
  for (const [name, value] of Object.entries(params)) {
    if (undocumented.has(name) || value === null) continue
    const taken = (reading: unknown) => fits(validators, method, name, reading)
    const words = !taken(1) && !taken({ uploadedBytes: 1 })
    const found = readings(value, words).find(taken)
    if (found !== undefined) decoded[name] = found
    else if (value !== '' && value !== 'null') decoded[name] = value
  }
  for (const [name, uploadedBytes] of Object.entries(files)) {
    const file = { uploadedBytes }
    if (fits(validators, method, name, file)) decoded[name] = file
  }
  return decoded
}

/** As what Telegram would read this value, the likeliest first. `words`: the parameter is text and nothing else. */
function readings(value: unknown, words: boolean): unknown[] {
  if (typeof value === 'number') return words ? [value, String(value)] : [value]
  if (typeof value !== 'string') return [value, withoutHide(value)]
  const parsed = parse(value)
  return [value, parsed, withoutHide(parsed), ...flagOf(value)]
}

function flagOf(value: string): boolean[] {
  if (/^(true|yes|1)$/i.test(value)) return [true]
  return /^(false|no|0)$/i.test(value) ? [false] : []
}

/** telegraf puts a field of its own into each button, which Telegram reads past. */
function withoutHide(markup: unknown): unknown {
  return JSON.parse(JSON.stringify(markup), (key, value) => (key === 'hide' ? undefined : value))
}

/** Is nothing wrong with this parameter; others may be missing. */
function fits(validators: Validators, method: string, name: string, value: unknown): boolean {
  const validate = validators[`parameters.${method}`]
  if (!validate || validate({ [name]: value })) return true
  return !validate.errors?.some(
    ({ instancePath, params }) =>
      instancePath.split('/')[1] === name ||
      (params as { additionalProperty?: string }).additionalProperty === name,
  )
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
