import type { MessageEntity } from 'grammy/types'

type Found = { type: MessageEntity.CommonMessageEntity['type']; offset: number; length: number }

const before = '(?<![\\p{L}\\p{N}_/@#$&.])'
const patterns: [Found['type'], RegExp][] = [
  ['url', /(?<![\p{L}\p{N}_@])(?:https?|tg):\/\/[^\s<>"'，。！？、；：（）《》]+/giu],
  ['email', /(?<![\p{L}\p{N}._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/gu],
  [
    'url',
    /(?<![\p{L}\p{N}_@.])(?:[a-z0-9-]+\.)+(?:com|org|net|cn|me|io|gov|edu|info|dev|app)(?![\p{L}\p{N}_-])(?:[/?#][^\s<>"'，。！？、；：（）《》]*)?/giu,
  ],
  [
    'bot_command',
    new RegExp(`${before}/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\p{L}\\p{N}_/])`, 'gu'),
  ],
  ['mention', new RegExp(`${before}@[A-Za-z][A-Za-z0-9_]{3,31}(?![\\p{L}\\p{N}_])`, 'gu')],
  ['hashtag', new RegExp(`${before}#(?=[^\\s]*\\p{L})[\\p{L}\\p{N}_·]{1,255}`, 'gu')],
  ['cashtag', new RegExp(`${before}\\$[A-Z]{1,8}(?![\\p{L}\\p{N}_])`, 'gu')],
  ['phone_number', /(?<![\p{L}\p{N}_+])\+\d[\d -]{7,16}\d(?![\p{L}\p{N}_])/gu],
]

/** The entities that Telegram sees in plain text by itself, in order, none over another. Offsets are UTF-16. */
export function findEntities(text: string): Found[] {
  const found: Found[] = []
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const words = type === 'url' ? match[0].replace(/[.,!?;:)\]]+$/, '') : match[0]
      const one = { type, offset: match.index, length: words.length }
      if (!found.some((other) => overlaps(one, other))) found.push(one)
    }
  }
  return found.sort((a, b) => a.offset - b.offset)
}

export function overlaps(
  a: { offset: number; length: number },
  b: { offset: number; length: number },
): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}
