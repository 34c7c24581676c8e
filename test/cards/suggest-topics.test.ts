import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { suggestTopics } from '../../src/cards/suggest-topics.ts'
import { cards } from '../../src/cards/topics.ts'
import { loadTexts } from '../../src/i18n/texts.ts'

const texts = loadTexts(join(import.meta.dirname, '..', '..', 'locales'), 'zh')

describe('a topic suggested from words', () => {
  it.each([
    ['zh', '村里卫生室的降压药常常断，要去县里买', 'healthcare', 'medicines'],
    ['zh', '孩子上学路远，盼着有校车接送', 'schooling', 'school_bus'],
    ['zh', '老人中午没地方吃饭，想有个助餐点', 'elder_care', 'meals'],
    ['zh', '村口的路灯坏了两个月，晚上黑得怕人', 'other', 'street_lights'],
    ['en', 'There is rubbish all along the river', 'other', 'waste'],
    ['en', 'The SCHOOL BUS is always late', 'schooling', 'school_bus'],
    ['en', 'My mother needs a handrail and a ramp', 'elder_care', 'barrier_free'],
  ])('%s: %s', (locale, words, topic, aspect) => {
    const [first] = suggestTopics(texts, locale, words)
    expect(first?.topic).toBe(topic)
    expect(first?.aspects[0]).toBe(aspect)
  })

  it('is sure only of an aspect that nothing else comes near, and never because of where it is', () => {
    const sure = (words: string) => suggestTopics(texts, 'zh', words)[0]?.sure
    expect(sure('卫生室没有降压药')).toEqual(['medicines'])
    expect(sure('学校离家太远')).toEqual([])
    expect(sure('卫生室漏雨，设备也旧')).toEqual(['clinic'])
  })

  it('does not take a word of the other cards for something else', () => {
    for (const [words, topic] of [
      ['上学路远，路上还滑', 'schooling'],
      ['老人家里没有电梯也没有扶手', 'elder_care'],
      ['卫生室的大夫说没药了', 'healthcare'],
    ] as const)
      expect(suggestTopics(texts, 'zh', words)[0]?.topic).toBe(topic)
  })

  it('offers every topic in the cards’ order where the words say nothing', () => {
    const topics = suggestTopics(texts, 'zh', '有件事想说说')
    expect(topics.map(({ topic }) => topic)).toEqual(cards.map(({ topic }) => topic))
    expect(topics.flatMap(({ aspects }) => aspects)).toEqual([])
  })
})
