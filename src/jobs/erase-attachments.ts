import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/** Takes what was erased out of the store. May be repeated. */
export async function eraseAttachments(
  { attachments, log }: JobDeps,
  storageKeys: readonly string[],
): Promise<JobOutcome> {
  for (const key of storageKeys) await attachments.delete(key)
  log.info({ erased: storageKeys.length }, 'erased attachments')
  return done
}
