import type { StartRefusal } from './start-refusal.ts'

/** Leaves the middle of the start with a refusal; createApp closes what is open and gives it back as a value. */
export class Refused extends Error {
  readonly refusal: StartRefusal

  constructor(refusal: StartRefusal) {
    super(refusal.sentence)
    this.refusal = refusal
  }
}

/** Does a step of the start. A failure that `explain` knows becomes a refusal, any other stays what it is. */
export async function orRefuse<T>(
  step: () => Promise<T> | T,
  explain: (error: unknown) => StartRefusal | null,
): Promise<T> {
  try {
    return await step()
  } catch (error) {
    const refusal = explain(error)
    throw refusal ? new Refused(refusal) : error
  }
}
