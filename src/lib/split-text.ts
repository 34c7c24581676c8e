/** A text in parts of at most so many UTF-16 code units, cut at the end of a line where there is one, never in a character. */
export function splitText(text: string, most: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > most) {
    const line = rest.lastIndexOf('\n', most)
    let cut = line >= most / 2 ? line : most
    if (/[\uD800-\uDBFF]/.test(rest.charAt(cut - 1))) cut -= 1
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut).replace(/^\n/, '')
  }
  return [...parts, rest]
}
