import { describe, expect, it } from 'vitest'
import type { CardDefinition } from '../../src/cards/card-definition.ts'
import type { CardEvent } from '../../src/cards/card-event.ts'
import { type Answer, type DraftState, draftStateSchema, REVIEW } from '../../src/cards/draft-state.ts'
import { fillCard } from '../../src/cards/filled-card.ts'
import { canFinish, startCard, stepCard } from '../../src/cards/step-card.ts'
import { cards } from '../../src/cards/topics.ts'
import { fc } from '../support/properties.ts'

function step(card: CardDefinition, state: DraftState, event: CardEvent): DraftState {
  const stepped = stepCard(card, state, event)
  if (!stepped.ok) throw new Error(stepped.code)
  return stepped.state
}

/** Answers the open question in the plainest way. */
function answer(card: CardDefinition, state: DraftState, messageId = 1): DraftState {
  const question = card.questions.find((each) => each.id === state.at)
  if (!question) throw new Error(`nothing is open at ${state.at}`)
  if (question.kind === 'words')
    return step(card, state, { type: 'say', question: question.id, messageId, text: 'words', part: null })
  const value = question.options[0]?.id ?? ''
  if (question.kind === 'choice') return step(card, state, { type: 'choose', question: question.id, value })
  const ticked = step(card, state, { type: 'tick', question: question.id, value })
  return step(card, ticked, { type: 'next', question: question.id })
}

describe.each(cards.map((card) => [card.topic, card] as const))('the card of %s', (_, card) => {
  it('leads from the first question to the review, one answer a question', () => {
    let state = startCard(card)
    for (const question of card.questions) {
      expect(state.at).toBe(question.id)
      state = answer(card, state)
    }
    expect(state.at).toBe(REVIEW)
  })

  it('goes back over every question to the first, keeping the answers, and no further', () => {
    let state = startCard(card)
    for (const _each of card.questions) state = answer(card, state)
    const { answers } = state
    for (const question of [...card.questions].reverse()) {
      state = step(card, state, { type: 'back', question: state.at })
      expect(state.at).toBe(question.id)
    }
    expect(state.answers).toEqual(answers)
    expect(stepCard(card, state, { type: 'back', question: state.at })).toEqual({
      ok: false,
      code: 'at_start',
    })
  })

  it('changes any line from the review and returns there', () => {
    let state = startCard(card)
    for (const _each of card.questions) state = answer(card, state)
    for (const question of card.questions) {
      const open = step(card, state, { type: 'change', question: question.id })
      expect(open).toMatchObject({ at: question.id, editing: true })
      expect(answer(card, open)).toMatchObject({ at: REVIEW, editing: false })
      expect(step(card, open, { type: 'back', question: question.id })).toEqual(state)
    }
  })

  it('can be finished once the satisfaction is known, with defaults for the rest', () => {
    let state = startCard(card)
    while (state.at !== 'satisfaction') {
      expect(canFinish(card, state)).toBe(false)
      state = answer(card, state)
    }
    expect(stepCard(card, state, { type: 'finish', question: 'satisfaction' })).toMatchObject({
      code: 'stale',
    })
    state = answer(card, state)
    state = step(card, state, { type: 'finish', question: state.at })
    expect(state.at).toBe(REVIEW)
    expect(fillCard(card, state)).toMatchObject({
      satisfaction: 5,
      urgency: 'not_said',
      visibility: 'committee',
    })
  })

  it('never moves on a press that was meant for another question', () => {
    const state = startCard(card)
    for (const question of card.questions.slice(1))
      for (const type of ['next', 'skip', 'back', 'finish'] as const)
        expect(stepCard(card, state, { type, question: question.id })).toEqual({ ok: false, code: 'stale' })
  })

  it('survives 2,000 random events: valid, somewhere, never with an answer that it does not offer', () => {
    const ids = [...card.questions.map((question) => question.id), REVIEW, 'gone']
    const values = card.questions.flatMap((question) =>
      question.kind === 'words' ? [] : question.options.map((option) => option.id),
    )
    const event = fc.record({
      type: fc.constantFrom(
        ...([
          'choose',
          'tick',
          'untick',
          'next',
          'skip',
          'back',
          'finish',
          'change',
          'say',
          'correct',
        ] as const),
      ),
      question: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      value: fc.constantFrom(...values),
      messageId: fc.nat(5),
      text: fc.option(fc.string({ maxLength: 9 })),
      part: fc.option(
        fc.constantFrom(
          { kind: 'voice' as const, messageId: 1, fileId: 'v' },
          { kind: 'photo' as const, messageId: 2, fileId: 'p' },
        ),
      ),
    })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 100 }), (events) => {
        let state = startCard(card)
        for (const drawn of events) {
          // half of the events are meant for the question that is open
          const next = { ...drawn, question: drawn.question ?? state.at } as unknown as CardEvent
          const stepped = stepCard(card, state, next)
          if (stepped.ok) state = stepped.state
          expect(draftStateSchema.safeParse(state).success).toBe(true)
          expect(ids.slice(0, -1)).toContain(state.at)
          for (const question of card.questions) {
            const given = state.answers[question.id]
            if (given && given.kind !== 'skipped') expect(given.kind).toBe(question.kind)
            if (given?.kind === 'skipped') expect(question.optional).toBe(true)
          }
        }
        // from wherever it is, the card can still be completed
        for (let i = 0; state.at !== REVIEW && i <= card.questions.length; i += 1)
          state = answer(card, state, 9)
        expect(state.at).toBe(REVIEW)
      }),
      { numRuns: 20 },
    )
  })
})

describe('ticking', () => {
  const [card] = cards
  if (!card) throw new Error('no cards')
  const open = { ...startCard(card), at: 'aspects' }
  const tick = (value: string): CardEvent => ({ type: 'tick', question: 'aspects', value })

  it('is the same twice as once, so that two presses at once do no harm', () => {
    const once = step(card, open, tick('medicines'))
    expect(step(card, once, tick('medicines'))).toEqual(once)
  })

  it('keeps the order of the card', () => {
    const both = step(card, step(card, open, tick('doctors')), tick('medicines'))
    expect(both.answers.aspects).toEqual({ kind: 'several', values: ['medicines', 'doctors'] })
  })

  it('wants at least one', () => {
    expect(stepCard(card, open, { type: 'next', question: 'aspects' })).toEqual({
      ok: false,
      code: 'pick_one',
    })
  })
})

describe('words', () => {
  const [card] = cards
  if (!card) throw new Error('no cards')
  const open = { ...startCard(card), at: 'words' }
  const photo = (messageId: number): CardEvent => ({
    type: 'say',
    question: 'words',
    messageId,
    text: null,
    part: { kind: 'photo', messageId, fileId: `photo ${messageId}` },
  })

  it('wait for "next" after photos and go on after text', () => {
    const withPhoto = step(card, open, photo(1))
    expect(withPhoto.at).toBe('words')
    const said = step(card, withPhoto, {
      type: 'say',
      question: 'words',
      messageId: 2,
      text: 'hello',
      part: null,
    })
    expect(said).toMatchObject({
      at: 'wish',
      answers: { words: { text: 'hello', parts: [{ kind: 'photo' }] } },
    })
  })

  it('take five photos and refuse the sixth, keeping the five', () => {
    let state: DraftState = open
    for (const id of [1, 2, 3, 4, 5]) state = step(card, state, photo(id))
    expect(stepCard(card, state, photo(6))).toEqual({ ok: false, code: 'too_many_photos' })
    expect(stepCard(card, state, photo(5))).toEqual({ ok: true, state })
  })

  describe('of an album, whose photos come one by one', () => {
    const inAlbum = (messageId: number, album: string): CardEvent => ({
      type: 'say',
      question: 'words',
      messageId,
      text: null,
      part: { kind: 'photo', messageId, fileId: `photo ${messageId}`, album },
    })
    const words = (state: DraftState) => state.answers.words as Extract<Answer, { kind: 'words' }>

    it('take the late ones where the first ones are, and leave the open question open', () => {
      const begun = step(card, open, inAlbum(1, 'A'))
      const movedOn = step(card, begun, { type: 'next', question: 'words' })
      const late = step(card, movedOn, inAlbum(2, 'A'))
      expect(late.at).toBe('wish')
      expect(words(late).parts.map((part) => part.messageId)).toEqual([1, 2])
      expect(step(card, late, inAlbum(2, 'A'))).toEqual(late)
      const reviewed = { ...late, at: REVIEW }
      expect(words(step(card, reviewed, inAlbum(3, 'A'))).parts).toHaveLength(3)
    })

    it('take no photo of another album for a question that is left', () => {
      const begun = step(card, open, inAlbum(1, 'A'))
      const movedOn = step(card, begun, { type: 'next', question: 'words' })
      expect(stepCard(card, movedOn, inAlbum(2, 'B'))).toEqual({ ok: false, code: 'stale' })
    })

    it('take five of them, late or not', () => {
      let state = open as DraftState
      for (const id of [1, 2, 3, 4]) state = step(card, state, inAlbum(id, 'A'))
      state = step(card, state, { type: 'next', question: 'words' })
      state = step(card, state, inAlbum(5, 'A'))
      expect(stepCard(card, state, inAlbum(6, 'A'))).toEqual({ ok: false, code: 'too_many_photos' })
    })
  })

  it('follow an edit of the message that they came in, and of no other', () => {
    const said = step(card, open, { type: 'say', question: 'words', messageId: 7, text: 'helo', part: null })
    const corrected = step(card, said, { type: 'correct', messageId: 7, text: 'hello' })
    expect(corrected.answers.words).toMatchObject({ text: 'hello' })
    expect(corrected.at).toBe('wish')
    expect(stepCard(card, said, { type: 'correct', messageId: 8, text: 'x' })).toMatchObject({ ok: false })
  })

  it('of the wish take no photo', () => {
    const event: CardEvent = { ...photo(1), question: 'wish' } as CardEvent
    expect(stepCard(card, { ...open, at: 'wish' }, event)).toEqual({ ok: false, code: 'not_taken' })
  })
})
