import type { PGlite } from '@electric-sql/pglite'
import type { Prisma, PrismaClient } from '../../prisma/client/client.ts'
import type { Changes } from './hear-changes.ts'
import type { Statements } from './statements.ts'

/** Anything one can read from and write to: the client itself or an open transaction. */
export type Db = Prisma.TransactionClient

/**
 * The one database of the program. `embedded` is PGlite in a folder (one connection: a transaction blocks everything
 * else), `postgres` a server that several processes may share.
 */
export interface Database {
  readonly prisma: PrismaClient
  /** for the way of a press, see db/statements.ts */
  readonly statements: Statements
  /** tells whoever holds rows in memory that they changed */
  readonly changes: Changes
  readonly engine: { kind: 'embedded'; pglite: PGlite; folder: string } | { kind: 'postgres'; url: string }
  close(): Promise<void>
}
