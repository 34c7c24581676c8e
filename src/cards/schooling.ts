import type { CardDefinition } from './card-definition.ts'
import { askAbout } from './common-questions.ts'

export const schooling: CardDefinition = {
  topic: 'schooling',
  icon: '🏫',
  version: 1,
  concernsHealth: false,
  questions: askAbout('schooling', {
    aspects: [
      { id: 'teachers', icon: '🧑‍🏫' },
      { id: 'school_bus', icon: '🚌' },
      { id: 'boarding', icon: '🛏' },
      { id: 'costs', icon: '💰' },
      { id: 'class_size', icon: '👥' },
      { id: 'kindergarten', icon: '🧸' },
      { id: 'left_behind', icon: '🤝' },
      { id: 'city_schooling', icon: '🏙' },
    ],
    own: [
      {
        id: 'stage',
        kind: 'choice',
        labels: 'stage',
        columns: 2,
        optional: true,
        options: [
          { id: 'kindergarten', icon: '🧸' },
          { id: 'primary', icon: '🎒' },
          { id: 'middle', icon: '📗' },
          { id: 'high', icon: '📘' },
        ],
      },
      {
        id: 'distance',
        kind: 'choice',
        labels: 'distance',
        columns: 2,
        optional: true,
        options: [
          { id: 'under_1_km', icon: '🚶' },
          { id: 'under_3_km', icon: '🚲' },
          { id: 'under_10_km', icon: '🚌' },
          { id: 'over_10_km', icon: '🛣' },
        ],
      },
    ],
  }),
}
