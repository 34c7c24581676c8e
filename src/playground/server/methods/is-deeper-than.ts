/** Do the lists and objects in this value lie deeper in one another than that? Does not recurse as deep as the value. */
export function isDeeperThan(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (most === 0) return true
  return Object.values(value).some((inner) => isDeeperThan(inner, most - 1))
}
