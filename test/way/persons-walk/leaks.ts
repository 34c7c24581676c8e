import type pg from 'pg'
import { type Committees, LINKED_VILLAGE } from './committees.ts'
import type { CardMemory, Said } from './memory.ts'
import type { Person } from './person.ts'
import { tokensIn } from './tokens.ts'
import type { Sighting } from './witness.ts'

/** What a message is to be found by. */
const marksOf = ({ text, part }: Said) => [...tokensIn(text ?? ''), ...(part ? [part.key] : [])]

const tokensOf = (card: CardMemory) => [...card.said.words, ...card.said.wish].flatMap(marksOf)

/** What somebody could read in a chat although no screen said that they would. */
export function findLeaks(
  sightings: readonly Sighting[],
  residents: readonly Person[],
  committees: Committees,
): Sighting[] {
  const allowed = new Map<string, { chatId: number; from: number }[]>()
  const allow = (token: string, chatId: number, from = 0) =>
    allowed.set(token, [...(allowed.get(token) ?? []), { chatId, from }])

  for (const { id, name, village, cards, added, caseIds } of residents) {
    for (const card of cards) {
      const theirs = [...tokensOf(card), ...tokensIn(card.filedFor?.name ?? '')]
      for (const token of theirs) for (const chatId of card.shownTo) allow(token, chatId)
      const { fate, chosen, submittedAt, owner, tag, filedFor } = card
      if (fate !== 'submitted' || owner !== id) continue
      // offices above read along; a card about the village's own committee passes that by
      const isForVillage = village === LINKED_VILLAGE && chosen.visibility !== 'township'
      const readers = [committees.township, ...(isForVillage ? [committees.channel] : [])]
      const caseId = caseIds[tag ?? ''] ?? ''
      const more = (added.get(caseId) ?? []).flatMap(marksOf)
      const signed = chosen.visibility === 'committee_named' ? (filedFor ? filedFor.name : name) : null
      for (const reader of readers)
        for (const token of [...tokensOf(card), ...tokensIn(signed ?? ''), ...more])
          allow(token, reader, submittedAt ?? 0)
      for (const [token, answered] of committees.answers) if (answered === caseId) allow(token, id)
    }
  }
  for (const [token] of committees.answers)
    for (const chatId of [committees.channel, committees.township]) allow(token, chatId)

  // everybody may read what they said themselves
  const spoke = new Map(residents.map((each) => [each.id, each.spoke]))
  const known = new Set([...committees.answers.keys(), ...residents.flatMap((each) => [...each.spoke])])
  return sightings.filter(
    ({ token, chatId, at }) =>
      // a code or the picture of a receipt is nobody's
      known.has(token) &&
      !spoke.get(chatId)?.has(token) &&
      !allowed.get(token)?.some((each) => each.chatId === chatId && at > each.from),
  )
}

/** What is kept in the database although its card went, or nobody kept it: by table. */
export async function findLeftovers(
  db: pg.Pool,
  residents: readonly Person[],
  committees: Committees,
): Promise<{ table: string; token: string }[]> {
  const kept = new Set(
    residents.flatMap(({ name, cards, added }) => [
      ...tokensIn(name),
      ...cards
        .filter(({ fate }) => fate !== 'gone')
        .flatMap((card) => [...tokensOf(card), ...tokensIn(card.filedFor?.name ?? '')]),
      ...[...added.values()].flat().flatMap(({ text }) => tokensIn(text ?? '')),
    ]),
  )
  for (const token of committees.answers.keys()) kept.add(token)
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  const left: { table: string; token: string }[] = []
  for (const { name: table } of tables) {
    const { rows } = await db.query<{ row: string }>(
      `SELECT each::text AS row FROM ${table} each WHERE each::text LIKE '%〔%'`,
    )
    for (const { row } of rows)
      for (const token of tokensIn(row)) if (!kept.has(token)) left.push({ table, token })
  }
  return left
}
