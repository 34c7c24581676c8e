import { readFileSync } from 'node:fs'
import pg from 'pg'

const TICKS_PER_SECOND = 100
const LOOK_EVERY_MS = 200

export interface CpuWatch {
  /** seconds of CPU since the watch began: of the processes, and of the server's backends of this database */
  read(): Promise<{ bot: number; server: number }>
  stop(): Promise<void>
}

/** Seconds of CPU that a process has used, all its threads; null where it is gone. Linux only. */
export function cpuSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? []
    // utime and stime are the 14th and 15th field: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return null
  }
}

/** Watches processes, and where a database is named also the backends that serve it (on this machine only). */
export async function watchCpu(pids: readonly number[], databaseUrl: string | null): Promise<CpuWatch> {
  const client = databaseUrl ? new pg.Client({ connectionString: databaseUrl }) : null
  await client?.connect()
  const first = new Map<number, number>()
  const last = new Map<number, number>()
  const look = (pid: number, isNew: boolean) => {
    const seconds = cpuSeconds(pid)
    if (seconds === null) return
    if (!first.has(pid)) first.set(pid, isNew ? 0 : seconds)
    last.set(pid, seconds)
  }
  const lookAtBackends = async (isNew: boolean) => {
    const found = await client?.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    for (const { pid } of found?.rows ?? []) look(pid, isNew)
  }
  const atFirst = pids.map((pid) => cpuSeconds(pid) ?? 0)
  await lookAtBackends(false)
  const timer = setInterval(() => void lookAtBackends(true).catch(() => {}), LOOK_EVERY_MS)
  return {
    read: async () => {
      await lookAtBackends(true)
      const bot = pids.reduce((sum, pid, i) => sum + (cpuSeconds(pid) ?? 0) - (atFirst[i] ?? 0), 0)
      const server = [...last].reduce((sum, [pid, seconds]) => sum + seconds - (first.get(pid) ?? 0), 0)
      return { bot, server }
    },
    stop: async () => {
      clearInterval(timer)
      await client?.end()
    },
  }
}
