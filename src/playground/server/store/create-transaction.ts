import type { DatabaseSync } from 'node:sqlite'

export interface Transaction {
  /** Runs the work all or nothing; a call inside another joins it. Synchronous: nothing else can come between. */
  run<T>(work: () => T): T
  /** Does it when what was written is safe; at once outside a transaction. */
  afterCommit(effect: () => void): void
}

export function createTransaction(database: DatabaseSync): Transaction {
  let effects: (() => void)[] | undefined

  return {
    run(work) {
      if (effects) return work()
      effects = []
      database.exec('begin immediate')
      try {
        const result = work()
        database.exec('commit')
        const due = effects
        effects = undefined
        for (const effect of due) effect()
        return result
      } catch (error) {
        effects = undefined
        if (database.isTransaction) database.exec('rollback')
        throw error
      }
    },
    afterCommit(effect) {
      if (effects) effects.push(effect)
      else effect()
    },
  }
}
