import { z } from 'zod'
import { filterPeriods, filterStatuses } from '../reports/feedback-filter.ts'

const first = z.boolean()
const regionCode = z.string().regex(/^(|\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
const page = z.int().min(0).max(999_999)

/** `first`: on the way through a new query, where an answer leads to the next question and not to the tally. */
const pressSchema = z.discriminatedUnion('action', [
  z.object({ action: z.enum(['topics', 'periods', 'statuses']), first }),
  /** null: all topics */
  z.object({
    action: z.literal('topic'),
    first,
    topic: z
      .string()
      .regex(/^[a-z_]{1,30}$/)
      .nullable(),
  }),
  /** shows the places below a region; the empty string: from the top */
  z.object({ action: z.literal('regions'), first, regionCode, page }),
  z.object({ action: z.literal('region'), first, regionCode }),
  z.object({ action: z.literal('period'), first, period: z.enum(filterPeriods) }),
  z.object({ action: z.literal('status'), status: z.enum(filterStatuses) }),
  z.object({ action: z.literal('entries'), page }),
  z.object({ action: z.enum(['tally', 'search', 'clear']) }),
])

export type QueryPress = z.infer<typeof pressSchema>

const NOTHING = '-'

/** Callback data `q:<query id>:<action>[+][:<value>]`, at most 64 bytes; the plus stands for `first`. */
export function encodeQueryPress(queryId: string, press: QueryPress): string {
  const plus = 'first' in press && press.first ? '+' : ''
  const value = pressValue(press)
  return `q:${queryId}:${press.action}${plus}${value === null ? '' : `:${value}`}`
}

function pressValue(press: QueryPress): string | null {
  switch (press.action) {
    case 'topic':
      return press.topic ?? NOTHING
    case 'regions':
      return `${press.regionCode || NOTHING}.${press.page}`
    case 'region':
      return press.regionCode || NOTHING
    case 'period':
      return press.period
    case 'status':
      return press.status
    case 'entries':
      return String(press.page)
    default:
      return null
  }
}

/** Null for what is no press of /query. */
export function decodeQueryPress(data: string): { queryId: string; press: QueryPress } | null {
  const match = /^q:([0-9A-HJKMNP-TV-Z]{8}):([a-z]+)(\+?)(?::([^:]+))?$/.exec(data)
  if (!match) return null
  const [, queryId = '', action, plus, value = ''] = match
  const something = value === NOTHING ? null : value
  const [code, pageOfCode] = value.split('.')
  const press = pressSchema.safeParse({
    action,
    first: plus === '+',
    topic: something,
    regionCode: code === NOTHING ? '' : code,
    page: Number((action === 'regions' ? pageOfCode : value) || Number.NaN),
    period: value,
    status: value,
  })
  return press.success ? { queryId, press: press.data } : null
}
