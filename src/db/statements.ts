import type { PGlite, Transaction } from '@electric-sql/pglite'
import type pg from 'pg'
import type { Db } from './database.ts'

/** A statement with a name of its own, by which the server keeps its plan. */
export interface Statement {
  /** none: it is planned each time */
  name?: string
  /** PostgreSQL's, with $1, $2 … */
  text: string
}

/** What runs statements: a connection of its own for each, or a transaction. */
export interface RunsStatements {
  run<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
}

/**
 * Runs statements that are prepared once for each connection, past Prisma, which sends every one anew to be planned. For
 * the way of a press only, where this is half of the server's work. Rows come as the driver reads them: numbers, text,
 * booleans, JSON and timestamps (as Date) are the same on both engines; cast bigint to text. JSON is given as text.
 */
export interface Statements extends RunsStatements {
  /** all of what `work` runs, or nothing where it throws */
  inTransaction<T>(work: (tx: RunsStatements) => Promise<T>): Promise<T>
}

export function statementsOfPool(pool: pg.Pool): Statements {
  const runOn = (target: pg.Pool | pg.PoolClient): RunsStatements => ({
    run: async <Row extends object>({ name, text }: Statement, values: readonly unknown[]) =>
      (await target.query<Row>({ name, text, values: values as unknown[] })).rows,
  })
  return {
    ...runOn(pool),
    inTransaction: async (work) => {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const result = await work(runOn(client))
        await client.query('COMMIT')
        client.release()
        return result
      } catch (error) {
        const isLost = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        )
        client.release(isLost)
        throw error
      }
    },
  }
}

/** PGlite has one connection and no plans to keep. */
export function statementsOfEmbedded(pglite: PGlite): Statements {
  const runOn = (target: PGlite | Transaction): RunsStatements => ({
    run: async <Row extends object>({ text }: Statement, values: readonly unknown[]) =>
      (await target.query<Row>(text, [...values])).rows,
  })
  return { ...runOn(pglite), inTransaction: (work) => pglite.transaction((tx) => work(runOn(tx))) }
}

/** The same within a transaction of Prisma's. */
export function statementsOf(tx: Db): RunsStatements {
  return {
    run: async <Row extends object>({ text }: Statement, values: readonly unknown[]) =>
      await tx.$queryRawUnsafe<Row[]>(text, ...values),
  }
}
