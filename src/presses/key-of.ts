/** The letter that stands for this in a table of callback data; one that is missing is a bug. */
export function keyOf(table: Record<string, string>, value: string): string {
  const found = Object.keys(table).find((key) => table[key] === value)
  if (found === undefined) throw new Error(`no button for ${value}`)
  return found
}
