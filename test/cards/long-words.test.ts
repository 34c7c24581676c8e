import { describe, expect, it } from 'vitest'
import type { CardEvent } from '../../src/cards/card-event.ts'
import { type Answer, type DraftState, type Part, REVIEW } from '../../src/cards/draft-state.ts'
import { healthcare as card } from '../../src/cards/healthcare.ts'
import { startCard, stepCard } from '../../src/cards/step-card.ts'

const BEGINNING = '村'.repeat(4096)
const open: DraftState = { ...startCard(card), at: 'words' }

function step(state: DraftState, event: CardEvent): DraftState {
  const stepped = stepCard(card, state, event)
  if (!stepped.ok) throw new Error(stepped.code)
  return stepped.state
}
const say = (messageId: number, text: string, at = 'words', date = 100): CardEvent => ({
  type: 'say',
  question: at,
  messageId,
  date,
  text,
  part: null,
})
const photo = (messageId: number, at: string, date = 100, caption: string | null = null): CardEvent => {
  const part: Part = { kind: 'photo', messageId, fileId: `photo ${messageId}` }
  return { type: 'say', question: at, messageId, date, text: caption, part }
}
const words = (state: DraftState, id = 'words') => state.answers[id] as Extract<Answer, { kind: 'words' }>

describe('a text that a client had to cut', () => {
  it('is one answer, and the question behind it stays open', () => {
    const begun = step(open, say(1, BEGINNING))
    expect(begun.at).toBe('wish')
    const whole = step(begun, say(3, '到此为止', 'wish'))
    expect(whole.at).toBe('wish')
    expect(words(whole).text).toBe(`${BEGINNING}到此为止`)
    expect(whole.answers.wish).toBeUndefined()
    expect(step(whole, say(5, '一家卫生室', 'wish', 161)).answers.wish).toMatchObject({ text: '一家卫生室' })
  })

  it('is whole also where its pieces come in another order, or again', () => {
    for (const order of [
      [1, 2, 3],
      [3, 1, 2],
      [2, 3, 1],
      [3, 2, 1],
      [1, 3, 2, 1, 3],
    ]) {
      const texts = ['', BEGINNING, BEGINNING.replaceAll('村', '镇'), '完']
      const said = order.reduce((state, id) => step(state, say(id, texts[id] ?? '', state.at)), open)
      expect(said.at).toBe('wish')
      expect(words(said).text).toBe(texts.join(''))
    }
  })

  it('changes nothing when a piece comes once more', () => {
    const whole = step(step(open, say(1, BEGINNING)), say(2, '完', 'wish'))
    expect(step(whole, say(2, '完', 'wish'))).toEqual(whole)
    expect(step(whole, say(1, BEGINNING, 'wish'))).toEqual(whole)
    expect(stepCard(card, whole, say(9, '迟到的', 'words', 200))).toEqual({ ok: false, code: 'stale' })
  })

  it('is the wish, or a line that is changed from the review', () => {
    const wish = step({ ...open, at: 'wish' }, say(1, BEGINNING, 'wish'))
    expect(wish.at).toBe('urgency')
    expect(words(step(wish, say(2, '完', 'urgency')), 'wish').text).toBe(`${BEGINNING}完`)
    const editing = step({ ...open, at: REVIEW }, { type: 'change', question: 'words' })
    const changed = step(step(editing, say(1, BEGINNING)), say(2, '完', REVIEW))
    expect(changed.at).toBe(REVIEW)
    expect(words(changed).text).toBe(`${BEGINNING}完`)
  })

  it('is cut in no word where a button was pressed in between; what comes later stands on a line of its own', () => {
    const begun = step(open, say(1, BEGINNING))
    const back = step(begun, { type: 'back', question: 'wish' })
    expect(words(step(back, say(2, '完'))).text).toBe(`${BEGINNING}完`)
    expect(words(step(back, say(4, '另说', 'words', 190))).text).toBe(`${BEGINNING}\n另说`)
  })

  it('keeps photos that were sent along with it, in between or behind', () => {
    const begun = step(open, say(1, BEGINNING))
    const shown = step(step(begun, photo(2, 'wish')), say(3, '完', 'wish'))
    expect(words(shown)).toMatchObject({ text: `${BEGINNING}完`, parts: [{ messageId: 2 }] })
    expect(shown.at).toBe('wish')
  })

  it('follows an edit of each of its messages', () => {
    const whole = step(step(open, say(1, BEGINNING)), say(2, '完', 'wish'))
    const better = step(whole, { type: 'correct', messageId: 2, text: '就这些' })
    expect(words(better).text).toBe(`${BEGINNING}就这些`)
  })
})

describe('words between photos', () => {
  it('add up, so that no caption is lost', () => {
    const shown = step(step(open, photo(1, 'words', 100, '屋顶')), photo(2, 'words', 130, '墙'))
    const said = step(shown, say(3, '都漏了', 'words', 190))
    expect(words(said)).toMatchObject({
      text: '屋顶\n墙\n都漏了',
      parts: [{ messageId: 1 }, { messageId: 2 }],
    })
  })

  it('are added to the earlier ones when one went back to the question', () => {
    const said = step(open, say(1, '药不全'))
    const back = step(said, { type: 'back', question: 'wish' })
    expect(words(step(back, say(4, '降压药也没有', 'words', 130))).text).toBe('药不全\n降压药也没有')
  })

  it('join also an answer that was begun before messages were kept apart', () => {
    const old: Answer = { kind: 'words', text: '屋顶', textMessageId: 1, parts: [] }
    const state: DraftState = { ...open, speaking: 'words', answers: { words: old } }
    expect(words(step(state, say(3, '漏了'))).text).toBe('屋顶\n漏了')
    expect(words(step(state, { type: 'correct', messageId: 1, text: '房顶' })).text).toBe('房顶')
  })
})
