import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

export interface MeasuredProcess {
  seconds: number
  /** the highest resident memory that was seen, looking every 50 ms */
  peakBytes: number
}

/** Runs a script of the product with Node as npm does and measures it from start to exit. Throws where it fails. */
export async function measureScript(
  script: string,
  args: string[],
  env: Record<string, string>,
): Promise<MeasuredProcess> {
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    [
      // as the npm script has it: short-lived rows must not make the heap grow
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=4',
      `--import=${join(import.meta.dirname, 'watch-memory.ts')}`,
      script,
      ...args,
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const [errors, peak, [code]] = await Promise.all([
    buffer(child.stderr as Readable),
    buffer(child.stdio[3] as Readable),
    once(child, 'close'),
  ])
  if (code !== 0) throw new Error(`${script} exited with ${code}: ${errors}`)
  return { seconds: (performance.now() - startedAt) / 1000, peakBytes: Number(peak.toString()) }
}
