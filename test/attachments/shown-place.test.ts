import { describe, expect, it } from 'vitest'
import { shownPlace } from '../../src/attachments/shown-place.ts'

const HOUSE = { latitude: 35.40123, longitude: 110.83177 }

describe('a place that a resident sent', () => {
  it('is shown as it is where they signed', () => {
    expect(shownPlace(HOUSE, { isSigned: true })).toEqual(HOUSE)
  })

  it('is shown as one point for all houses around it where they did not sign', () => {
    const shown = shownPlace(HOUSE, { isSigned: false })
    expect(shown).toEqual({ latitude: 35.4, longitude: 110.83 })
    const neighbour = { latitude: 35.3988, longitude: 110.8288 }
    expect(shownPlace(neighbour, { isSigned: false })).toEqual(shown)
  })

  it('stays within a few hundred metres', () => {
    for (let step = 0; step < 100; step++) {
      const place = { latitude: 35 + step * 0.00037, longitude: 110 + step * 0.00029 }
      const shown = shownPlace(place, { isSigned: false })
      expect(Math.abs(shown.latitude - place.latitude)).toBeLessThanOrEqual(0.0025001)
      expect(Math.abs(shown.longitude - place.longitude)).toBeLessThanOrEqual(0.0025001)
    }
  })
})
