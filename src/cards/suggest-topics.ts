import type { Texts } from '../i18n/texts.ts'
import { aspectsOf, cards } from './topics.ts'

/** A single letter (药) may be part of any word. */
const SURE_LETTERS = 2

export interface TopicSuggestion {
  topic: string
  /** the aspects whose words were found, most first; without "something else" */
  aspects: string[]
  /** those of them that nothing else comes near: only they are worth ticking beforehand */
  sure: string[]
}

/**
 * Which topics somebody's words may be about, likeliest first, and which aspects: by word lists in the locales
 * (`words-<topic>-<aspect>`, separated by commas; those of "something else" tell of the topic only, as a place does). A
 * suggestion only, all topics are always there. Pure.
 */
export function suggestTopics(texts: Texts, locale: string, words: string): TopicSuggestion[] {
  const said = words.normalize('NFKC').toLowerCase()
  return cards
    .map((card, place) => {
      const all = aspectsOf(card)
        .map(({ id }) => ({ id, times: timesSaid(texts.t(locale, `words-${card.topic}-${id}`), said) }))
        .filter(({ times }) => times > 0)
        .sort((a, b) => b.times - a.times)
      const times = all.reduce((sum, aspect) => sum + aspect.times, 0)
      const found = all.filter(({ id }) => id !== 'something_else')
      const best = found[0]?.times ?? 0
      const sure = found.filter((aspect) => aspect.times >= SURE_LETTERS && aspect.times * 2 > best)
      return { topic: card.topic, aspects: ids(found), sure: ids(sure), times, place }
    })
    .sort((a, b) => b.times - a.times || a.place - b.place)
    .map(({ topic, aspects, sure }) => ({ topic, aspects, sure }))
}

const ids = (aspects: { id: string }[]) => aspects.map(({ id }) => id)

/** Longer words tell more: each counts by its letters. */
function timesSaid(list: string, said: string): number {
  return list
    .split(/[,，]/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
    .reduce((sum, word) => sum + (said.split(word).length - 1) * [...word].length, 0)
}
