import { z } from 'zod'
import { readGroups, type Wire } from './define-button.ts'

/** How far back from today; the lengths in days stand in reports/period-of-filter.ts. */
export const filterPeriods = ['week', 'month', 'three_months', 'year', 'all'] as const
export type FilterPeriod = (typeof filterPeriods)[number]

/** `open`: not answered yet, accepted or not. `all` also has what was erased. */
export const filterStatuses = ['all', 'open', 'accepted', 'answered'] as const
export type FilterStatus = (typeof filterStatuses)[number]

const first = z.boolean()
const regionCode = z.string().regex(/^(|\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
const page = z.int().min(0).max(999_999)

/** `first`: on the way through a new query, where an answer leads to the next question and not to the tally. */
const steps = z.discriminatedUnion('action', [
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

export const queryId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)

/** of a list, as it stands in a button; from 0 */
export const listPage = z.codec(z.string().regex(/^\d{1,6}$/), page, { decode: Number, encode: String })

export const queryPressFields = z.object({
  queryId,
  step: steps,
})

/** What a button below a message of /query does with its query. */
export type QueryStep = z.infer<typeof steps>

const NOTHING = '-'

const read = readGroups(/^q:(?<queryId>[^:]*):(?<action>[a-z]+)(?<plus>\+?)(?::(?<value>[^:]+))?$/)

/** `q:<query id>:<action>[+][:<value>]`; the plus stands for `first`. */
export const queryPressWire: Wire = {
  read: (data) => {
    const found = read(data) as Record<string, string | undefined> | null
    if (!found) return null
    const { queryId, action, plus, value = '' } = found
    const [code, pageOfCode] = value.split('.')
    const step = {
      action,
      first: plus === '+',
      topic: value === NOTHING ? null : value,
      regionCode: code === NOTHING ? '' : code,
      page: Number((action === 'regions' ? pageOfCode : value) || Number.NaN),
      period: value,
      status: value,
    }
    return { queryId, step }
  },
  write: (found) => {
    const { queryId, step } = found as z.infer<typeof queryPressFields>
    const plus = 'first' in step && step.first ? '+' : ''
    const value = writtenValue(step)
    return `q:${queryId}:${step.action}${plus}${value === null ? '' : `:${value}`}`
  },
}

function writtenValue(step: QueryStep): string | null {
  switch (step.action) {
    case 'topic':
      return step.topic ?? NOTHING
    case 'regions':
      return `${step.regionCode || NOTHING}.${step.page}`
    case 'region':
      return step.regionCode || NOTHING
    case 'period':
      return step.period
    case 'status':
      return step.status
    case 'entries':
      return String(step.page)
    default:
      return null
  }
}
