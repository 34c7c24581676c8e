import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { courtesyOf } from '../../src/cards/courtesy-of.ts'
import { saysEmergency } from '../../src/cards/says-emergency.ts'
import { loadTexts } from '../../src/i18n/texts.ts'

const texts = loadTexts(join(import.meta.dirname, '..', '..', 'locales'), 'zh')

describe('words of somebody in danger', () => {
  it.each([
    '我爹晕倒了，喘不上气，快来人',
    '老人胸口疼得厉害',
    '我娘叫不醒了',
    '邻居家着火了！',
    '屋里有煤气漏出来',
    '活着没意思，不想活了',
    'My father collapsed and cannot breathe',
  ])('are known: %s', (words) => expect(saysEmergency(texts, words)).toBe(true))

  it.each([
    '卫生室没有降压药，要去县里买',
    '煤气费又涨了，急救站能不能设在村里',
    '村里要防火，也要防溺水',
    '夏天热得要死了，教室没有电扇',
    '路灯坏了，晚上看不见',
    'The wall collapsed last winter',
  ])('are not heard in: %s', (words) => expect(saysEmergency(texts, words)).toBe(false))
})

describe('a greeting or thanks', () => {
  it.each([
    ['你好', 'greeting'],
    ['您好，在吗？', 'greeting'],
    ['谢谢您了啊！', 'thanks'],
    ['Thank you!', 'thanks'],
    ['你好，路灯坏了', null],
    ['药', null],
    ['', null],
  ])('%s: %s', (words, kind) => expect(courtesyOf(texts, words)).toBe(kind))
})
