import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aspectsOf, cards } from '../../src/cards/topics.ts'
import { caseStatuses } from '../../src/cases/statuses.ts'
import { loadTexts } from '../../src/i18n/texts.ts'

const root = join(import.meta.dirname, '..', '..')
const texts = loadTexts(join(root, 'locales'), 'zh')

function keysOf(locale: string): string[] {
  return filesBelow(join(root, 'locales', locale))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^([a-zA-Z][\w-]*) =/gm)])
    .flatMap(([, key]) => key ?? [])
    .sort()
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|ftl)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** What the program asks for: whole keys in quotes, and beginnings of keys that are put together at run time. */
function namedInCode(): { whole: Set<string>; beginnings: string[] } {
  const code = filesBelow(join(root, 'src'))
    .filter((file) => !file.includes('/playground/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const whole = [...code.matchAll(/['"`]([a-z][\w-]*)['"`]/g)].flatMap(([, key]) => key ?? [])
  const beginnings = [...code.matchAll(/`([a-z][\w-]*-)\$\{/g)].flatMap(([, beginning]) => beginning ?? [])
  const cardKeys = cards.flatMap((card) =>
    card.questions.flatMap((question) =>
      question.kind === 'words' ? [] : question.options.map((option) => `${question.labels}-${option.id}`),
    ),
  )
  return { whole: new Set([...whole, ...cardKeys]), beginnings }
}

describe('locales', () => {
  const keys = keysOf('zh')

  it.each(texts.locales.filter((locale) => locale !== 'zh'))('%s has the same keys as zh', (locale) => {
    expect(keysOf(locale)).toEqual(keys)
  })

  it('have no key twice', () => {
    expect(keys.filter((key, i) => keys[i + 1] === key)).toEqual([])
  })

  // Fluent leaves out what it cannot read
  it.each(texts.locales)('%s loses no key to a slip of the pen', (locale) => {
    const read = loadTexts(join(root, 'locales'), locale)
    expect(keysOf(locale).filter((key) => !read.has(key))).toEqual([])
  })

  it('have no key that the program does not use', () => {
    const { whole, beginnings } = namedInCode()
    const unused = keys.filter(
      (key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
    )
    expect(unused).toEqual([])
  })

  it('have every key that the program names', () => {
    const code = filesBelow(join(root, 'src'))
      .filter((file) => !file.includes('/playground/'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const asked = [
      ...code.matchAll(/(?:\bt|\.t|texts\.t)\(\s*(?:\w+(?:\.\w+)*,\s*)?'([a-z][\w-]*)'/g),
    ].flatMap(([, key]) => key ?? [])
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter((key) => !texts.has(key))).toEqual([])
  })

  it.each(texts.locales)('%s has every question, option and line of every card', (locale) => {
    for (const card of cards) {
      for (const key of [`topic-${card.topic}`, `topic-${card.topic}-short`])
        expect(texts.t(locale, key)).not.toBe('')
      for (const question of card.questions) {
        expect(texts.t(locale, `question-${question.id}`)).not.toBe('')
        expect(texts.t(locale, `line-${question.id}`)).not.toBe('')
        if (question.kind === 'words') continue
        for (const option of question.options)
          expect(texts.t(locale, `${question.labels}-${option.id}`)).not.toBe('')
      }
      expect(aspectsOf(card).at(-1)?.id).toBe('something_else')
      for (const { id } of aspectsOf(card).slice(0, -1))
        expect(texts.t(locale, `words-${card.topic}-${id}`)).not.toBe('')
    }
  })

  it.each(texts.locales)(
    '%s has words for every state of a case, for those who ask and for whose it is',
    (locale) => {
      for (const status of caseStatuses)
        for (const key of [`case-status-${status}`, `mine-status-${status}`])
          expect(texts.t(locale, key)).not.toBe('')
    },
  )

  it('say nothing that is longer than 120 characters in Chinese, what is filled in left aside', () => {
    const lengths = filesBelow(join(root, 'locales', 'zh'))
      .filter((file) => !file.endsWith('words.ftl'))
      .flatMap((file) => readFileSync(file, 'utf8').split(/^(?=[a-zA-Z][\w-]* =)/m))
      .map((entry) => entry.replaceAll(/^#.*$/gm, '').replaceAll(/\{[^}]*\}/g, ''))
      .map((entry) => ({
        key: entry.split(' =')[0],
        length: entry.split(' =').slice(1).join().trim().length,
      }))
    expect(lengths.length).toBeGreaterThan(200)
    expect(lengths.filter(({ length }) => length > 120)).toEqual([])
  })

  it.each(texts.locales)(
    '%s has a pictogram on every choice of a card, a verdict and what comes after',
    (locale) => {
      const isPictogram = (icon: string) => /^\p{Extended_Pictographic}/u.test(icon)
      const icons = cards.flatMap((card) => [
        card.icon,
        ...card.questions.flatMap((question) =>
          question.kind === 'words' ? [] : question.options.map(({ icon }) => icon),
        ),
      ])
      expect(icons.filter((icon) => !isPictogram(icon))).toEqual([])
      const said = keys.filter((key) => /^(verdict|contentment)-(?!question|thanks|too-late)/.test(key))
      expect(said.length).toBe(8)
      expect(said.filter((key) => !isPictogram(texts.t(locale, key)))).toEqual([])
    },
  )

  it('have no apostrophe in English that the fonts of Chinese phones draw as wide as a Chinese letter', () => {
    const wide = filesBelow(join(root, 'locales', 'en'))
      .filter((file) => !file.endsWith('/words.ftl'))
      .filter((file) => /[’＇]/.test(readFileSync(file, 'utf8')))
    expect(wide).toEqual([])
  })

  it('throw for a key that is nowhere, and for one whose argument is missing', () => {
    expect(() => texts.t('zh', 'no-such-key')).toThrow('no text for no-such-key')
    expect(() => texts.t('zh', 'mine-heading')).toThrow('mine-heading')
  })

  it('fall back to the default locale where a locale is not known', () => {
    expect(texts.t('fr', 'language-name')).toBe('中文')
  })
})
