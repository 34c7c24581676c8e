import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { MAX_WORDS } from '../../reports/feedback-filter.ts'
import type { QueryView } from './query-context.ts'

/** Asks for the words to search for; what is typed next goes to search-words.ts. */
export function wordsScreen({ t, queryId }: QueryView): OutgoingMessage {
  return {
    text: t('query-search-title', { limit: MAX_WORDS }),
    buttons: [
      [
        {
          label: t('query-to-tally'),
          data: encodePress({ kind: 'query', queryId, step: { action: 'tally' } }),
        },
      ],
    ],
  }
}
