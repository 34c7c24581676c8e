/** Where randomness comes from; passed in, so that tests can repeat themselves. */
export interface Random {
  /** a version 4 UUID */
  uuid(): string
  /** a whole number from 0 to below `limit` */
  below(limit: number): number
}
