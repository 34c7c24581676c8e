import { type CaseStatus, Prisma } from '../../prisma/client/client.ts'
import { partInScope, type RegionScope, topOfScope } from '../access/region-scope.ts'
import { ANSWERED, IN_HAND, OPEN } from '../cases/statuses.ts'
import type { FilterStatus } from '../presses/query-press.ts'
import { isWithin, regionLevelOf, subtreeRange } from '../regions/region-code.ts'
import type { FeedbackFilter } from './feedback-filter.ts'

/** What somebody asks for, and which regions they may ask about. */
export interface FeedbackQuestion {
  scope: RegionScope
  filter: FeedbackFilter
}

export type OutOfScope = { ok: false; code: 'out_of_scope' }

const STATUSES: Record<FilterStatus, CaseStatus[] | null> = {
  all: null,
  open: OPEN,
  accepted: IN_HAND,
  answered: ANSWERED,
}

/**
 * The filter as an SQL condition on `submission s JOIN ledger_case c`, all but the period, and the region that it means:
 * what the filter names, else the top of the scope (the empty string where it has several). Refuses a region outside the
 * scope. Whoever may see a village only as such never sees or counts what was meant for the township only.
 */
export function matchFeedback({
  scope,
  filter,
}: FeedbackQuestion): { ok: true; regionCode: string; where: Prisma.Sql } | OutOfScope {
  const parts = partInScope(scope, filter.regionCode)
  if (parts.length === 0) return { ok: false, code: 'out_of_scope' }
  const regionCode = filter.regionCode || topOfScope(scope)
  const conditions = [
    Prisma.sql`(${Prisma.join(
      parts.map((code) => partCondition(scope, code)),
      ' OR ',
    )})`,
  ]
  if (filter.topic !== null) conditions.push(Prisma.sql`s.topic = ${filter.topic}`)
  if (filter.aspect) conditions.push(Prisma.sql`${filter.aspect}::text = ANY(s.aspects)`)
  const statuses = STATUSES[filter.status]
  if (statuses) conditions.push(Prisma.sql`c.status::text = ANY(${statuses}::text[])`)
  if (filter.words !== null) conditions.push(wordsCondition(filter.words))
  return { ok: true, regionCode, where: Prisma.join(conditions, ' AND ') }
}

function partCondition(scope: RegionScope, code: string): Prisma.Sql {
  const { gte, lt } = subtreeRange(code)
  const within =
    code === '' ? Prisma.sql`TRUE` : Prisma.sql`(s.village_code >= ${gte} AND s.village_code < ${lt})`
  const isMoreThanVillage = scope.codes.some((own) => isWithin(code, own) && !isVillageOrGrid(own))
  return isMoreThanVillage ? within : Prisma.sql`(${within} AND s.visibility <> 'township')`
}

function isVillageOrGrid(code: string): boolean {
  const level = regionLevelOf(code)
  return level === 'village' || level === 'grid'
}

/** The grams find candidates through the index (its expression is repeated here to the letter), LIKE keeps what is right. */
function wordsCondition(words: string): Prisma.Sql {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return Prisma.sql`
    text_grams(coalesce(s.words, '') || ' ' || coalesce(s.wish, '')) @> text_grams(${words}::text)
    AND lower(coalesce(s.words, '') || ' ' || coalesce(s.wish, '')) LIKE lower(${pattern}::text)`
}

/** The condition that a submission is from a period. */
export function withinPeriod(period: { start: Date | null; end: Date }): Prisma.Sql {
  return period.start === null
    ? Prisma.sql`s.created_at < ${period.end}`
    : Prisma.sql`s.created_at >= ${period.start} AND s.created_at < ${period.end}`
}
