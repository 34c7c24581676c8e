import { describe, expect, it } from 'vitest'
import { cards } from '../../src/cards/topics.ts'
import { recordableScreens, screenOfCard } from '../../src/recordings/recordable-screens.ts'

describe('what can be read aloud', () => {
  const screens = recordableScreens().map(({ screen }) => screen)

  it('is each screen once: the welcome, the menu, every question, the review', () => {
    expect(new Set(screens).size).toBe(screens.length)
    expect(screens.slice(0, 2)).toEqual(['consent', 'menu'])
    expect(screens.at(-1)).toBe('review')
    for (const card of cards)
      for (const question of card.questions)
        expect(screens.filter((each) => each === screenOfCard(card, question.id))).toHaveLength(1)
  })

  it('is recorded once where all cards ask the same, and for each topic where the choices differ', () => {
    const keys = (id: string) => [...new Set(cards.map((card) => screenOfCard(card, id)))]
    for (const id of ['about', 'satisfaction', 'words', 'wish', 'urgency', 'visibility'])
      expect(keys(id)).toEqual([id])
    expect(keys('aspects')).toEqual(cards.map(({ topic }) => `${topic}.aspects`))
    expect(screens).toContain('healthcare.first_visit')
    expect(screens).not.toContain('first_visit')
  })

  it('is nothing where a card asks which topic', () => {
    for (const card of cards) expect(screenOfCard(card, 'topic')).toBeNull()
  })
})
