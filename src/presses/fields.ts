import { z } from 'zod'

/** The fields that ride in buttons: each is validated text, or is made of such text and written back into it. */

export const villageCode = z.string().regex(/^\d{12}$/)

/** a city, county, township or village */
export const regionCode = z.string().regex(/^\d{4,12}$/)

export const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** the beginning of a draft's id */
export const draftTag = z.string().regex(/^[0-9a-f]{8}$/)

/** an id of a card definition: a topic, a question, an option */
export const cardId = z.string().regex(/^\w{1,24}$/)

/** of a card that waits for consent */
export const proxyCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)

/** the shape of a folder's name in locales/; whether there is such a language is for the handler to ask */
export const locale = z
  .string()
  .max(20)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)

/** from 0 */
export const page = z.codec(z.string().regex(/^\d{1,4}$/), z.int(), { decode: Number, encode: String })

/** how often something was */
export const times = page

/** a code, or a dash for the empty string: from the top */
export function codeOrTop(code: RegExp) {
  return z.codec(z.union([z.literal('-'), z.string().regex(code)]), z.string(), {
    decode: (found) => (found === '-' ? '' : found),
    encode: (value) => value || '-',
  })
}

/** A few values, each by a short code of its own. */
export function coded<const Table extends Record<string, string>>(table: Table) {
  type Value = Table[keyof Table]
  const codes = new Map(Object.entries(table).map(([code, value]) => [value as Value, code]))
  return z.codec(z.enum(Object.keys(table)), z.enum(Object.values(table) as [Value, ...Value[]]), {
    decode: (code) => table[code] as Value,
    encode: (value) => codes.get(value as Value) ?? '',
  })
}
