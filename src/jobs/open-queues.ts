import { fromPglite, fromPrisma, PgBoss } from 'pg-boss'
import type { Database } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import type { RunsStatements } from '../db/statements.ts'
import { type Clock, systemClock } from '../lib/clock.ts'
import { isMovable } from '../lib/movable-clock.ts'
import type { Logger } from '../logger.ts'
import { catalogue } from './catalogue.ts'
import { queueClock } from './queue-clock.ts'

export interface OpenQueues {
  boss: PgBoss
  sendJob: SendJob
  close(): Promise<void>
}

/**
 * pg-boss on the program's own database. `supervise` is for processes that work jobs off; the others only send. Every
 * queue is touched once here: on PGlite the first send inside an open transaction would otherwise wait for itself.
 */
export async function openQueues(
  { engine }: Database,
  log: Logger,
  { supervise, clock = systemClock }: { supervise: boolean; clock?: Clock },
): Promise<OpenQueues> {
  const shared = {
    supervise,
    schedule: supervise,
    useListenNotify: supervise,
    // who puts the clock forward does not want to wait for what is due then
    ...(isMovable(clock)
      ? { clock: queueClock(clock), cronMonitorIntervalSeconds: 1, cronWorkerIntervalSeconds: 1 }
      : {}),
  }
  const boss = new PgBoss(
    engine.kind === 'embedded'
      ? { ...shared, db: fromPglite(engine.pglite), backend: 'pglite' }
      : { ...shared, connectionString: engine.url, application_name: 'xiangyin jobs', max: 5 },
  )
  boss.on('error', (err) => log.error({ err }, 'the job queue reports an error'))
  await boss.start()
  for (const { name, retry } of catalogue) {
    await boss.createQueue(name, retry)
    await boss.getQueue(name)
    await boss.findJobs(name, { id: '00000000-0000-4000-8000-000000000000' })
  }
  return {
    boss,
    sendJob: async (tx, { name, data }, { afterSeconds, isUrgent = false } = {}) => {
      const delay = afterSeconds === undefined ? {} : { startAfter: afterSeconds }
      const id = await boss.send(name, data, {
        db: 'run' in tx ? fromStatements(tx) : fromPrisma(tx),
        priority: isUrgent ? 1 : 0,
        ...delay,
      })
      if (id === null) throw new Error(`the queue ${name} took no job`)
    },
    close: () => boss.stop({ graceful: true, timeout: 9_000, close: true }),
  }
}

function fromStatements(tx: RunsStatements) {
  return {
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.run({ text }, values ?? []) }),
  }
}
