import { describe, expect, it } from 'vitest'
import { decodeQueryPress, encodeQueryPress, type QueryPress } from '../../../src/presses/query-press.ts'
import { filterPeriods, filterStatuses } from '../../../src/reports/feedback-filter.ts'
import { fc } from '../../support/properties.ts'

const first = fc.boolean()
const regionCode = fc.constantFrom('', '14', '1408', '140822', '140822105', '140822105201')
const page = fc.nat(999_999)
const presses: fc.Arbitrary<QueryPress> = fc.oneof(
  fc.record({ action: fc.constantFrom('topics', 'periods', 'statuses'), first }),
  fc.record({
    action: fc.constant('topic'),
    first,
    topic: fc.constantFrom(null, 'healthcare', 'elder_care'),
  }),
  fc.record({ action: fc.constant('regions'), first, regionCode, page }),
  fc.record({ action: fc.constant('region'), first, regionCode }),
  fc.record({ action: fc.constant('period'), first, period: fc.constantFrom(...filterPeriods) }),
  fc.record({ action: fc.constant('status'), status: fc.constantFrom(...filterStatuses) }),
  fc.record({ action: fc.constant('entries'), page }),
  fc.record({ action: fc.constantFrom('tally', 'search', 'clear') }),
) as fc.Arbitrary<QueryPress>

describe('a press of /query', () => {
  it('comes back as it was sent, in at most 64 bytes', () => {
    fc.assert(
      fc.property(presses, (press) => {
        const data = encodeQueryPress('0ZAH9KMV', press)
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
        expect(decodeQueryPress(data)).toEqual({ queryId: '0ZAH9KMV', press })
      }),
    )
  })

  it.each([
    'q:0ZAH9KMV',
    'q:0ZAH9KM:tally',
    'q:0zah9kmv:tally',
    'q:0ZAH9KMV:nothing',
    'q:0ZAH9KMV:topic',
    'q:0ZAH9KMV:topic:DROP TABLE',
    'q:0ZAH9KMV:region:1',
    "q:0ZAH9KMV:region:1408'--",
    'q:0ZAH9KMV:regions:1408',
    'q:0ZAH9KMV:regions:1408.-1',
    'q:0ZAH9KMV:entries:-1',
    'q:0ZAH9KMV:entries:1.5',
    'q:0ZAH9KMV:entries:1e9',
    'q:0ZAH9KMV:entries',
    'q:0ZAH9KMV:period:decade',
    'q:0ZAH9KMV:status:erased',
    'q:0ZAH9KMV:tally\n',
    'card:0ZAH9KMV:tally',
    '',
  ])('that nobody can have been given is null: %j', (data) => {
    expect(decodeQueryPress(data)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeQueryPress(`q:0ZAH9KMV:${text}`)))
  })
})
