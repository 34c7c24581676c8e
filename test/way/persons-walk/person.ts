import type { Message } from 'grammy/types'
import type pg from 'pg'
import { expect } from 'vitest'
import { parseReceipt } from '../../../src/feedback/receipt.ts'
import type { Texts } from '../../../src/i18n/texts.ts'
import type { Outgoing } from '../../../src/playground/server/world/outgoing.ts'
import type { TelegramWorld } from '../../support/telegram-world.ts'
import { type Memory, openCard, rememberPress, waitsTooLong } from './after-press.ts'
import type { Chance } from './chance.ts'
import { mustBeKept, readKept } from './kept.ts'
import {
  type CardMemory,
  isSomething,
  keepSaid,
  newCard,
  type Place,
  placesIn,
  type Said,
  textOf,
  wholeTexts,
} from './memory.ts'
import { type Asks, buttonsOf, readScreen } from './read-screen.ts'
import { tokensIn } from './tokens.ts'
import type { Witness } from './witness.ts'

export interface Surroundings {
  telegram: TelegramWorld
  witness: Witness
  db: pg.Pool
  texts: Texts
  chance: Chance
  token: () => string
  photo: Buffer
  /** how often the program was killed so far */
  kills(): number
  /** how often it was started */
  starts(): number
  /** somebody whose words are to be found from now on */
  joins(person: Person): void
}

/** A button that was to be seen, and which card was half-filled then. */
export type Remembered = ReturnType<typeof buttonsOf>[number] & { about: string | null }

/** An update may come once more when its person has done so much since; see test/support/webhook-proxy.ts. */
const REPEATED_WITHIN = 8

/** to one case */
const MOST_ADDITIONS = 20

/** What the bot says where it does not take something. */
const NOT_TAKEN = [
  ...['card-press-a-button', 'card-takes-words', 'card-takes-words-and-media', 'card-too-long'],
  ...['card-too-many-photos', 'card-too-many-voices', 'card-too-many-places', 'menu-choose-first'],
  ...['own-add-not-taken', 'own-add-too-many', 'proxy-name-again', 'proxy-voice-only'],
  ...['first-words-village', 'first-words-agree', 'village-type-name'],
]

/** Somebody who chats with the bot, what they remember of it, and whether what is kept of them is what they said. */
export interface Person extends Memory {
  readonly id: number
  /** their first name, which is a token */
  readonly name: string
  readonly chance: Chance
  readonly surroundings: Surroundings
  /** what was added to each of their cases */
  readonly added: Map<string, Said[]>
  /** the committee's side, by the beginning of a submission's id */
  caseIds: Record<string, string>
  /** where they live */
  village: string
  /** to what is kept of them */
  agreed: boolean
  readonly seen: Remembered[]
  readonly receipts: string[]
  /** the tokens of all that they ever said */
  readonly spoke: Set<string>
  readonly story: string[]
  /** what words are for now, by what is on the screen */
  asked(): Exclude<Asks, { kind: 'end' | 'nothing' }> | null
  /** does not wait for the bot */
  sayAndGo(outgoing: Outgoing, afterSeconds?: number): Message[]
  /** waits for the bot, then all that was said is compared with all that is kept */
  say(outgoing: Outgoing, afterSeconds?: number): Promise<Message[]>
  command(text: string): Promise<void>
  press(button: Remembered, then?: () => void): Promise<void>
  edit(messageId: number, text: string): Promise<void>
  buttons(): Remembered[]
  settle(): Promise<void>
}

export function createPerson(name: string, village: string, surroundings: Surroundings): Person {
  const { telegram, witness, db, texts, chance } = surroundings
  const { world } = telegram
  const { id } = telegram.person({ firstName: name })
  const consumed = new Set<number>()
  /** where people may differ: the next look into the database says which it was */
  let open: { said: Said; places: Place[] }[] = []
  let refused: Said[] = []
  /** since the program was started, which knows no more of what it did before when that comes again */
  let quiet = 0
  let startsBefore = surroundings.starts()
  let lastAdded: { caseId: string; date: number } | null = null
  let submitting: { card: CardMemory; at: number } | null = null

  const screens = () =>
    witness
      .shown(id)
      .filter(({ message_id }) => !consumed.has(message_id))
      .map((message) => ({ message, asks: readScreen(texts, message) }))
  const asking = () => {
    for (const message of witness.shown(id)) {
      const asks = consumed.has(message.message_id) ? null : readScreen(texts, message)
      if (asks && asks.kind !== 'nothing') return { message, asks }
    }
    return undefined
  }
  const asked = () => {
    const asks = asking()?.asks
    if (asks?.kind === 'add' || asks?.kind === 'name' || asks?.kind === 'consent-voice') return asks
    const card = openCard(person)
    return card ? { kind: 'card' as const, tag: card.tag ?? '', at: card.at } : null
  }

  const placesOf = (said: Said): Place[] => {
    const asks = asked()
    const { text, part } = said
    if (!person.agreed) return [{ kind: 'nowhere' }]
    if (text !== null && !part && parseReceipt(text)?.valid) return [{ kind: 'nowhere' }]
    const adding = lastAdded && said.date - lastAdded.date <= 60 ? lastAdded : null
    const to = asks?.kind === 'add' ? asks.caseId : adding?.caseId
    if (to !== undefined) return [{ kind: mayAdd(to) ? 'case' : 'nowhere', caseId: to }]
    if (asks?.kind === 'name' || asks?.kind === 'consent-voice') return [{ kind: 'nowhere' }]
    const card = openCard(person)
    if (card) return placesIn(card, said)
    if (part?.kind === 'location' || !isSomething(said) || isCourtesy(text)) return [{ kind: 'nowhere' }]
    return [{ kind: 'new' }]
  }
  const mayAdd = (caseId: string) => (person.added.get(caseId) ?? []).length < MOST_ADDITIONS
  const isCourtesy = (text: string | null) => text !== null && /^(你好|您好|谢谢|在吗|辛苦了|好的)/.test(text)

  const keepAt = (place: Place, said: Said) => {
    if (place.kind === 'card') keepSaid(place.card, place.question, said)
    if (place.kind === 'new') {
      const card = newCard(id, { at: 'topic' })
      keepSaid(card, 'words', said)
      person.cards.push(card)
    }
    if (place.kind === 'case') {
      person.added.set(place.caseId, [...(person.added.get(place.caseId) ?? []), said])
      lastAdded = { caseId: place.caseId, date: said.date }
    }
  }

  const remember = (message: Message) => {
    const said = readSaid(message, openCard(person)?.at ?? '')
    const { part } = said
    for (const token of tokensIn(said.text ?? '')) person.spoke.add(token)
    const places = placesOf(said)
    const asks = asking()
    if (asks?.asks.kind === 'add') consumed.add(asks.message.message_id)
    person.story.push(
      `  ${said.text?.slice(0, 60) ?? part?.kind} (${message.message_id}) -> ${places.map(shownPlace).join(' or ')}`,
    )
    if (places.length > 1) open.push({ said, places })
    else if (places[0]) keepAt(places[0], said)
    if (!person.agreed && part?.kind !== 'location') person.first.push(said)
    if (asks?.asks.kind === 'consent-voice' && part?.kind === 'voice') submitWaiting(asks.asks.id)
    else if (places[0]?.kind === 'nowhere') refused.push(said)
  }

  const submitWaiting = (id: string) => {
    const card = person.cards.find(({ tag, fate }) => fate === 'waiting' && id.startsWith(tag ?? '-'))
    if (card) submitting = { card, at: witness.now() }
  }

  const dealtWith = () =>
    telegram.quiet(
      ({ message, edited_message, callback_query }) =>
        (message ?? edited_message)?.chat.id === id || callback_query?.from.id === id,
    )

  const resolve = (kept: Awaited<ReturnType<typeof readKept>>) => {
    for (const { said, places } of open) {
      const found = places.find((place) => {
        if (place.kind !== 'card') return false
        const row = kept.cards.find(({ tag }) => tag === place.card.tag)
        const text = place.question === 'words' ? row?.words : row?.wish
        const key = said.part && `${place.question} ${said.part.kind} ${said.part.key}`
        return key ? row?.parts.includes(key) : said.text !== null && text?.includes(said.text)
      })
      keepAt(found ?? places[0] ?? { kind: 'nowhere' }, said)
    }
    open = []
  }

  /** What the screens say by now: where the card stands, or what became of it. */
  const look = () => {
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
    if (submitting) {
      const { card: submitted, at } = submitting
      submitting = null
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
    for (const { asks } of screens()) {
      if (asks.kind !== 'card') continue
      if (now.tag === null && !person.cards.some(({ tag }) => tag === asks.tag)) now.tag = asks.tag
      if (now.tag !== asks.tag) continue
      now.at = asks.at
      return
    }
  }

  const compare = async () => {
    const kept = await readKept(db, id)
    resolve(kept)
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

  const person: Person = {
    id,
    personId: id,
    name,
    chance,
    surroundings,
    cards: [],
    added: new Map(),
    caseIds: {},
    first: [],
    village,
    agreed: false,
    now: () => Date.now() + telegram.aheadMs(),
    seen: [],
    receipts: [],
    spoke: new Set(tokensIn(name)),
    story: [],
    asked,
    buttons: () => {
      const message = witness.shown(id).find(({ reply_markup }) => reply_markup !== undefined)
      const about = openCard(person)?.tag ?? null
      return message ? buttonsOf(message).map((button) => ({ ...button, about })) : []
    },
    sayAndGo: (outgoing, afterSeconds = 0) => {
      telegram.later(afterSeconds)
      const messages = world.say(id, id, outgoing)
      for (const message of messages) remember(message)
      return messages
    },
    say: async (outgoing, afterSeconds) => {
      const messages = person.sayAndGo(outgoing, afterSeconds)
      await person.settle()
      return messages
    },
    command: async (text) => {
      const card = openCard(person)
      if (card) card.wandered = true
      lastAdded = null
      world.say(id, id, { text })
      await person.settle()
    },
    press: async (button, then) => {
      const { messageId, data, press, about } = button
      person.story.push(
        `  presses ${button.label} ${data} (about ${about}) at ${JSON.stringify(person.asked())}`,
      )
      const card = openCard(person)
      const isSubmit = press.kind === 'card' && /^submit/.test(press.press.type)
      if (card && isSubmit && press.draftTag === card.tag) submitting = { card, at: witness.now() }
      const answered = world.press(id, id, messageId, data, { stale: true })
      then?.()
      lastAdded = null
      rememberPress(person, press, about)
      await answered
      await person.settle()
    },
    edit: async (messageId, text) => {
      for (const card of person.cards)
        if (card.fate === 'open')
          for (const question of ['words', 'wish'] as const)
            card.said[question] = card.said[question].map((said) =>
              said.messageId === messageId && said.text !== null ? { ...said, text } : said,
            )
      for (const token of tokensIn(text)) person.spoke.add(token)
      world.edit(id, id, messageId, text)
      await person.settle()
    },
    settle: async () => {
      await dealtWith()
      look()
      await compare()
      quiet = startsBefore === surroundings.starts() ? quiet + 1 : 0
      startsBefore = surroundings.starts()
      if (quiet > REPEATED_WITHIN) expectSaidSo()
      refused = []
      expectNoDeadEnd()
    },
  }

  /** What was not taken is not passed over in silence. */
  const expectSaidSo = () => {
    const matters = refused.filter((said) => isSomething(said) && !isCourtesy(said.text))
    if (matters.length === 0 || matters.every(({ text }) => text !== null && parseReceipt(text))) return
    const shown = witness.shown(id).slice(0, 5)
    const hints = texts.locales.flatMap((locale) =>
      NOT_TAKEN.map((key) => texts.t(locale, key, { most: 20, n: 1 })),
    )
    const isSaid = shown.some(({ text = '' }) => hints.some((hint) => text.includes(hint)))
    if (!isSaid)
      throw new Error(
        `not kept, and not said so: ${JSON.stringify([matters, shown.map(({ text }) => text)])}`,
      )
  }

  /** One card in the chat, but where the program was killed right behind sending one; and something to do. */
  const expectNoDeadEnd = () => {
    const shown = witness.shown(id)
    const tag = openCard(person)?.tag
    const cards = shown.filter((message) =>
      buttonsOf(message).some(({ press }) => press.kind === 'card' && press.draftTag === tag),
    )
    expect(cards.length).toBeLessThanOrEqual(1 + surroundings.kills())
    const [newest] = shown
    if (newest?.text === undefined || newest.reply_markup) return
    expect(newest.text).toMatch(/打字|发|type|send|回执|receipt|[0-9A-Z]{4}-[0-9A-Z]{4}/i)
  }
  return person
}

function addedOf(all: readonly Said[]): { texts: string[]; parts: string[] } {
  return {
    texts: wholeTexts(all).flatMap((pieces) => textOf(pieces) ?? []),
    parts: all.flatMap(({ part }) => (part ? [`${part.kind} ${part.key}`] : [])),
  }
}

function shownPlace(place: Place): string {
  return place.kind === 'card' ? `${place.question} of ${place.card.tag}` : place.kind
}

export function readSaid(message: Message, askedAt: string): Said {
  const { message_id: messageId, date, voice, location } = message
  const photo = message.photo?.at(-1)
  const text = message.text ?? message.caption ?? null
  const part = voice
    ? ({ kind: 'voice', key: voice.file_id } as const)
    : photo
      ? ({ kind: 'photo', key: photo.file_id } as const)
      : location
        ? ({ kind: 'location', key: String(location.latitude) } as const)
        : null
  return { messageId, date, text, part, askedAt }
}
