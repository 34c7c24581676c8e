import type { FeedbackFilter } from '../../../src/reports/feedback-filter.ts'

/** Everything in scope, changed as given. */
export const filter = (changes: Partial<FeedbackFilter> = {}): FeedbackFilter => ({
  topic: null,
  regionCode: '',
  period: 'all',
  status: 'all',
  words: null,
  ...changes,
})
