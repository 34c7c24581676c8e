import type { CardDefinition } from './card-definition.ts'
import { askAbout } from './common-questions.ts'

export const elderCare: CardDefinition = {
  topic: 'elder_care',
  icon: '👵',
  version: 1,
  concernsHealth: true,
  questions: askAbout('elder_care', {
    aspects: [
      { id: 'day_care', icon: '🏡' },
      { id: 'meals', icon: '🍚' },
      { id: 'home_help', icon: '🧹' },
      { id: 'care_homes', icon: '🏢' },
      { id: 'checkups', icon: '📋' },
      { id: 'pension', icon: '💰' },
      { id: 'living_alone', icon: '🚪' },
      { id: 'barrier_free', icon: '♿' },
    ],
    own: [
      {
        id: 'lives_with',
        kind: 'choice',
        labels: 'lives_with',
        columns: 2,
        optional: true,
        options: [
          { id: 'alone', icon: '🧓' },
          { id: 'spouse', icon: '👫' },
          { id: 'children', icon: '👪' },
          { id: 'grandchildren', icon: '🧒' },
          { id: 'care_home', icon: '🏢' },
        ],
      },
      {
        id: 'help_missing',
        kind: 'several',
        labels: 'help_missing',
        columns: 2,
        optional: true,
        options: [
          { id: 'cooking', icon: '🍲' },
          { id: 'housework', icon: '🧹' },
          { id: 'bathing', icon: '🛁' },
          { id: 'medicine', icon: '💊' },
          { id: 'going_out', icon: '🚶' },
          { id: 'company', icon: '💬' },
        ],
      },
    ],
  }),
}
