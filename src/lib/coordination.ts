/**
 * What several processes must agree on, behind one small interface: in memory where there is one process, in Redis where
 * there are several. That an update's effect happens once is not decided here but in the database (db/commit-once.ts);
 * `knownDone` is only a short cut.
 */
export interface Coordination {
  /**
   * Runs work alone for its chat; others of the same chat wait, in the order of their calls within one process. Throws
   * where the turn cannot be had within a minute: the update then comes again.
   */
  inTurn<T>(chat: string, work: () => Promise<T>): Promise<T>
  /** true: the update's effect is surely in the database; false: ask the database */
  knownDone(updateId: number): Promise<boolean>
  noteDone(updateId: number): Promise<void>
  /** where a conversation waits for words; JSON */
  readonly conversationState: KeyValueStore
  /** whether it can be reached now, for /readyz */
  ping(): Promise<boolean>
  close(): Promise<void>
}

export interface KeyValueStore {
  read(key: string): Promise<unknown>
  write(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
}
