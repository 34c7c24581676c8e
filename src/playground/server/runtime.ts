import type { Clock } from '../../lib/clock.ts'
import type { LocalTelegramSettings } from './local-telegram-settings.ts'
import type { ChatStore } from './store/create-chat-store.ts'
import type { FileStore } from './store/create-file-store.ts'
import type { KeyValueStore } from './store/create-key-value-store.ts'
import type { MessageStore } from './store/create-message-store.ts'
import type { PeopleStore } from './store/create-people-store.ts'
import type { QueryStore } from './store/create-query-store.ts'
import type { Transaction } from './store/create-transaction.ts'
import type { UpdateStore } from './store/create-update-store.ts'
import type { UpdateQueue } from './updates/create-update-queue.ts'
import type { EventHub } from './world/create-event-hub.ts'
import type { PressDesk } from './world/create-press-desk.ts'

/** What every part of one local Telegram shares; made once by `createLocalTelegram` and passed on. */
export interface Runtime {
  readonly settings: LocalTelegramSettings
  readonly clock: Clock
  readonly token: string
  readonly bot: { id: number; username: string; firstName: string }
  readonly transaction: Transaction
  readonly keyValues: KeyValueStore
  readonly people: PeopleStore
  readonly chats: ChatStore
  readonly messages: MessageStore
  readonly files: FileStore
  readonly queries: QueryStore
  readonly pending: UpdateStore
  readonly updates: UpdateQueue
  readonly events: EventHub
  readonly presses: PressDesk
}
