import type pg from 'pg'
import { expect } from 'vitest'
import { cardScreen } from '../../../src/cards/card-screen.ts'
import { cardOf } from '../../../src/cards/topics.ts'
import type { Texts } from '../../../src/i18n/texts.ts'
import type { Outgoing } from '../../../src/playground/server/world/outgoing.ts'
import { decodePress, draftTag, encodePress, type Press } from '../../../src/presses/callback-data.ts'
import type { Actor, SeenButton } from '../../support/actor.ts'
import type { TelegramWorld } from '../../support/telegram-world.ts'
import { afterEdit, afterPress, afterSaying, afterSayingEarly, type Model, type Said } from './model.ts'
import type { WalkStep } from './steps.ts'
import { cardOfFacts, cardOfModel, readFacts, rowOfModel, type WalkFacts } from './walk-facts.ts'

/** Longer than this a text is cut, and what comes right behind it belongs to it. */
const LONG = 2048
/** An answer has an end, which a text in several messages would come to in the middle. */
const MOST_SAID = 8000
/** What a walker presses: all of the card, and what leads to it; not what leaves the village or erases everything. */
const PRESSED = ['card', 'menu', 'topic', 'resume', 'drop-draft', 'mine', 'own-case', 'mute', 'language']

/** A second card would not be farther up than this. */
const RECENT = 40

export interface Surroundings {
  telegram: TelegramWorld
  db: pg.Pool
  texts: Texts
  photo: Buffer
  voice: Buffer
  restart(hard: boolean): Promise<void>
  /** how often it was killed so far */
  kills(): number
}

/** What was said after a screen was shown the model does not know: it leaves "that was the answer to this one" alone. */
function isPressed(press: Press | null): boolean {
  if (press?.kind === 'card' && press.press.type === 'move') return false
  return press !== null && PRESSED.includes(press.kind)
}

export interface Walker {
  /** nothing happens where there is nothing of the kind to do now */
  take(step: WalkStep): Promise<void>
  /** from wherever they are: fills the card to its end */
  complete(): Promise<void>
  /** presses and messages so far */
  readonly taken: number
  /** in words, for whoever has to understand a failure */
  story(): string
}

/** Somebody who wanders through the product, and what must be true after each of their steps. */
export function createWalker(
  actor: Actor,
  { telegram, db, texts, photo, voice, restart, kills }: Surroundings,
): Walker {
  let model: Model = { card: null, submitted: [], guardian: false }
  const seen: SeenButton[] = []
  const story: string[] = []

  const buttons = (): SeenButton[] => {
    const { message, messageId } = actor.screen()
    const all = message.reply_markup?.inline_keyboard.flat() ?? []
    return all
      .flatMap((each) =>
        'callback_data' in each ? [{ messageId, label: each.text, data: each.callback_data }] : [],
      )
      .filter(({ data }) => isPressed(decodePress(data)))
  }
  const chosen = <T>(from: readonly T[], pick: number): T | undefined => from[pick % from.length]
  const press = (from: Model, button: SeenButton) => afterPress(from, decodePress(button.data))

  /** The database says which of the possible outcomes it was; then it must be what is shown. */
  const settle = async (...possible: Model[]): Promise<void> => {
    const facts = await readFacts(db, actor.id)
    const wanted = possible.map((each) => adopt(each, facts))
    const found = wanted.find(
      (each) =>
        same(cardOfModel(each.card), cardOfFacts(facts)) &&
        each.submitted.length === facts.submissions.length,
    )
    if (!found) {
      expect(cardOfFacts(facts)).toEqual(cardOfModel(wanted[0]?.card ?? null))
      expect(facts.submissions).toHaveLength(wanted[0]?.submitted.length ?? 0)
    }
    model = found ?? model
    expect(facts.submissions).toEqual(model.submitted.map(rowOfModel))
    expectShown(facts)
    for (const button of buttons()) if (!seen.some(({ data }) => data === button.data)) seen.push(button)
  }

  const expectShown = ({ draft }: WalkFacts) => {
    const { labels, text } = actor.screen()
    // no dead end: something to press, or words are asked for
    if (labels.length === 0) expect(text).toMatch(/打字|发|type|send/i)
    if (!draft) return
    const card = cardOf(draft.topic)
    const shown = draft.messageId === null ? undefined : telegram.world.message(actor.chatId, draft.messageId)
    if (!card || !shown?.text) throw new Error(`the card is shown nowhere: ${JSON.stringify(draft)}`)
    const titles = texts.locales.flatMap((locale) => [
      cardScreen({ texts, locale }, card, draft.state, '').title,
      ...(draft.state.at === 'review' ? [texts.t(locale, 'card-change-title')] : []),
    ])
    const isMenuByNow = !shown.reply_markup?.inline_keyboard
      .flat()
      .some((each) => 'callback_data' in each && each.callback_data.startsWith('c:'))
    if (!isMenuByNow) expect(titles.filter((title) => shown.text?.includes(title))).not.toEqual([])
    const ofCard = `c:${draft.id.slice(0, 8)}`
    // what /cancel says bears a button that gives the card up, and is none
    const givesUp = encodePress({ kind: 'card', draftTag: draftTag(draft.id), press: { type: 'discard' } })
    const cards = telegram.world
      .history(actor.chatId, RECENT)
      .filter(({ reply_markup }) =>
        (reply_markup?.inline_keyboard ?? [])
          .flat()
          .some(
            (each) =>
              'callback_data' in each &&
              each.callback_data.startsWith(ofCard) &&
              each.callback_data !== givesUp,
          ),
      )
    // killed between sending a card and noting where it is, it sends another: nobody knows of the first
    expect(cards.length).toBeLessThanOrEqual(1 + kills())
  }

  const say = async (text: string, option?: string) => {
    const before = model
    const { message_id: id } = await actor.send({ text })
    await settle(afterSaying(before, { id, text, part: null, ...(option ? { option } : {}) }))
  }
  const sendParts = async (outgoing: Outgoing, said: Omit<Said, 'id'>[]) => {
    const { message_id: id } = await actor.send(outgoing)
    await telegram.quiet((update) => update.message?.chat.id === actor.chatId)
    await settle(said.reduce((from, each) => afterSaying(from, { ...each, id }), model))
  }
  /** right behind a text that was cut anything that is said would be its rest */
  const mustBeSilent = () => {
    const spoken = (model.card?.spoken ?? []).map((id) => model.card?.answers[id])
    return spoken.some(
      (answer) => answer?.kind === 'words' && answer.texts.some(({ text }) => text.length > LONG),
    )
  }

  const lettersSaid = () =>
    Object.values(model.card?.answers ?? {})
      .flatMap((answer) => (answer.kind === 'words' ? answer.texts : []))
      .reduce((sum, { text }) => sum + text.length, 0)

  const act = async (step: WalkStep): Promise<void> => {
    switch (step.do) {
      case 'press':
      case 'press-twice': {
        const button = chosen(buttons(), step.pick)
        if (!button) return
        const twice = step.do === 'press-twice'
        await Promise.all([actor.pressSeen(button), ...(twice ? [actor.pressSeen(button)] : [])])
        const once = press(model, button)
        await settle(twice ? press(once, button) : once)
        return
      }
      case 'press-old': {
        const button = chosen(seen, step.pick)
        if (!button) return
        story.push(button.data)
        await actor.pressSeen(button)
        await settle(press(model, button))
        return
      }
      case 'press-and-say': {
        const button = chosen(buttons(), step.pick)
        if (!button || mustBeSilent()) return
        const pressed = actor.pressSeen(button)
        const message = actor.sendAndLeave({ text: step.text })
        await pressed
        await telegram.quiet((update) => update.message?.chat.id === actor.chatId)
        const said: Said = { id: message.message_id, text: step.text, part: null }
        const pressedFirst = press(model, button)
        await settle(
          afterSaying(pressedFirst, said),
          press(afterSaying(model, said), button),
          afterSayingEarly(pressedFirst, said),
        )
        return
      }
      case 'say':
        if (mustBeSilent()) return
        await say(step.text)
        return
      case 'say-long':
        if (mustBeSilent()) return
        if (lettersSaid() > MOST_SAID) return
        await say(step.text.replace(/\s/g, '').repeat(300))
        return
      case 'type-label': {
        if (mustBeSilent() || !model.card) return
        const question = cardOf(model.card.topic ?? '')?.questions.find(({ id }) => id === model.card?.at)
        if (!question || question.kind === 'words') return
        const option = chosen(question.options, step.pick)
        if (!option) return
        await say(option.icon, option.id)
        return
      }
      case 'edit': {
        const texts = Object.values(model.card?.answers ?? {}).flatMap((answer) =>
          answer.kind === 'words' ? answer.texts.filter(({ text }) => text.length < LONG) : [],
        )
        const old = chosen(texts, step.pick)
        if (!old) return
        await actor.edit(old.id, step.text)
        await settle(afterEdit(model, old.id, step.text))
        return
      }
      case 'photos': {
        if (mustBeSilent()) return
        const caption = step.caption === null ? {} : { caption: step.caption }
        const outgoing = { photos: Array.from({ length: step.count }, () => photo), ...caption }
        await sendParts(
          outgoing,
          Array.from({ length: step.count }, (_, i) => ({
            text: i === 0 ? step.caption : null,
            part: 'photo',
          })),
        )
        return
      }
      case 'voice':
        if (mustBeSilent()) return
        await sendParts({ voice }, [{ text: null, part: 'voice' }])
        return
      case 'place':
        if (mustBeSilent()) return
        await sendParts({ location: { latitude: 35.4, longitude: 110.8 } }, [
          { text: null, part: 'location' },
        ])
        return
      case 'sticker':
        await actor.send({ sticker: '🌶' })
        await settle(model)
        return
      case 'command':
        await actor.say(step.command)
        await settle(model)
        return
      case 'restart':
      case 'kill':
        await restart(step.do === 'kill')
        await settle(model)
        return
    }
  }

  return {
    take: async (step) => {
      story.push(`${JSON.stringify(step)} at ${model.card?.topic ?? '-'} ${model.card?.at ?? '-'}`)
      await act(step)
    },
    complete: async () => {
      const submitted = model.submitted.length
      await actor.say('/feedback')
      await settle(model)
      for (let presses = 0; model.submitted.length === submitted; presses += 1) {
        if (presses > 40)
          throw new Error(`the card does not come to its end: ${JSON.stringify(actor.screen())}`)
        const all = buttons()
        const wanted = ['✅ 提交', '✅ Submit', '接着填', 'Go on', '就这些', 'That’s all', '下一步', 'Next']
        const found =
          wanted.map((label) => all.find((each) => each.label.includes(label))).find(Boolean) ??
          all.find(({ data }) => /^(c:.{8}:[cto]:|t:)/.test(data)) ??
          all.find(({ data }) => /^c:.{8}:s:/.test(data))
        // a command that came again shows its screen again
        if (!found) {
          await actor.say('/feedback')
          continue
        }
        story.push(`on by ${found.label}`)
        await actor.pressSeen(found)
        await settle(press(model, found))
      }
    },
    get taken() {
      return actor.interactions
    },
    story: () => story.join('\n'),
  }
}

/** What the model cannot know: the id of a fresh card, and which aspects the words suggested. */
function adopt(model: Model, { draft }: WalkFacts): Model {
  const { card } = model
  if (!card || !draft) return model
  const aspects = draft.state.answers.aspects
  const wasSorted = card.topic !== null && card.at === 'review' && !card.answers.aspects
  const suggested = aspects?.kind === 'several' && {
    aspects: { kind: 'several' as const, values: [...aspects.values].sort() },
  }
  return {
    ...model,
    card: {
      ...card,
      tag: card.tag ?? draft.id.slice(0, 8),
      answers: { ...card.answers, ...(wasSorted && suggested ? suggested : {}) },
    },
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, each]) => [key, sorted(each)]),
      )
    : value
