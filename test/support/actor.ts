import type { Message, Update } from 'grammy/types'
import type { LocalTelegram } from '../../src/playground/server/create-local-telegram.ts'
import type { Outgoing } from '../../src/playground/server/world/outgoing.ts'
import { until } from './until.ts'

type PressAnswer = Awaited<ReturnType<LocalTelegram['world']['press']>>

/** A button that can be pressed also when it is gone: somebody's screen was behind. */
export interface SeenButton {
  messageId: number
  label: string
  data: string
}

/** What somebody sees below everything else: the newest message of the bot. */
export interface Screen {
  messageId: number
  text: string
  labels: string[]
  message: Message
}

/**
 * Somebody in one chat, acting as people do: by what they can see. Saying and pressing wait until the bot has dealt with
 * it: its update is confirmed, which it is only when everything that it shows has been sent.
 */
export interface Actor {
  readonly id: number
  readonly chatId: number
  /** how many messages this person has sent and buttons pressed here */
  readonly interactions: number
  /** the same person in another chat */
  in(chatId: number): Actor
  say(text: string, options?: { replyTo?: number }): Promise<Message>
  /** in reply to the newest message of the bot */
  reply(outgoing: string | Outgoing): Promise<Message>
  /** anything that can be sent, so many seconds later by this person's clock */
  send(outgoing: Outgoing & Later): Promise<Message>
  /** the same, but does not wait for the bot */
  sendAndLeave(outgoing: Outgoing & Later): Message
  /** opens t.me/<bot>?start=<payload> */
  openLink(payload: string): Promise<void>
  /** changes the words of a message of their own */
  edit(messageId: number, text: string): Promise<void>
  /** presses the button of the newest message that has any; throws with the labels there are where none fits */
  press(label: RegExp | string): Promise<PressAnswer>
  /** the same, but does not wait for the bot */
  pressAndLeave(label: RegExp | string): Promise<PressAnswer>
  /** the button as it is now, to be pressed later */
  button(label: RegExp | string): SeenButton
  /** presses a button that was seen earlier, whether or not it is still there */
  pressSeen(button: SeenButton): Promise<PressAnswer>
  screen(): Screen
  /** everything in the chat, oldest first */
  messages(): Message[]
  /** waits for a message of the bot whose words fit: something that comes by itself */
  waitFor(words: RegExp): Promise<Message>
}

/** People take their time between two answers; what comes at once is one. */
export interface Later {
  afterSeconds?: number
}

interface Surroundings {
  /** puts this person's clock forward */
  later(seconds: number): void
  /** does something at the time that it is for this person */
  byOwnClock<Result>(act: () => Result): Result
  world: LocalTelegram['world']
  quiet(which?: (update: Update) => boolean): Promise<void>
}

/** Among so many messages is nearly always the one that counts. */
const FEW = 10

export function actorIn(surroundings: Surroundings, id: number, chatId: number): Actor {
  const { world, quiet, later, byOwnClock } = surroundings
  const own = new Set<number>()
  let interactions = 0

  /** Runs what makes updates and gives their ids; the program may take them any moment, but not within this call. */
  const updatesOf = (act: () => void): Set<number> => {
    const before = new Set(world.pendingUpdates().map((update) => update.update_id))
    byOwnClock(act)
    return new Set(
      world
        .pendingUpdates()
        .map((update) => update.update_id)
        .filter((each) => !before.has(each)),
    )
  }
  const dealtWith = (ids: Set<number>) => quiet((update) => ids.has(update.update_id))
  const fromBot = (message: Message) => !own.has(message.message_id) && message.from?.is_bot !== false
  /** from the end: a chat may be long, and this is asked after every step */
  const newest = (fits: (message: Message) => boolean) =>
    world.history(chatId, FEW).findLast(fits) ?? world.history(chatId).findLast(fits)
  const newestWithButtons = () =>
    newest((message) => fromBot(message) && message.reply_markup?.inline_keyboard !== undefined)

  const button = (label: RegExp | string): SeenButton => {
    const message = newestWithButtons()
    const buttons = buttonsOf(message)
    const found = buttons.find((each) => fits(each.label, label))
    if (!message || !found)
      throw new Error(
        `no button ${label} below ${JSON.stringify(textOf(message))}; there are ${JSON.stringify(buttons.map((each) => each.label))}`,
      )
    return { messageId: message.message_id, ...found }
  }
  const pressNow = async ({ messageId, data }: SeenButton, wait: boolean): Promise<PressAnswer> => {
    interactions += 1
    let answer: Promise<PressAnswer> | undefined
    const updates = updatesOf(() => {
      answer = world.press(id, chatId, messageId, data, { stale: true })
    })
    if (!answer) throw new Error('nothing was pressed')
    if (wait) await dealtWith(updates)
    return await answer
  }
  const say = (outgoing: Outgoing, options?: { replyTo?: number }): Message => {
    interactions += 1
    const [message] = byOwnClock(() => world.say(id, chatId, outgoing, options))
    if (!message) throw new Error('nothing was said')
    own.add(message.message_id)
    return message
  }
  const sayAndWait = async (outgoing: Outgoing, options?: { replyTo?: number }): Promise<Message> => {
    let message: Message | undefined
    const updates = updatesOf(() => {
      message = say(outgoing, options)
    })
    await dealtWith(updates)
    if (!message) throw new Error('nothing was said')
    return message
  }

  return {
    id,
    chatId,
    get interactions() {
      return interactions
    },
    in: (other) => actorIn(surroundings, id, other),
    say: async (text, options) => await sayAndWait({ text }, options),
    reply: async (outgoing) =>
      await sayAndWait(typeof outgoing === 'string' ? { text: outgoing } : outgoing, {
        replyTo: newest(fromBot)?.message_id,
      }),
    send: async ({ afterSeconds = 0, ...outgoing }) => {
      later(afterSeconds)
      return await sayAndWait(outgoing)
    },
    sendAndLeave: ({ afterSeconds = 0, ...outgoing }) => {
      later(afterSeconds)
      return say(outgoing)
    },
    openLink: async (payload) => {
      interactions += 1
      await dealtWith(updatesOf(() => own.add(world.deepLink(id, payload).message_id)))
    },
    edit: async (messageId, text) => {
      await dealtWith(updatesOf(() => world.edit(id, chatId, messageId, text)))
    },
    press: (label) => pressNow(button(label), true),
    pressAndLeave: (label) => pressNow(button(label), false),
    button,
    pressSeen: (seen) => pressNow(seen, true),
    screen: () => {
      const message = newest(fromBot)
      if (!message) throw new Error('the bot has said nothing here')
      const labels = buttonsOf(message).map((each) => each.label)
      return { messageId: message.message_id, text: textOf(message), labels, message }
    },
    messages: () => world.history(chatId),
    waitFor: async (words) =>
      await until(() => world.history(chatId).find((each) => fromBot(each) && words.test(textOf(each))), {
        what: () => `${words} in ${JSON.stringify(world.history(chatId).map(textOf))}`,
        within: 30_000,
      }),
  }
}

function textOf(message: Message | undefined): string {
  return message?.text ?? message?.caption ?? ''
}

function buttonsOf(message: Message | undefined): { label: string; data: string }[] {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? []
  return buttons.flatMap((each) =>
    'callback_data' in each ? [{ label: each.text, data: each.callback_data }] : [],
  )
}

function fits(label: string, wanted: RegExp | string): boolean {
  return typeof wanted === 'string' ? label.includes(wanted) : wanted.test(label)
}
