import { describe, expect, it } from 'vitest'
import type { CardEvent } from '../../src/cards/card-event.ts'
import { type DraftState, MOST_IN_CARD, type Part, REVIEW } from '../../src/cards/draft-state.ts'
import { healthcare as card } from '../../src/cards/healthcare.ts'
import { startCard, stepCard } from '../../src/cards/step-card.ts'
import { messagesOf, wordsIn } from '../../src/cards/words-answer.ts'
import { countsWhenShown, ONE_ANSWER_SECONDS, questionFor } from '../../src/cards/words-question.ts'
import { fc } from '../support/properties.ts'

const open: DraftState = { ...startCard(card), at: 'words' }

function step(state: DraftState, event: CardEvent): DraftState {
  const stepped = stepCard(card, state, event)
  if (!stepped.ok) throw new Error(stepped.code)
  return stepped.state
}

/** A message as the bot takes it: for the question that it is for, or else the open one. */
function say(
  state: DraftState,
  messageId: number,
  text: string | null,
  date: number,
  part: Part | null = null,
) {
  const question = questionFor(card, state, { messageId, date, text, part })?.id ?? state.at
  return stepCard(card, state, { type: 'say', question, messageId, date, text, part })
}
function said(
  state: DraftState,
  messageId: number,
  text: string | null,
  date: number,
  part: Part | null = null,
) {
  const stepped = say(state, messageId, text, date, part)
  return stepped.ok ? stepped.state : state
}
const press = (state: DraftState, type: 'next' | 'skip' | 'back' | 'move' | 'ask_anew' | 'anew') =>
  step(state, { type, question: state.at })
const text = (state: DraftState, id: string) => wordsIn(state.answers[id]).text
const voice = (messageId: number, uniqueId?: string): Part => ({
  kind: 'voice',
  messageId,
  fileId: `voice ${messageId}`,
  ...(uniqueId ? { uniqueId } : {}),
})
const photo = (messageId: number): Part => ({ kind: 'photo', messageId, fileId: `photo ${messageId}` })
const place = (messageId: number): Part => ({ kind: 'location', messageId, latitude: 35, longitude: 110 })

describe('several short messages in a row', () => {
  it('are one answer, and the next question stays open', () => {
    const first = said(open, 1, '我娘九十了。', 100)
    expect(first.at).toBe('wish')
    const third = said(said(first, 3, '吃饭没人管。', 110), 5, '村里能不能管一顿？', 160)
    expect(text(third, 'words')).toBe('我娘九十了。\n吃饭没人管。\n村里能不能管一顿？')
    expect(third.at).toBe('wish')
    expect(third.answers.wish).toBeUndefined()
  })

  it('answer the next question from a minute on, or where a button was pressed in between', () => {
    const first = said(open, 1, '我娘九十了。', 100)
    expect(text(said(first, 3, '办个饭桌', 101 + ONE_ANSWER_SECONDS), 'wish')).toBe('办个饭桌')
    const pressed = press(press(first, 'back'), 'next')
    expect(text(said(pressed, 3, '办个饭桌', 110), 'wish')).toBe('办个饭桌')
  })

  it('are joined also at a question that has buttons, and on the review', () => {
    const wish = said(said(open, 1, '我娘九十了。', 100), 3, '办个饭桌', 200)
    expect(wish.at).toBe('urgency')
    const more = said(wish, 5, '中午一顿就行', 210)
    expect(text(more, 'wish')).toBe('办个饭桌\n中午一顿就行')
    expect(more.at).toBe('urgency')
    expect(say(wish, 5, '以后再说', 300)).toEqual({ ok: false, code: 'not_taken' })
    const review: DraftState = { ...press(wish, 'back'), at: REVIEW }
    expect(text(said(review, 9, '她腿脚不好', 900), 'words')).toBe('我娘九十了。\n她腿脚不好')
    expect(say(review, 9, '好', 900)).toMatchObject({ ok: false })
  })

  it('with a voice, a photo or a place among them go there, too', () => {
    const first = said(open, 1, '路烂了', 100)
    const spoken = said(first, 3, null, 110, voice(3))
    expect(spoken.at).toBe('wish')
    // the wish takes none: a photo that comes late is for the words
    const shown = said(said(spoken, 5, '就这里', 400, photo(5)), 7, null, 500, place(7))
    expect(shown.at).toBe('wish')
    expect(wordsIn(shown.answers.words)).toMatchObject({
      text: '路烂了\n就这里',
      parts: [{ kind: 'voice' }, { kind: 'photo' }, { kind: 'location' }],
    })
  })

  it('can be said to be the answer to the open question, in one press', () => {
    const shown = { at: 'wish', messageId: 2, date: 100 }
    const first = { ...said(open, 1, '我娘九十了。', 100), shown }
    const answered = press(said(said(first, 3, '办个饭桌', 120), 5, '中午一顿', 130), 'move')
    expect(text(answered, 'words')).toBe('我娘九十了。')
    expect(text(answered, 'wish')).toBe('办个饭桌\n中午一顿')
    expect(answered.at).toBe('urgency')
    expect(stepCard(card, first, { type: 'move', question: 'wish' })).toMatchObject({ ok: false })
  })

  it('are the same whatever the order in which they arrive', () => {
    const gaps = fc.array(fc.constantFrom(1, 30, ONE_ANSWER_SECONDS, ONE_ANSWER_SECONDS + 1, 500), {
      minLength: 1,
      maxLength: 5,
    })
    const arrivals = gaps.chain((seconds) => {
      const messages = seconds.map((_, i) => ({
        messageId: 2 * i + 1,
        date: seconds.slice(0, i + 1).reduce((sum, each) => sum + each, 1_000),
        text: `第${i}句`,
      }))
      // as many answers as there are questions left: what comes then is refused, in whichever order
      const answers = messages.filter(
        ({ date }, i) => i > 0 && date - (messages[i - 1]?.date ?? 0) > ONE_ANSWER_SECONDS,
      )
      return answers.length > 1
        ? fc.constant({ messages: messages.slice(0, 1), order: messages.slice(0, 1) })
        : fc
            // the first one leads on; where it comes last, nothing was shown in between, and all is one answer
            .shuffledSubarray(messages.slice(1), { minLength: messages.length - 1 })
            .map((rest) => ({ messages, order: [...messages.slice(0, 1), ...rest, ...rest] }))
    })
    const take = (messages: readonly { messageId: number; date: number; text: string }[]) =>
      messages.reduce((state, { messageId, date, text }) => said(state, messageId, text, date), open)
    fc.assert(
      fc.property(arrivals, ({ messages, order }) => {
        const [inOrder, shuffled] = [take(messages), take(order)]
        expect([text(shuffled, 'words'), text(shuffled, 'wish')]).toEqual([
          text(inOrder, 'words'),
          text(inOrder, 'wish'),
        ])
        expect(shuffled.at).toBe(inOrder.at)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('words that were sent before a question was shown', () => {
  it('are for the question before, however long its screen took', () => {
    const shown = { at: 'wish', messageId: 9, date: 400 }
    const first = { ...said(open, 1, '我娘九十了。', 100), shown }
    const second = said(first, 7, '吃饭没人管。', 390)
    expect(text(second, 'words')).toBe('我娘九十了。\n吃饭没人管。')
    expect(second.at).toBe('wish')
    expect(text(said(second, 11, '办个饭桌', 460), 'wish')).toBe('办个饭桌')
  })

  it('are so also where a button led to it, whose screen is an older message that was edited', () => {
    const pressed = press(said(open, 1, null, 100, photo(1)), 'next')
    const shown: DraftState = { ...pressed, shown: { at: 'wish', messageId: 2, date: 200 } }
    expect(text(said(shown, 5, '屋顶漏了', 199), 'words')).toBe('屋顶漏了')
    expect(text(said(shown, 5, '修屋顶', 200), 'wish')).toBe('修屋顶')
  })
})

describe('words that were sent when a question was left out and the next one was not yet shown', () => {
  const shown: DraftState = { ...press(open, 'skip'), shown: { at: 'wish', messageId: 2, date: 200 } }

  it('are for the one that was left out', () => {
    const after = said(shown, 5, '屋顶漏了', 199)
    expect([text(after, 'words'), text(after, 'wish'), after.at]).toEqual(['屋顶漏了', null, 'wish'])
    expect(text(said(after, 7, '修屋顶', 270), 'wish')).toBe('修屋顶')
  })

  it('are so also where the next one was shown before, and the person had come back', () => {
    const again = press(press(shown, 'back'), 'skip')
    expect(again.shown).toBeUndefined()
    const late: DraftState = { ...again, shown: { at: 'wish', messageId: 2, date: 300 } }
    expect(text(said(late, 5, '屋顶漏了', 299), 'words')).toBe('屋顶漏了')
  })

  it('are for the next one once it was shown', () => {
    expect(text(said(shown, 5, '修屋顶', 201), 'wish')).toBe('修屋顶')
  })
})

describe('a message that shows the open question', () => {
  it('counts as the first to do so where words led to the question, or it asks for words itself', () => {
    const wish = said(open, 1, '药断了', 100)
    expect(countsWhenShown(card, wish)).toBe(true)
    expect(countsWhenShown(card, press(open, 'skip'))).toBe(true)
    expect(countsWhenShown(card, said(wish, 9, '多进药', 200))).toBe(true)
  })

  it('does not where a button led to a question with buttons: it was in the card’s message before', () => {
    expect(countsWhenShown(card, press(said(open, 1, '药断了', 100), 'skip'))).toBe(false)
  })
})

describe('an answer that was given', () => {
  it('is not thrown away by going on, also not by an old "skip"', () => {
    const back = press(said(open, 1, '药不全', 100), 'back')
    expect(press(back, 'skip')).toMatchObject({ at: 'wish', answers: { words: { text: '药不全' } } })
    const chosen = step(
      { ...open, at: 'first_visit' },
      { type: 'choose', question: 'first_visit', value: 'county' },
    )
    const again = press(chosen, 'back')
    expect(press(again, 'skip').answers.first_visit).toEqual({ kind: 'choice', value: 'county' })
  })

  it('goes where the person says so twice', () => {
    const back = press(said(open, 1, '药不全', 100), 'back')
    expect(stepCard(card, back, { type: 'anew', question: 'words' })).toEqual({ ok: false, code: 'stale' })
    const asked = press(back, 'ask_anew')
    expect(press(asked, 'back')).toEqual(back)
    const anew = press(asked, 'anew')
    expect(anew).toMatchObject({ at: 'words' })
    expect(anew.answers.words).toBeUndefined()
    expect(text(said(anew, 9, '没有降压药', 300), 'words')).toBe('没有降压药')
    // who goes on talking meanwhile wants to keep it
    expect(text(said(asked, 9, '也没有胰岛素', 300), 'words')).toBe('药不全\n也没有胰岛素')
  })
})

describe('what piles up in a card', () => {
  it.each([
    ['voice', voice, 'too_many_voices'],
    ['photo', photo, 'too_many_photos'],
    ['location', place, 'too_many_places'],
  ] as const)('has an end that no human meets: %s', (kind, part, code) => {
    let state = open
    for (let id = 1; id <= MOST_IN_CARD[kind]; id += 1) state = said(state, id, null, 100, part(id))
    expect(messagesOf(state.answers.words)).toHaveLength(MOST_IN_CARD[kind])
    expect(say(state, 99, null, 100, part(99))).toEqual({ ok: false, code })
  })

  it('is no text beyond the length of an answer, also by an edit', () => {
    const most = said(open, 1, '长'.repeat(MOST_IN_CARD.text), 100)
    expect(say(most, 2, '多', 110)).toEqual({ ok: false, code: 'too_long' })
    const edited = { type: 'correct' as const, messageId: 1, text: '长'.repeat(MOST_IN_CARD.text + 1) }
    expect(stepCard(card, most, edited)).toEqual({ ok: false, code: 'too_long' })
  })

  it('is the same file once', () => {
    const once = said(open, 1, null, 100, voice(1, 'same'))
    expect(messagesOf(said(once, 3, null, 105, voice(3, 'same')).answers.words)).toHaveLength(1)
  })
})

describe('a voice or a place in a card without a name', () => {
  const review: DraftState = {
    ...said(said(open, 1, null, 100, voice(1)), 2, null, 110, place(2)),
    at: REVIEW,
  }

  it('can be kept from the village, or left out, from the review', () => {
    const kept = step(review, { type: 'keep_from_village', question: REVIEW })
    expect(kept).toMatchObject({ at: REVIEW, answers: { visibility: { value: 'township' } } })
    const without = step(review, { type: 'leave_out', question: REVIEW, value: 'voice' })
    expect(wordsIn(without.answers.words).parts).toMatchObject([{ kind: 'location' }])
    const empty = step(without, { type: 'leave_out', question: REVIEW, value: 'location' })
    expect(empty.answers.words).toBeUndefined()
  })
})
