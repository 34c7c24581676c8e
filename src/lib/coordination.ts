/**
 * What several processes must agree on, behind one small interface: in memory where there is one process, in Redis where
 * there are several. That an update's effect happens once is not decided here but in the database (db/commit-once.ts).
 */
export interface Coordination {
  /**
   * Runs work alone for its chat, also among several processes; others of the same chat wait. Throws where the turn cannot
   * be had within a minute: the update then comes again. In one process the order of updates is kept before
   * (bot/updates/handle-update.ts).
   */
  inTurn<T>(chat: string, work: () => Promise<T>): Promise<T>
  /** an update that took so long that Telegram may have sent it again, maybe to another process, was dealt with and shown */
  noteShown(updateId: number): Promise<void>
  wasShown(updateId: number): Promise<boolean>
  /** whether it can be reached now, for /readyz */
  ping(): Promise<boolean>
  close(): Promise<void>
}
