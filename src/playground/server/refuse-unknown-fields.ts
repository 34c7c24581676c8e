import { badRequest, notModelled } from './bot-api-error.ts'

export type JsonObject = Record<string, unknown>

/** The value as an object that has no other fields than these. */
export function objectWith(value: unknown, fields: readonly string[], name: string): JsonObject {
  if (!isObject(value)) throw badRequest(`${name} must be an Object`)
  for (const field of Object.keys(value)) {
    if (!fields.includes(field)) throw notModelled(`the field "${field}" of ${name}`)
  }
  return value
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Telegram's words for a field of the wrong type, as its JSON reader says them. */
export function booleanField(object: JsonObject, field: string, prefix = ''): boolean {
  const value = object[field]
  if (value === undefined || value === null) return false
  if (typeof value !== 'boolean') throw fieldError(prefix, `field "${field}" must be of type Boolean`)
  return value
}

export function stringField(object: JsonObject, field: string, prefix = ''): string {
  const value = object[field]
  if (value === undefined || value === null) throw fieldError(prefix, `can't find field "${field}"`)
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw fieldError(prefix, `field "${field}" must be of type String`)
  return value
}

export function integerField(object: JsonObject, field: string, prefix = ''): number {
  const value = object[field]
  if (value === undefined || value === null) throw fieldError(prefix, `can't find field "${field}"`)
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw fieldError(prefix, `field "${field}" must be of type Number`)
  }
  return number
}

/** After a prefix Telegram keeps the capital of the inner sentence; alone it is lowered. */
function fieldError(prefix: string, words: string) {
  return badRequest(prefix ? `${prefix}: ${words[0]?.toUpperCase()}${words.slice(1)}` : words)
}
