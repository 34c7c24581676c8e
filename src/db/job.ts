import type { Db } from './database.ts'

/** What is left to do after a commit, done by the worker. The jobs folder gives each its handler. */
export type Job =
  /** posts one planned or interim digest */
  | { name: 'deliver-digest'; data: { digestId: string } }
  /** sends one planned digest of a followed village to a resident */
  | { name: 'deliver-private-digest'; data: { privateDigestId: string } }
  /** tells the resident what became of their case */
  | { name: 'tell-resident'; data: { caseId: string; news: 'accepted' | 'answered' } }
  /** tells one of those who endorsed it the same */
  | { name: 'tell-endorser'; data: { endorsementId: string; news: 'accepted' | 'answered' } }
  /** tells those who read it of a case that cannot wait for the digest, has no channel, or has news from its resident */
  | { name: 'tell-committee'; data: { caseId: string; news: 'new' | 'reopened' | 'added' } }
  /** brings a voice message or photo from Telegram to the store */
  | { name: 'fetch-attachment'; data: { attachmentId: string } }
  /** takes what was erased out of the store */
  | { name: 'erase-attachments'; data: { storageKeys: string[] } }

/** Leaves a job in the caller's transaction: it is there exactly when the rest is. It may wait so many seconds. */
export type SendJob = (tx: Db, job: Job, options?: { afterSeconds?: number }) => Promise<void>
