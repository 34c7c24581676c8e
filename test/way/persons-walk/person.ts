import type { Message } from 'grammy/types'
import type pg from 'pg'
import { cardOf } from '../../../src/cards/topics.ts'
import type { Texts } from '../../../src/i18n/texts.ts'
import type { Outgoing } from '../../../src/playground/server/world/outgoing.ts'
import type { TelegramWorld } from '../../support/telegram-world.ts'
import { type Memory, openCard, rememberPress } from './after-press.ts'
import type { Chance } from './chance.ts'
import type { CardMemory, Place, Said, WordsQuestion } from './memory.ts'
import { type Asks, buttonsOf } from './read-screen.ts'
import { settle } from './settle.ts'
import { tokensIn } from './tokens.ts'
import { askedOf, keepAt, readSaid, rememberSaid } from './where-said.ts'
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

/** What somebody has in mind while they chat. */
interface Mind {
  /** screens whose question was answered; what stands in their place later is another */
  readonly consumed: Set<Message>
  /** where people may differ: the next look into the database says which it was */
  open: { said: Said; places: Place[] }[]
  /** what was not taken since the last look */
  refused: Said[]
  /** since the program was started, which knows no more of what it did before when that comes again */
  quiet: number
  startsBefore: number
  /** typed a receipt where something else was asked */
  looksUp: boolean
  lastAdded: { caseId: string; date: number } | null
  submitting: { card: CardMemory; at: number } | null
}

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
  readonly mind: Mind
  /** what words are for now, by what is on the screen */
  asked(): Exclude<Asks, { kind: 'end' | 'nothing' }> | null
  /** does not wait for the bot */
  sayAndGo(outgoing: Outgoing, afterSeconds?: number): Message[]
  /** waits for the bot, then all that was said is compared with all that is kept */
  say(outgoing: Outgoing, afterSeconds?: number): Promise<Message[]>
  command(text: string): Promise<void>
  press(button: Remembered, then?: () => void): Promise<void>
  /** says that while the screen behind that question is still on its way */
  pressAndSay(button: Remembered, question: WordsQuestion, text: string): Promise<void>
  edit(messageId: number, text: string): Promise<void>
  /** types the pictogram of a choice that is on the screen */
  typeLabel(): Promise<void>
  /** nothing that anybody could take */
  sendSticker(): Promise<void>
  buttons(): Remembered[]
  settle(): Promise<void>
}

export function createPerson(name: string, village: string, surroundings: Surroundings): Person {
  const { telegram, witness, chance } = surroundings
  const { world } = telegram
  const { id } = telegram.person({ firstName: name })
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
    mind: {
      consumed: new Set(),
      open: [],
      refused: [],
      quiet: 0,
      startsBefore: surroundings.starts(),
      looksUp: false,
      lastAdded: null,
      submitting: null,
    },
    asked: () => askedOf(person),
    buttons: () => {
      const message = witness.shown(id).find(({ reply_markup }) => reply_markup !== undefined)
      const about = openCard(person)?.tag ?? null
      return message ? buttonsOf(message).map((button) => ({ ...button, about })) : []
    },
    sayAndGo: (outgoing, afterSeconds = 0) => {
      telegram.later(afterSeconds)
      const messages = world.say(id, id, outgoing)
      for (const message of messages) rememberSaid(person, message)
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
      person.mind.lastAdded = null
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
      if (card && isSubmit && press.draftTag === card.tag)
        person.mind.submitting = { card, at: witness.now() }
      const answered = world.press(id, id, messageId, data, { stale: true })
      then?.()
      person.mind.lastAdded = null
      rememberPress(person, press, about)
      await answered
      await person.settle()
    },
    pressAndSay: async (button, question, text) => {
      const { messageId, data, press, about } = button
      const answered = world.press(id, id, messageId, data, { stale: true })
      telegram.later(3)
      const [message] = world.say(id, id, { text })
      telegram.later(3)
      if (!message) throw new Error('nothing was said')
      const card = openCard(person)
      const said = readSaid(message, card?.at ?? '')
      for (const token of tokensIn(text)) person.spoke.add(token)
      rememberPress(person, press, about)
      person.mind.lastAdded = null
      person.story.push(`  presses ${button.label} ${data} and says ${text}`)
      if (card && question === 'words') keepAt(person, { kind: 'card', card, question }, said)
      // whoever left out what comes before a question with buttons may be asked to press one
      else if (card)
        person.mind.open.push({ said, places: [{ kind: 'card', card, question }, { kind: 'nowhere' }] })
      await answered
      await person.settle()
    },
    typeLabel: async () => {
      const card = openCard(person)
      const question = cardOf(card?.topic ?? '')?.questions.find(({ id: each }) => each === card?.at)
      if (!card?.tag || askedOf(person)?.kind !== 'card' || !question || question.kind === 'words') return
      const option = chance.of(question.options)
      if (!option) return
      const type = question.kind === 'choice' ? 'choose' : 'tick'
      const press = { type, question: question.id, value: option.id } as const
      person.story.push(`  types ${option.icon} at ${question.id}`)
      telegram.later(61)
      world.say(id, id, { text: option.icon })
      person.mind.lastAdded = null
      rememberPress(person, { kind: 'card', draftTag: card.tag, press }, card.tag)
      await person.settle()
    },
    sendSticker: async () => {
      world.say(id, id, { sticker: '🌶' })
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
    settle: () => settle(person),
  }
  return person
}
