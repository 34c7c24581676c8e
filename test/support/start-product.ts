import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { SLOWEST_FACTOR } from './how-long.ts'
import { until } from './until.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const LONGEST_START_MS = 40_000
/** A test that starts programs may take this long on a busy machine; on a quiet one they take seconds. */
export const LONGEST_TEST_MS = 150_000 * SLOWEST_FACTOR

/** The program as it runs in life: a process of its own that knows nothing but its environment. */
export interface Product {
  /** http://127.0.0.1:<port> */
  readonly address: string
  readonly pid: number
  /** whatever it wrote so far, to both streams */
  output(): string
  /** SIGTERM; the exit code, or the signal that ended it */
  stop(): Promise<number | NodeJS.Signals>
  kill9(): Promise<void>
}

export interface Ended {
  code: number | NodeJS.Signals
  stdout: string
  stderr: string
}

interface Child {
  process: ChildProcess
  written: { stdout: string; stderr: string }
  ended: Promise<number | NodeJS.Signals>
}

/**
 * Starts `src/main.ts`, or another entry of the same program, on a free port and waits until it is ready. Throws with its
 * output where it does not start.
 */
export async function startProduct(env: Record<string, string>, entry = 'src/main.ts'): Promise<Product> {
  const child = runNode([entry], { PORT: '0', ...env })
  const { written, ended } = child
  const output = () => written.stdout + written.stderr
  let over = false
  ended.then(() => {
    over = true
  })
  const started = await until(
    () => {
      if (over) throw new Error(`the program did not start:\n${output()}`)
      return written.stdout
        .split('\n')
        .find((line) => line.startsWith('{') && line.endsWith('}') && JSON.parse(line).msg === 'started')
    },
    { what: 'the program starts', within: LONGEST_START_MS },
  )
  const { address } = JSON.parse(started) as { address: string }
  await until(async () => (await fetch(`${address}/readyz`)).ok, { what: 'the program is ready' })
  return {
    address,
    pid: child.process.pid ?? 0,
    output,
    stop: async () => {
      child.process.kill('SIGTERM')
      return await ended
    },
    kill9: async () => {
      child.process.kill('SIGKILL')
      await ended
    },
  }
}

/** Runs a script of the program to its end: a start that is refused, a command line. One that goes on is killed. */
export async function runToEnd(args: string[], env: Record<string, string>): Promise<Ended> {
  const { process: child, written, ended } = runNode(args, env)
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_START_MS * SLOWEST_FACTOR)
  const code = await ended
  clearTimeout(timer)
  return { code, ...written }
}

const living = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

function runNode(args: string[], env: Record<string, string>): Child {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: ROOT,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  living.add(child)
  const written = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.stderr += text
  })
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => {
      living.delete(child)
      resolve(signal ?? code ?? 'SIGKILL')
    })
  })
  return { process: child, written, ended }
}
