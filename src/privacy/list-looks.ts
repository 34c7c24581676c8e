import type { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'

export const LOOKS_PER_PAGE = 5

/** Somebody saw the name: never who, only for which office. */
const look = {
  at: true,
  place: true,
  case: { select: { number: true, submission: { select: { topic: true } } } },
  region: { select: { name: true } },
} satisfies Prisma.IdentityLookSelect

export type Look = Prisma.IdentityLookGetPayload<{ select: typeof look }>

/** Who looked at the name of a Telegram user, newest first, a page at a time (from 0; the last one where it is beyond). */
export async function listLooks(
  db: Db,
  telegramId: number,
  page: number,
): Promise<{ looks: Look[]; total: number; page: number }> {
  const where = { person: { telegramId: BigInt(telegramId) } }
  const total = await db.identityLook.count({ where })
  const last = Math.max(0, Math.ceil(total / LOOKS_PER_PAGE) - 1)
  const shown = Math.min(page, last)
  const looks = await db.identityLook.findMany({
    where,
    select: look,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip: shown * LOOKS_PER_PAGE,
    take: LOOKS_PER_PAGE,
  })
  return { looks, total, page: shown }
}
