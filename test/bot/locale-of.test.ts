import { describe, expect, it } from 'vitest'
import { localeOf } from '../../src/bot/locale-of.ts'
import type { Texts } from '../../src/i18n/texts.ts'

const texts: Texts = {
  locales: ['zh', 'zh-Hant', 'en', 'yue'],
  defaultLocale: 'zh',
  t: () => '',
  has: () => true,
}

describe('the language of an answer', () => {
  it.each([
    ['zh-hans', 'zh'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-hant-TW', 'zh-Hant'],
    ['en-GB', 'en'],
    ['yue', 'yue'],
    ['yue_HK', 'yue'],
    ['fr', 'zh'],
    ['', 'zh'],
    [undefined, 'zh'],
  ])('for a client in %j is %s', (client, locale) => {
    expect(localeOf(texts, true, null, client)).toBe(locale)
  })

  it('is the default where all read it', () => {
    expect(localeOf(texts, false, null, 'en')).toBe('zh')
  })
})
