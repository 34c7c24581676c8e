import type { Update } from 'grammy/types'
import { BotApiError } from '../bot-api-error.ts'
import type { UpdateStore } from '../store/create-update-store.ts'
import type { GivenUpdates } from './create-given-updates.ts'
import type { UpdateQueue } from './create-update-queue.ts'

export interface PollRequest {
  offset: number
  limit: number
  /** seconds */
  timeout: number
  /** the client hung up */
  signal?: AbortSignal
}

export interface Poller {
  poll(request: PollRequest): Promise<Update[]>
  /** ends the poll that waits, if one does, with that 409 */
  interrupt(words: string): void
  close(): void
}

export interface PollerDependencies {
  pending: UpdateStore
  updates: UpdateQueue
  given: GivenUpdates
}

const otherPoller = 'terminated by other getUpdates request; make sure that only one bot instance is running'

/** Long polling for one client at a time: a second one ends the first, as with Telegram. */
export function createPoller({ pending, updates, given }: PollerDependencies): Poller {
  let waiting: { finish: () => void; fail: (error: Error) => void } | undefined

  const give = (ready: Update[]) => {
    given.add(ready)
    return ready
  }
  const interrupt = (words: string) => waiting?.fail(new BotApiError(409, `Conflict: ${words}`))

  return {
    interrupt,
    async poll({ offset, limit, timeout, signal }) {
      interrupt(otherPoller)
      updates.dropExpired()
      if (offset > 0) pending.confirm(offset)
      else if (offset < 0) pending.keepNewest(-offset)
      const ready = pending.list(limit)
      if (ready.length > 0 || timeout === 0 || signal?.aborted) return give(ready)

      await new Promise<void>((resolve, reject) => {
        const end = () => {
          waiting = undefined
          clearTimeout(timer)
          stopListening()
          signal?.removeEventListener('abort', me.finish)
        }
        const me = {
          finish: () => {
            end()
            resolve()
          },
          fail: (error: Error) => {
            end()
            reject(error)
          },
        }
        const timer = setTimeout(me.finish, timeout * 1000)
        const stopListening = updates.onNew(me.finish)
        signal?.addEventListener('abort', me.finish)
        waiting = me
      })
      return signal?.aborted ? [] : give(pending.list(limit))
    },
    close: () => waiting?.finish(),
  }
}
