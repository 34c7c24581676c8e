/** How long the committee has, counted from the moment that a case was opened; calendar days of 24 hours. */
export const deadlines = {
  /** until somebody takes it (受理) */
  acceptWithinDays: 2,
  /** until it is answered (答复) */
  answerWithinDays: 15,
} as const
