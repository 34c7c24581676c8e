import type { Db } from '../db/database.ts'

/** What an operator forgot and the program can start without: what will not work, and what mends it. */
export async function listGaps(db: Db, administratorIds: readonly number[]): Promise<string[]> {
  const gaps: string[] = []
  if ((await db.region.findFirst({ select: { code: true } })) === null) gaps.push(NO_REGIONS)
  if (administratorIds.length === 0) gaps.push(NO_ADMINISTRATORS)
  return gaps
}

export const NO_REGIONS =
  'No regions are imported, so nobody can choose a village. Import them: npm run regions -- import regions.csv (the README says what is in the file; with the embedded database, stop the bot first)'

export const NO_ADMINISTRATORS =
  'ADMIN_IDS is not set, so nobody can link a channel to a village or look through the feedback. Write your Telegram id behind ADMIN_IDS= in .env (the bot tells it after /link in a group that it is in), and start again'
