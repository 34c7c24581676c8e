import type { Db } from './database.ts'
import type { RunsStatements } from './statements.ts'

/**
 * What each job takes, by its name. It is empty here: each file in jobs/ adds its own, so that a name and its payload stand
 * beside the handler and everybody who leaves a job is still held to them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: see above
export interface Jobs {}

export type JobName = keyof Jobs

/** What is left to do after a commit, done by the worker. */
export type Job = { [Name in JobName]: { name: Name; data: Jobs[Name] } }[JobName]

/** Photos of an answer by their ids; `albumSince`: an album began then (ISO 8601), whose other photos come along with them. */
export interface SentPhotos {
  ids: string[]
  albumSince?: string
}

export interface SendJobOptions {
  /** it waits so long */
  afterSeconds?: number
  /** before all others of its kind that wait */
  isUrgent?: boolean
}

/** Leaves a job in the caller's transaction: it is there exactly when the rest is. */
export type SendJob = (tx: Db | RunsStatements, job: Job, options?: SendJobOptions) => Promise<void>

/** Takes the jobs about these ids out of the queues, in the caller's transaction. Returns how many there were. */
export type ForgetJobs = (tx: Db, ids: readonly string[]) => Promise<number>
