import type { ForWhom } from '../../src/cards/filed-for.ts'
import type { Database } from '../../src/db/database.ts'
import { readVisit, type VersionedDraft } from '../../src/feedback/read-visit.ts'
import { startDraft } from '../../src/feedback/start-draft.ts'
import { type Clock, systemClock } from '../../src/lib/clock.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import type { Person } from '../../src/people/find-person.ts'
import { keepHome } from '../../src/people/keep-home.ts'

/** The id of an update that never came before. */
export const nextUpdateId = () => random.below(2 ** 47)

/** Somebody who agreed to what is asked, and lives there. */
export async function agreedPerson(
  { statements }: Database,
  {
    telegramId,
    villageCode,
    clock = systemClock,
  }: { telegramId: number; villageCode: string; clock?: Clock },
): Promise<Person> {
  const kept = { telegramId, villageCode, locale: null, consents: true, updateId: nextUpdateId() }
  const known = await keepHome({ statements, clock, random }, kept)
  if (!known) throw new Error('the update was done before')
  return known.person
}

/** Opens a card, in place of the one that may be half-filled. */
export async function beginCard(
  { statements }: Database,
  input: { personId: string; villageCode: string; topic?: string; filedFor?: ForWhom | null; clock?: Clock },
): Promise<VersionedDraft> {
  const { clock = systemClock, topic = 'healthcare', ...rest } = input
  const started = await startDraft(
    { statements, clock, random },
    { topic, ...rest, updateId: nextUpdateId() },
  )
  if (!started.ok) throw new Error(started.code)
  return started.draft
}

/** The half-filled card as it stands; throws where there is none. */
export async function draftOf({ prisma, statements }: Database, personId: string): Promise<VersionedDraft> {
  const { telegramId } = await prisma.person.findUniqueOrThrow({ where: { id: personId } })
  const { draft } = await readVisit(statements, {
    updateId: nextUpdateId(),
    telegramId: Number(telegramId),
    noteKeys: [],
    pressed: null,
    now: new Date(),
  })
  if (!draft) throw new Error('no card is half-filled')
  return draft
}
