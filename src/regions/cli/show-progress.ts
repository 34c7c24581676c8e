import type { ImportRegionsDeps } from '../import-regions.ts'

type Progress = Parameters<NonNullable<ImportRegionsDeps['onProgress']>>[0]

const AT_MOST_EVERY_MS = 1_000
const ON_A_TERMINAL_EVERY_MS = 100

/**
 * Shows how far an import is: one line that changes on a terminal, elsewhere a line a second at most. `end` clears the
 * terminal's line.
 */
export function showProgress(out: NodeJS.WriteStream): {
  onProgress: (progress: Progress) => void
  end: () => void
} {
  const every = out.isTTY ? ON_A_TERMINAL_EVERY_MS : AT_MOST_EVERY_MS
  let shownAt = performance.now()
  return {
    onProgress: (progress) => {
      const now = performance.now()
      if (now - shownAt < every) return
      shownAt = now
      out.write(out.isTTY ? `\r\x1b[K${progressLine(progress)}` : `${progressLine(progress)}\n`)
    },
    end: () => {
      if (out.isTTY) out.write('\r\x1b[K')
    },
  }
}

function progressLine({ step, rows, total }: Progress): string {
  const count = rows.toLocaleString('en')
  if (step === 'reading') return `Reading: ${count} rows`
  const percent = total ? Math.floor((rows / total) * 100) : 0
  return `Writing: ${count} of ${(total ?? 0).toLocaleString('en')} rows (${percent} %)`
}
