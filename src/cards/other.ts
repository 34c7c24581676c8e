import type { CardDefinition } from './card-definition.ts'
import { askAbout } from './common-questions.ts'

/** Whatever else is amiss in a village; it asks nothing of its own. */
export const other: CardDefinition = {
  topic: 'other',
  icon: '🔧',
  version: 1,
  concernsHealth: false,
  questions: askAbout('other', {
    aspects: [
      { id: 'street_lights', icon: '💡' },
      { id: 'roads', icon: '🛣' },
      { id: 'water', icon: '🚰' },
      { id: 'power', icon: '🔌' },
      { id: 'waste', icon: '🗑' },
      { id: 'land', icon: '🌾' },
      { id: 'accounts', icon: '🧾' },
      { id: 'neighbours', icon: '🤝' },
    ],
    own: [],
  }),
}
