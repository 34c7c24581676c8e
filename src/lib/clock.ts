/** Where time comes from. It is passed in everywhere, so that tests and the playground can move it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
