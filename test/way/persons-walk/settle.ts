import { expect } from 'vitest'
import { parseReceipt } from '../../../src/feedback/receipt.ts'
import { openCard, waitsTooLong } from './after-press.ts'
import { type Kept, mustBeKept, readKept } from './kept.ts'
import { isSomething, type Said, textOf, wholeTexts } from './memory.ts'
import type { Person } from './person.ts'
import { buttonsOf, readScreen } from './read-screen.ts'
import { isCourtesy, keepAt } from './where-said.ts'

/** An update may come once more when its person has done so much since; see test/support/webhook-proxy.ts. */
const REPEATED_WITHIN = 8

/** What the bot says where it does not take something. */
const NOT_TAKEN = [
  ...['card-press-a-button', 'card-takes-words', 'card-takes-words-and-media', 'card-too-long'],
  ...['card-too-many-photos', 'card-too-many-voices', 'card-too-many-places', 'menu-choose-first'],
  ...['own-add-not-taken', 'own-add-too-many', 'proxy-name-again', 'proxy-voice-only'],
  ...['first-words-village', 'first-words-agree', 'village-type-name'],
]

/** Waits for the bot; then all that was said is compared with all that is kept, and what is on the screen is looked at. */
export async function settle(person: Person): Promise<void> {
  const { id, mind, surroundings } = person
  await surroundings.telegram.quiet(
    ({ message, edited_message, callback_query }) =>
      (message ?? edited_message)?.chat.id === id || callback_query?.from.id === id,
  )
  look(person)
  await compare(person)
  mind.quiet = mind.startsBefore === surroundings.starts() ? mind.quiet + 1 : 0
  mind.startsBefore = surroundings.starts()
  if (mind.quiet > REPEATED_WITHIN) expectSaidSo(person)
  mind.refused = []
  expectNoDeadEnd(person)
}

/** What the screens say by now: where the card stands, or what became of it. */
function look(person: Person): void {
  const { id, mind, surroundings } = person
  const { witness, texts } = surroundings
  const card = openCard(person)
  const shown = witness.shown(id)
  for (const message of shown.slice(0, 6)) {
    for (const button of buttonsOf(message)) {
      if (person.seen.some((each) => each.data === button.data && each.messageId === button.messageId))
        continue
      person.seen.push({ ...button, about: card?.tag ?? null })
    }
  }
  if (person.seen.length > 200) person.seen.splice(0, person.seen.length - 200)
  const [newest] = shown
  if (mind.looksUp && newest) mind.consumed.add(newest)
  mind.looksUp = false
  if (mind.submitting) {
    const { card: submitted, at } = mind.submitting
    mind.submitting = null
    const isOf = (whole: string) => submitted.tag !== null && whole.startsWith(submitted.tag)
    // news may have come below it meanwhile
    for (const message of shown.slice(0, 4))
      for (const { press } of buttonsOf(message)) {
        if (press.kind === 'receipt-picture' && isOf(press.submissionId)) {
          Object.assign(submitted, { fate: 'submitted', submittedAt: at })
          const [receipt] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(message.text ?? '') ?? []
          if (receipt) person.receipts.push(receipt)
        }
        if (press.kind === 'proxy-voice' && isOf(press.id))
          Object.assign(submitted, { fate: 'waiting', waitsSince: person.now() })
      }
  }
  const now = openCard(person)
  if (!now) return
  for (const message of shown) {
    const asks = mind.consumed.has(message) ? null : readScreen(texts, message)
    if (asks?.kind !== 'card') continue
    if (now.tag === null && !person.cards.some(({ tag }) => tag === asks.tag)) now.tag = asks.tag
    if (now.tag !== asks.tag) continue
    now.at = asks.at
    return
  }
}

/** Where people may differ the database says which it was. */
function resolve(person: Person, kept: Kept): void {
  const { mind } = person
  for (const { said, places } of mind.open) {
    const found = places.find((place) => {
      if (place.kind !== 'card') return false
      const row = kept.cards.find(({ tag }) => tag === place.card.tag)
      const text = place.question === 'words' ? row?.words : row?.wish
      const key = said.part && `${place.question} ${said.part.kind} ${said.part.key}`
      return key ? row?.parts.includes(key) : said.text !== null && text?.includes(said.text)
    })
    const nowhere = places.find(({ kind }) => kind === 'nowhere')
    keepAt(person, found ?? nowhere ?? places[0] ?? { kind: 'nowhere' }, said)
  }
  mind.open = []
}

async function compare(person: Person): Promise<void> {
  const { id } = person
  const kept = await readKept(person.surroundings.db, id)
  resolve(person, kept)
  person.caseIds = { ...person.caseIds, ...kept.caseIds }
  for (const card of person.cards)
    if (
      card.fate === 'waiting' &&
      waitsTooLong(card, person.now()) &&
      !kept.cards.some(({ tag }) => tag === card.tag)
    )
      card.fate = 'gone'
  const mine = person.cards.filter(({ owner }) => owner === id)
  const wanted = mine.flatMap((card) => {
    // what the words suggested stands on the screen, and is theirs from then on
    const suggested = kept.cards.find(({ tag }) => tag === card.tag)?.chosen.aspects
    if (card.sorted && suggested && !card.chosen.aspects) card.chosen.aspects = suggested
    const must = mustBeKept(
      card,
      kept.cards.find(({ tag }) => tag === card.tag),
    )
    return must ? [must] : []
  })
  const byTag = <T extends { tag: string }>(all: T[]) => [...all].sort((a, b) => (a.tag < b.tag ? -1 : 1))
  expect(byTag(kept.cards)).toEqual(byTag(wanted))
  expect(kept.added).toEqual(
    Object.fromEntries([...person.added].map(([caseId, all]) => [caseId, addedOf(all)])),
  )
}

function addedOf(all: readonly Said[]): { texts: string[]; parts: string[] } {
  return {
    texts: wholeTexts(all).flatMap((pieces) => textOf(pieces) ?? []),
    parts: all.flatMap(({ part }) => (part ? [`${part.kind} ${part.key}`] : [])),
  }
}

/** What was not taken is not passed over in silence. */
function expectSaidSo({ id, mind, surroundings }: Person): void {
  const { witness, texts } = surroundings
  const matters = mind.refused.filter((said) => isSomething(said) && !isCourtesy(said.text))
  if (matters.length === 0 || matters.every(({ text }) => text !== null && parseReceipt(text))) return
  const shown = witness.shown(id).slice(0, 5)
  const hints = texts.locales.flatMap((locale) =>
    NOT_TAKEN.map((key) => texts.t(locale, key, { most: 20, n: 1 })),
  )
  const isSaid = shown.some(({ text = '' }) => hints.some((hint) => text.includes(hint)))
  if (!isSaid)
    throw new Error(`not kept, and not said so: ${JSON.stringify([matters, shown.map(({ text }) => text)])}`)
}

/** One card in the chat, but where the program was killed right behind sending one; and something to do. */
function expectNoDeadEnd(person: Person): void {
  const { id, surroundings } = person
  const { witness, texts, kills } = surroundings
  const shown = witness.shown(id)
  const tag = openCard(person)?.tag
  const cards = shown.filter((message) => {
    const asks = readScreen(texts, message)
    return asks.kind === 'card' && asks.tag === tag
  })
  expect(cards.length).toBeLessThanOrEqual(1 + kills())
  const [newest] = shown
  if (newest?.text === undefined || newest.reply_markup) return
  expect(newest.text).toMatch(/打字|发|收文字|type|send|take text|回执|receipt|[0-9A-Z]{4}-[0-9A-Z]{4}/i)
}
