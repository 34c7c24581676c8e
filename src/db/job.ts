import type { Db } from './database.ts'

/** What is left to do after a commit, done by the worker. The jobs folder gives each its handler. */
export type Job =
  /** posts one planned or interim digest */
  | { name: 'deliver-digest'; data: { digestId: string } }
  /** sends one planned digest of a followed village to a resident */
  | { name: 'deliver-private-digest'; data: { privateDigestId: string } }
  /** tells the resident what became of their case, with these photos of the answer */
  | { name: 'tell-resident'; data: { caseId: string; news: 'accepted' | 'answered'; photos?: SentPhotos } }
  /** sends the resident photos that came after the words of the answer */
  | { name: 'tell-answer-photos'; data: { caseId: string; photos: SentPhotos } }
  /** tells one of those who endorsed it the same */
  | { name: 'tell-endorser'; data: { endorsementId: string; news: 'accepted' | 'answered' } }
  /** tells those who read it of a case that cannot wait for the digest, has no channel, or has news from its resident */
  | { name: 'tell-committee'; data: { caseId: string; news: 'new' | 'reopened' | 'added' } }
  /** tells who filed a card for somebody else what became of it: `id` is the card's */
  | { name: 'tell-filer'; data: { id: string } }
  /** tells an administrator, by their Telegram id, what became of a link; `eventId`: the line of the ledger, in digits */
  | { name: 'tell-administrator'; data: { eventId: string; telegramId: number } }
  /** brings a voice message or photo from Telegram to the store */
  | { name: 'fetch-attachment'; data: { attachmentId: string } }
  /** brings what was read aloud for a region from Telegram to the store */
  | { name: 'fetch-recording'; data: { recordingId: string } }
  /** takes what was erased out of the store */
  | { name: 'erase-attachments'; data: { storageKeys: string[] } }
  /** takes what was erased out of messages that were posted */
  | { name: 'edit-posted'; data: { postedIds: string[] } }

/** Photos of an answer by their ids; `albumSince`: an album began then (ISO 8601), whose other photos come along with them. */
export interface SentPhotos {
  ids: string[]
  albumSince?: string
}

/** Leaves a job in the caller's transaction: it is there exactly when the rest is. It may wait so many seconds. */
export type SendJob = (tx: Db, job: Job, options?: { afterSeconds?: number }) => Promise<void>

/** Takes the jobs about these ids out of the queues, in the caller's transaction. Returns how many there were. */
export type ForgetJobs = (tx: Db, ids: readonly string[]) => Promise<number>
