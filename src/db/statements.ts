import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'

/** A statement with a name of its own, by which the server keeps its plan. */
export interface Statement {
  name: string
  /** PostgreSQL's, with $1, $2 … */
  text: string
}

/**
 * Runs statements that are prepared once for each connection, past Prisma, which sends every one anew to be planned. For
 * the way of a press only, where this is half of the server's work. Rows come as the driver reads them: numbers, text,
 * booleans, JSON and timestamps (as Date) are the same on both engines; cast bigint to text.
 */
export interface Statements {
  run<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
}

export function statementsOfPool(pool: pg.Pool): Statements {
  return {
    run: async <Row extends object>({ name, text }: Statement, values: readonly unknown[]) =>
      (await pool.query<Row>({ name, text, values: [...values] })).rows,
  }
}

/** PGlite has one connection and no plans to keep. */
export function statementsOfEmbedded(pglite: PGlite): Statements {
  return {
    run: async <Row extends object>({ text }: Statement, values: readonly unknown[]) =>
      (await pglite.query<Row>(text, [...values])).rows,
  }
}
