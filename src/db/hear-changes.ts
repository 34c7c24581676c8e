import { setTimeout as sleep } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

/** Triggers of the tables `region` and `recording` call this channel with the table's name. */
const CHANNEL = 'xiangyin_changed'
const PAUSE_MS = 1_000

/** What is told of changes: the name of a table that somebody changed, or null for "anything may have changed". */
export type OnChange = (table: string | null) => void

export interface Changes {
  /** what is held in memory may be used: news of changes would arrive */
  isHearing(): boolean
  listen(onChange: OnChange): void
  close(): Promise<void>
}

/** Hears of changes in the embedded database; there is only this process to make them. */
export async function hearEmbedded(pglite: PGlite): Promise<Changes> {
  const listeners: OnChange[] = []
  const stop = await pglite.listen(CHANNEL, (table) => tell(listeners, table))
  return {
    isHearing: () => true,
    listen: (onChange) => void listeners.push(onChange),
    close: async () => {
      if (!pglite.closed) await stop()
    },
  }
}

/**
 * The same on a server, by LISTEN on a connection of its own, which is taken up again when it is lost. Until then nothing
 * that is held in memory is to be trusted, and whoever holds something is told that anything may have changed.
 */
export function hearServer(url: string): Changes {
  const listeners: OnChange[] = []
  const closing = new AbortController()
  const closed = new Promise<void>((resolve) => {
    closing.signal.addEventListener('abort', () => resolve())
  })
  let hearing = false

  const hearOnce = async () => {
    const client = new pg.Client({ connectionString: url, application_name: 'xiangyin changes' })
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', () => resolve())
    })
    client.on('notification', ({ payload }) => tell(listeners, payload ?? ''))
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      tell(listeners, null)
      hearing = true
      await Promise.race([lost, closed])
    } catch {
      // tried again by the caller
    }
    hearing = false
    tell(listeners, null)
    await client.end().catch(() => {})
  }
  const keepHearing = async () => {
    while (!closing.signal.aborted) {
      await hearOnce()
      await sleep(PAUSE_MS, undefined, { ref: false, signal: closing.signal }).catch(() => {})
    }
  }
  const running = keepHearing()
  return {
    isHearing: () => hearing,
    listen: (onChange) => void listeners.push(onChange),
    close: async () => {
      closing.abort()
      await running
    },
  }
}

function tell(listeners: readonly OnChange[], table: string | null): void {
  for (const each of listeners) each(table)
}
