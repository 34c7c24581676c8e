import { plainPinyin } from './pinyin-readings.ts'

/**
 * Words (see normalizePlaceText) as plain pinyin: "wūtíng cūn", "Wu1ting2", "lvjia" give "wuting cun", "wuting", "lujia" in
 * the letters a to z, a word each. Null where anything else than Latin letters and tone digits is in them.
 */
export function typedPinyin(words: readonly string[]): string[] | null {
  if (words.length === 0) return null
  const plain: string[] = []
  for (const word of words) {
    if (!/^(?:[\p{Script=Latin}\p{M}]+[0-5]?)+$/u.test(word)) return null
    const letters = plainPinyin(word.replace(/[0-5]/g, ''))
    if (!/^[a-z]+$/.test(letters)) return null
    plain.push(letters)
  }
  return plain
}
