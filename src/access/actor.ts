import type { Grant } from './grant.ts'

/**
 * Who wants something done. Every policy (policies/<subject>.ts) and every list (region-scope.ts) takes one. Telegram ids
 * are numbers, as the Bot API gives them.
 */
export type Actor =
  | PersonActor
  | PresserActor
  | AdministratorActor
  /** a program that reads by the API */
  | { kind: 'token'; tokenId: string; grants: readonly Grant[] }
  /** a job: nobody asked for it just now */
  | { kind: 'system' }

/** A resident in their private chat, for what is their own. */
export interface PersonActor {
  kind: 'person'
  personId: string
  telegramId: number
}

/** Somebody who presses or writes in a channel or group, for the region that it is linked to. */
export interface PresserActor {
  kind: 'presser'
  chatId: number
  chatType: 'group' | 'supergroup' | 'channel'
  /** null: nobody signed, as in a post that speaks for a chat, an automatic forward, or words by way of another bot */
  telegramId: number | null
  /** null: the chat is not linked */
  regionCode: string | null
  /**
   * Creator or administrator of this chat, as Telegram said within the last minute; or a post that speaks for this very
   * chat, which one of them wrote. What is entered into a ledger needs the telegramId, too.
   */
  runsChat: boolean
  /** their own, wherever they hold */
  grants: readonly Grant[]
}

/** An administrator in their private chat or on the web. */
export interface AdministratorActor {
  kind: 'administrator'
  telegramId: number
  /** at least one of the role `administrator` */
  grants: readonly Grant[]
}
