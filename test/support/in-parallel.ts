/** Does the work for each item, so many at the same time; the outcomes in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const outcomes: R[] = []
  const rest = items.entries()
  await Promise.all(
    Array.from({ length: Math.min(atOnce, items.length) }, async () => {
      for (const [index, item] of rest) outcomes[index] = await work(item, index)
    }),
  )
  return outcomes
}
