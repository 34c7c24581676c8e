/**
 * A question whose answer is remembered for so many milliseconds; who asks meanwhile gets the same one. A failure is not
 * remembered.
 */
export function rememberFor<T>(
  ms: number,
  ask: () => Promise<T>,
  now: () => number = () => performance.now(),
): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | null = null
  return () => {
    if (last && now() - last.at < ms) return last.answer
    const asked = { at: now(), answer: ask() }
    last = asked
    asked.answer.catch(() => {
      if (last === asked) last = null
    })
    return asked.answer
  }
}
