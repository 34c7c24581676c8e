import { describe, expect, it } from 'vitest'
import type { CardDefinition } from '../../src/cards/card-definition.ts'
import { aboutQuestion, satisfactionQuestion, wordsQuestion } from '../../src/cards/common-questions.ts'
import { fitToCard } from '../../src/feedback/fit-to-card.ts'

const card: CardDefinition = {
  topic: 'healthcare',
  icon: '🏥',
  version: 2,
  concernsHealth: true,
  questions: [aboutQuestion, satisfactionQuestion, wordsQuestion],
}

describe('a draft from before its card changed', () => {
  it('keeps the answers that still fit and leaves out the others', () => {
    const fitted = fitToCard(card, {
      at: 'words',
      editing: false,
      answers: {
        about: { kind: 'choice', value: 'a choice that is gone' },
        satisfaction: { kind: 'choice', value: '3' },
        gone: { kind: 'choice', value: 'x' },
      },
    })
    expect(fitted).toEqual({
      at: 'words',
      editing: false,
      answers: { satisfaction: { kind: 'choice', value: '3' } },
    })
  })

  it('opens the first question without an answer where the open one is gone', () => {
    const fitted = fitToCard(card, {
      at: 'gone',
      editing: false,
      answers: { about: { kind: 'choice', value: 'me' } },
    })
    expect(fitted.at).toBe('satisfaction')
  })
})
