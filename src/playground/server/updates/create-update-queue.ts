import { randomInt } from 'node:crypto'
import type { Update } from 'grammy/types'
import type { Clock } from '../../../lib/clock.ts'
import type { LocalTelegramSettings } from '../local-telegram-settings.ts'
import type { KeyValueStore } from '../store/create-key-value-store.ts'
import type { Transaction } from '../store/create-transaction.ts'
import type { UpdateStore } from '../store/create-update-store.ts'
import { notByDefault, type UpdateType } from './update-types.ts'

export interface UpdateQueue {
  /**
   * Keeps the update until the bot has taken it, unless the bot asked not to get its kind. Updates of one `queue`
   * reach a webhook one after another, those of different queues side by side.
   */
  emit<T extends UpdateType>(type: T, payload: NonNullable<Update[T]>, queue: string): void
  /** undefined: as it was before */
  allow(types: UpdateType[] | undefined): void
  allowed(): UpdateType[]
  /** returns how to stop */
  onNew(listener: () => void): () => void
  dropExpired(): void
}

export interface UpdateQueueDependencies {
  transaction: Transaction
  keyValues: KeyValueStore
  pending: UpdateStore
  clock: Clock
  settings: LocalTelegramSettings
}

export function createUpdateQueue(dependencies: UpdateQueueDependencies): UpdateQueue {
  const { transaction, keyValues, pending, clock, settings } = dependencies
  const listeners = new Set<() => void>()
  const allowed = () => keyValues.get<UpdateType[]>('allowed_updates') ?? []

  return {
    emit(type, payload, queue) {
      const wanted = allowed()
      if (wanted.length > 0 ? !wanted.includes(type) : notByDefault.includes(type)) return
      const id = keyValues.next('update', randomInt(100_000_000, 900_000_000))
      pending.add({ update_id: id, [type]: payload } as Update, queue, clock.now().getTime())
      transaction.afterCommit(() => {
        for (const listener of listeners) listener()
      })
    },
    allow(types) {
      if (types) keyValues.set('allowed_updates', types)
    },
    allowed,
    onNew(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    dropExpired() {
      const now = clock.now().getTime()
      pending.dropExpired(now - settings.updateLifetimeMs, now - settings.queryLifetimeMs)
    },
  }
}
