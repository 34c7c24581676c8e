/** Rows as a table in Markdown, its columns aligned: the first to the left, the others to the right. */
export function markdownTable(head: string[], rows: string[][]): string {
  const widths = head.map((title, i) =>
    Math.max(3, ...[title, ...rows.map((row) => row[i] ?? '')].map(width)),
  )
  const line = (cells: string[]) =>
    `| ${cells
      .map((cell, i) => {
        const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - width(cell)))
        return i === 0 ? cell + space : space + cell
      })
      .join(' | ')} |`
  const rule = widths.map((each, i) => (i === 0 ? '-'.repeat(each) : `${'-'.repeat(each - 1)}:`))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

/** Chinese characters are as wide as two letters. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
}
