import { expect } from 'vitest'
import type { FeedbackFilter } from '../../../src/reports/feedback-filter.ts'
import type { FilteredSpan } from '../../../src/reports/period-of-filter.ts'
import type { FeedbackSeed } from './feedback-rows.ts'

/** The filter in plain JavaScript, to hold against the SQL. */
export function matchesInMemory(row: FeedbackSeed, scopeCode: string, filter: FeedbackFilter): boolean {
  const said = `${row.words ?? ''} ${row.wish ?? ''}`.toLowerCase()
  const open = row.status === 'submitted' || row.status === 'accepted'
  return (
    row.villageCode.startsWith(filter.regionCode || scopeCode) &&
    !(scopeCode.length >= 12 && row.visibility === 'township') &&
    (filter.topic === null || row.topic === filter.topic) &&
    (!filter.aspect || row.aspects.includes(filter.aspect)) &&
    (filter.status === 'all' || (filter.status === 'open' ? open : row.status === filter.status)) &&
    (filter.words === null || said.includes(filter.words.toLowerCase()))
  )
}

export const isFrom = (row: FeedbackSeed, period: { start: Date | null; end: Date }) =>
  (period.start === null || row.createdAt >= period.start) && row.createdAt < period.end

const CHILD_DIGITS: Record<number, number> = { 0: 4, 4: 6, 6: 9, 9: 12 }

/** A tally over rows that match, in the shape of FeedbackTally without region and period. */
export function tallyInMemory(matching: FeedbackSeed[], regionCode: string, period: FilteredSpan) {
  const rows = matching.filter((row) => isFrom(row, period))
  const face = (value: number) => rows.filter((row) => row.satisfaction === value).length
  const status = (value: string) => rows.filter((row) => row.status === value).length
  const aspects = count(
    rows.flatMap((row) => [...new Set(row.aspects)].map((each) => `${row.topic} ${each}`)),
  )
  const digits = CHILD_DIGITS[regionCode.length]
  const children = digits ? count(rows.map((row) => row.villageCode.slice(0, digits))) : []
  const earlier = matching.filter((row) => period.before && isFrom(row, period.before))
  const said = rows.flatMap((row) => row.satisfaction ?? [])
  return {
    total: rows.length,
    people: new Set(rows.flatMap((row) => row.person ?? [])).size,
    erased: rows.filter((row) => row.person === null).length,
    satisfaction: {
      counts: { 1: face(1), 2: face(2), 3: face(3), 4: face(4), 5: face(5) },
      answered: said.length,
      mean: mean(said),
    },
    byAspect: aspects.map(([key, number]) => {
      const [topic = '', aspect = ''] = key.split(' ')
      return { topic, aspect, count: number }
    }),
    byStatus: {
      submitted: status('submitted'),
      accepted: status('accepted'),
      answered: status('answered'),
      withdrawn: 0,
      erased: status('erased'),
    },
    byRegion: children.slice(0, 10).map(([code, number]) => ({ code, count: number })),
    regions: children.length,
    before: period.before && {
      total: earlier.length,
      mean: mean(earlier.flatMap((row) => row.satisfaction ?? [])),
    },
  }
}

const mean = (values: number[]) =>
  values.length === 0 ? null : expect.closeTo(values.reduce((a, b) => a + b, 0) / values.length, 9)

function count(keys: string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}
