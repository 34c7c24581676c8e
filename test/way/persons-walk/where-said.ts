import type { Message } from 'grammy/types'
import { parseReceipt } from '../../../src/feedback/receipt.ts'
import { openCard } from './after-press.ts'
import { isSomething, keepSaid, newCard, type Place, placesIn, type Said } from './memory.ts'
import { partOf } from './part-of.ts'
import type { Person } from './person.ts'
import { type Asks, readScreen } from './read-screen.ts'
import { tokensIn } from './tokens.ts'

/** To one case. */
const MOST_ADDITIONS = 20
const JOINS_SECONDS = 60

/** The newest screen of those that were not answered yet that asks for something, or that ended what was asked before. */
export function findAsking({ id, mind, surroundings }: Person): { message: Message; asks: Asks } | null {
  const { witness, texts } = surroundings
  for (const message of witness.shown(id)) {
    const asks = mind.consumed.has(message) ? null : readScreen(texts, message)
    if (asks && asks.kind !== 'nothing') return { message, asks }
  }
  return null
}

/** What words are for now, by what is on the screen. */
export function askedOf(person: Person): Exclude<Asks, { kind: 'end' | 'nothing' }> | null {
  const asks = findAsking(person)?.asks
  if (asks?.kind === 'add' || asks?.kind === 'name' || asks?.kind === 'consent-voice') return asks
  const card = openCard(person)
  return card ? { kind: 'card', tag: card.tag ?? '', at: card.at } : null
}

/** Where what is said now belongs; several where people may differ. */
export function placesOf(person: Person, said: Said): Place[] {
  const { mind, agreed, added } = person
  const asks = askedOf(person)
  const { text, part } = said
  if (!agreed) return [{ kind: 'nowhere' }]
  if (text !== null && !part && parseReceipt(text)?.valid) return [{ kind: 'nowhere' }]
  const { lastAdded } = mind
  const adding = lastAdded && said.date - lastAdded.date <= JOINS_SECONDS ? lastAdded : null
  const caseId = asks?.kind === 'add' ? asks.caseId : adding?.caseId
  if (caseId !== undefined) {
    const isFull = (added.get(caseId) ?? []).length >= MOST_ADDITIONS
    return [isFull ? { kind: 'nowhere' } : { kind: 'case', caseId }]
  }
  if (asks?.kind === 'name' || asks?.kind === 'consent-voice') return [{ kind: 'nowhere' }]
  const card = openCard(person)
  if (card) return placesIn(card, said)
  if (part?.kind === 'location' || !isSomething(said) || isCourtesy(text)) return [{ kind: 'nowhere' }]
  return [{ kind: 'new' }]
}

export function isCourtesy(text: string | null): boolean {
  return text !== null && /^(你好|您好|谢谢|在吗|辛苦了|好的)/.test(text)
}

/** It is kept there from now on. */
export function keepAt(person: Person, place: Place, said: Said): void {
  const { id, cards, added, mind } = person
  if (place.kind === 'card') keepSaid(place.card, place.question, said)
  if (place.kind === 'new') {
    const card = newCard(id, { at: 'topic' })
    keepSaid(card, 'words', said)
    cards.push(card)
  }
  if (place.kind === 'case') {
    added.set(place.caseId, [...(added.get(place.caseId) ?? []), said])
    mind.lastAdded = { caseId: place.caseId, date: said.date }
  }
}

/** Somebody just said that: where it belongs is to be told by what they see now. */
export function rememberSaid(person: Person, message: Message): void {
  const { mind, spoke, story } = person
  const said = readSaid(message, openCard(person)?.at ?? '')
  const { text, part } = said
  for (const token of [...tokensIn(text ?? ''), ...(part ? [part.key] : [])]) spoke.add(token)
  const places = placesOf(person, said)
  const asking = findAsking(person)
  // a receipt shows its case, and what was asked is asked still
  if (text !== null && parseReceipt(text)?.valid)
    mind.looksUp = !['card', undefined].includes(askedOf(person)?.kind)
  else if (asking?.asks.kind === 'add') mind.consumed.add(asking.message)
  story.push(
    `  ${text?.slice(0, 60) ?? part?.kind} (${message.message_id}) -> ${places.map(sayPlace).join(' or ')}`,
  )
  if (places.length > 1) mind.open.push({ said, places })
  else if (places[0]) keepAt(person, places[0], said)
  if (!person.agreed && part?.kind !== 'location') person.first.push(said)
  if (asking?.asks.kind === 'consent-voice' && part?.kind === 'voice') submitWaiting(person, asking.asks.id)
  else if (places[0]?.kind === 'nowhere') mind.refused.push(said)
}

function submitWaiting({ cards, mind, surroundings }: Person, id: string): void {
  const card = cards.find(({ tag, fate }) => fate === 'waiting' && id.startsWith(tag ?? '-'))
  if (card) mind.submitting = { card, at: surroundings.witness.now() }
}

function sayPlace(place: Place): string {
  return place.kind === 'card' ? `${place.question} of ${place.card.tag}` : place.kind
}

export function readSaid(message: Message, askedAt: string): Said {
  const { message_id: messageId, date } = message
  return { messageId, date, text: message.text ?? message.caption ?? null, part: partOf(message), askedAt }
}
