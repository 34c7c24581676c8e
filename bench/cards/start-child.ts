import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const LONGEST_START_MS = 120_000
const KEPT_OUTPUT = 20_000

export interface BenchChild {
  readonly pid: number
  /** the end of what it wrote */
  output(): string
  stop(): Promise<void>
}

const living = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/**
 * Starts a bot with Node as npm does and waits for its line {"msg":"started"}. Throws with its output where it ends first.
 * BENCH_NODE_FLAGS are given to its Node (`--cpu-prof --cpu-prof-dir=…`), PGOPTIONS to its connections.
 */
export async function startChild(entry: string, env: Record<string, string>): Promise<BenchChild> {
  const { PATH = '', HOME = '', PGOPTIONS = '', BENCH_NODE_FLAGS = '' } = process.env
  const flags = ['--disable-warning=ExperimentalWarning', ...BENCH_NODE_FLAGS.split(' ').filter(Boolean)]
  const child = spawn(process.execPath, [...flags, entry], {
    cwd: ROOT,
    env: { PATH, HOME, NODE_ENV: 'production', ...(PGOPTIONS ? { PGOPTIONS } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  living.add(child)
  let output = ''
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      living.delete(child)
      resolve()
    }),
  )
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${entry} ${why}:\n${output}`))
    const timer = setTimeout(() => fail('does not start'), LONGEST_START_MS)
    ended.then(() => fail('ended'))
    const take = (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT)
      if (!output.includes('"msg":"started"')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
  })
  return {
    pid: child.pid ?? 0,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 12_000)
      await ended
      clearTimeout(timer)
    },
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
