import type { Texts } from '../i18n/texts.ts'
import { aspectsOf, cards } from './topics.ts'

export interface TopicSuggestion {
  topic: string
  /** the aspects whose words were found, most first; without "something else" */
  aspects: string[]
}

/**
 * Which topics somebody's words may be about, likeliest first, and which aspects: by word lists in the locales
 * (`words-<topic>-<aspect>`, separated by commas). A suggestion only, all topics are always there. Pure.
 */
export function suggestTopics(texts: Texts, locale: string, words: string): TopicSuggestion[] {
  const said = words.normalize('NFKC').toLowerCase()
  return cards
    .map((card, place) => {
      const found = aspectsOf(card)
        .filter(({ id }) => id !== 'something_else')
        .map(({ id }) => ({ id, times: timesSaid(texts.t(locale, `words-${card.topic}-${id}`), said) }))
        .filter(({ times }) => times > 0)
        .sort((a, b) => b.times - a.times)
      const times = found.reduce((sum, aspect) => sum + aspect.times, 0)
      return { topic: card.topic, aspects: found.map(({ id }) => id), times, place }
    })
    .sort((a, b) => b.times - a.times || a.place - b.place)
    .map(({ topic, aspects }) => ({ topic, aspects }))
}

/** Longer words tell more: each counts by its letters. */
function timesSaid(list: string, said: string): number {
  return list
    .split(/[,，]/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
    .reduce((sum, word) => sum + (said.split(word).length - 1) * [...word].length, 0)
}
