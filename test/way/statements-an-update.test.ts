import { describe, expect, it } from 'vitest'
import { preparePlaces } from '../../bench/cards/places.ts'
import { runSubject } from '../../bench/cards/run-subject.ts'
import { subjectOf } from '../../bench/cards/subjects.ts'
import { services } from '../support/databases.ts'

const canRun = services.postgres && services.redis
const skipped = canRun ? '' : ' (skipped: there is no PostgreSQL or Redis)'

describe.skipIf(!canRun)(`a card with words, over HTTP${skipped}`, () => {
  it('asks the database at most three statements an update, and Redis two commands', async () => {
    const places = await preparePlaces()
    try {
      const { counted, completed, failures } = await runSubject(places, subjectOf('product'), {
        updates: 'webhook',
        residents: 4,
        warmUp: 0,
        cards: 20,
        counts: true,
      })
      expect({ completed: completed >= 20, failures }).toEqual({ completed: true, failures: [] })
      expect(counted?.statements).toBeLessThanOrEqual(3)
      expect(counted?.commands).toBeLessThanOrEqual(2)
    } finally {
      await places.close()
    }
  })
})
