import type { CardDefinition } from './card-definition.ts'
import { askAbout } from './common-questions.ts'

export const healthcare: CardDefinition = {
  topic: 'healthcare',
  icon: '🏥',
  version: 1,
  concernsHealth: true,
  questions: askAbout('healthcare', {
    aspects: [
      { id: 'medicines', icon: '💊' },
      { id: 'doctors', icon: '🧑‍⚕️' },
      { id: 'clinic', icon: '🏚' },
      { id: 'insurance', icon: '🧾' },
      { id: 'referral', icon: '🔀' },
      { id: 'chronic_care', icon: '🩺' },
      { id: 'emergency', icon: '🚑' },
      { id: 'checkups', icon: '📋' },
    ],
    own: [
      {
        id: 'first_visit',
        kind: 'choice',
        labels: 'first_visit',
        columns: 2,
        optional: true,
        options: [
          { id: 'village', icon: '🏘' },
          { id: 'township', icon: '🏥' },
          { id: 'county', icon: '🏙' },
          { id: 'further', icon: '🚆' },
        ],
      },
      {
        id: 'travel_time',
        kind: 'choice',
        labels: 'travel_time',
        columns: 2,
        optional: true,
        options: [
          { id: 'under_15_min', icon: '🚶' },
          { id: 'under_30_min', icon: '🛵' },
          { id: 'under_60_min', icon: '🚌' },
          { id: 'over_60_min', icon: '🚆' },
        ],
      },
    ],
  }),
}
